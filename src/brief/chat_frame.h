// What a chat program says round a brief: «好的！以下是…», «如果你想要横版，告诉我», «—— 提示词开始 ——». Inside brief/
// only.
#pragma once

#include <vector>

#include "brief/lines.h"
#include "brief/report.h"

namespace sixiang::brief {

std::vector<Line> without_chat_frame(const std::vector<Line>& lines, Report& report);

// Nor notes in brackets: «（作者注：年份取公开发表那一年）», «（给画图的人：…）». They are told.
std::vector<Line> without_reader_notes(const std::vector<Line>& lines, Report& report);

}  // namespace sixiang::brief
