// The panel's own words. What fields, groups and commands are called comes with the outline.
#pragma once

#include "base/message.h"

namespace sixiang::panel::texts {

inline const Message kUndo{"Undo", "撤销"};
inline const Message kRedo{"Redo", "重做"};
inline const Message kOpen{"Open a poster file", "打开海报文件"};
inline const Message kSave{"Save the poster as a file", "保存海报文件"};
inline const Message kLanguage{"中文界面", "English interface"};
inline const Message kDownload{"Download", "下载 PNG"};
inline const Message kDownloadShort{"PNG", "PNG"};
inline const Message kSize{"Picture width", "图片宽度"};
inline const Message kSizeHint{"Width, 64 to 16384 pixels", "宽度，64 到 16384 像素"};
inline const Message kCopy{"Copy picture", "复制图片"};
inline const Message kMore{"Details", "更多设置"};
inline const Message kLess{"Decrease", "减小"};
inline const Message kGreater{"Increase", "增大"};
inline const Message kColon{": ", "："};
inline const Message kHue{"Hue", "色相"};
inline const Message kShade{"Saturation and brightness", "饱和度与亮度"};
inline const Message kExamples{"Examples", "示例"};
inline const Message kReset{"Reset", "恢复默认"};
inline const Message kSample{"Start again from the sample poster", "换回示例海报"};
inline const Message kProblems{"To look at", "需要留意"};

}  // namespace sixiang::panel::texts
