// Tables that say how the page is made: «| 背景 | 淡青 #EEF6F1 |». Inside brief/ only.
#pragma once

#include <vector>

#include "brief/report.h"

namespace sixiang::brief {

// Their rows as «背景：淡青 #EEF6F1».
std::vector<Line> without_settings_tables(const std::vector<Line>& lines, Report& report);

}  // namespace sixiang::brief
