// Icons by what a brief calls them. Inside brief/ only.
#pragma once

#include <string>

#include "brief/text.h"

namespace sixiang::brief {

// Of «with a rolling-ball icon», «small icon of a tree», «Icon: 挂锁», «图标: 秒表»: what it shows; empty: no icon is
// named.
Text icon_phrase(View text);

// Whether it wants icons for all cards, steps, rows, in any wording: «每块配个小图标», "Bold icons for each step", "one
// icon per card".
bool asks_for_icons(View text);

// The name of the icon that shows it, by its words; empty: there is none.
std::string icon_named(View words);

}  // namespace sixiang::brief
