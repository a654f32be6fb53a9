// The panel's own words. What fields, groups and commands are called comes with the field tree.
#pragma once

#include "base/message.h"

namespace sixiang::panel::texts {

inline const Message kSize{"Picture width", "图片宽度"};
inline const Message kSizeHint{"Width, 64 to 16384 pixels", "宽度，64 到 16384 像素"};
inline const Message kPoster{"Poster", "海报"};
inline const Message kOutline{"Outline", "大纲"};
inline const Message kSelected{"Selected", "选中"};
inline const Message kFile{"Posters", "海报菜单"};
inline const Message kContent{"Content", "内容"};
inline const Message kLook{"Look", "样子"};
inline const Message kPosition{"Position", "位置"};
inline const Message kPreset{"Preset", "常用"};
inline const Message kFonts{"Fonts", "字体"};
inline const Message kOrder{"Order", "次序"};
inline const Message kArrows{"Arrows", "箭头"};
inline const Message kSection{"Section", "板块"};
inline const Message kAnd{"selected", "项已选中"};
inline const Message kLess{"Decrease", "减小"};
inline const Message kGreater{"Increase", "增大"};
inline const Message kColon{": ", "："};
inline const Message kHue{"Hue", "色相"};
inline const Message kShade{"Saturation and brightness", "饱和度与亮度"};
inline const Message kSymbols{"Formula symbols", "公式符号"};
inline const Message kExamples{"Examples", "示例"};
inline const Message kNoIcon{"None", "无"};
inline const Message kFindIcon{"Find an icon", "搜索图标"};
inline const Message kFindIconExample{"rocket, chart, 灯泡 …", "火箭、图表、rocket …"};
inline const Message kNoIconFound{"No icon goes by these words.", "没有找到这样的图标。"};
inline const Message kMoreIcons{"More icons", "更多图标"};
inline const Message kReset{"Reset", "恢复默认"};
inline const Message kWriteFormula{"Write as a formula", "写成公式"};
inline const Message kMendContrast{"Make it readable", "调到看得清"};
inline const Message kPalettes{"Palettes", "配色"};
inline const Message kUsedColors{"Used in this poster", "本页用色"};
inline const Message kMoreColors{"More colours", "更多颜色"};
inline const Message kCommands{"Find a command", "找命令"};
inline const Message kCommandWays{"Chinese, English, pinyin initials", "中文、English、拼音首字母"};
inline const Message kNoCommandFound{"Nothing goes by these words.", "没有找到这样的命令。"};
inline const Message kKeys{"Keys", "按键"};
inline const Message kClose{"Close", "关闭"};
inline const Message kNew{"New poster", "新海报"};
inline const Message kBack{"Back to ", "回到 "};
inline const Message kFromText{"From a text", "从文字生成"};
inline const Message kFromTextHow{
    "Paste an outline, or what you would tell an image model: every word and formula is kept.",
    "贴一段提纲或写给画图模型的提示词，逐字排成海报，公式不走样。"};
inline const Message kBlankPages{"Blank pages", "空白页"};
inline const Message kVersions{"Versions of this poster", "这张的版本"};
inline const Message kRecent{"Recent", "最近"};
inline const Message kTemplates{"Templates", "模板"};
inline const Message kAllShapes{"All", "都看"};
inline const Message kSquare{"Square", "方形"};
inline const Message kWide{"Wide", "横屏"};
inline const Message kHigh{"High", "竖屏"};
inline const Message kDuplicate{"Duplicate", "复制一份"};
inline const Message kRemove{"Remove", "删除"};
inline const Message kProblems{"To look at", "需要留意"};

}  // namespace sixiang::panel::texts
