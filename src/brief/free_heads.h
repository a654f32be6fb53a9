// Heads of sections in briefs that nobody's format has: «① 镜头（卡片 #E8EEF2，靠左）», «【第二象限｜左上】»,
// «左上角放“响度”», «Q1：…», «第1名 …——…», «Card 1 (mint). Heading "…"». Inside brief/ only.
#pragma once

#include <optional>
#include <vector>

#include "brief/free_words.h"
#include "brief/lines.h"

namespace sixiang::brief {

enum class HeadForm : std::uint8_t {
  Brackets,    // 【…】
  Dashes,      // —— … ——
  Circled,     // ①
  Chinese,     // 一、
  InBrackets,  // （一）
  Question,    // Q1：
  Rank,        // 第1名
  Place,       // 左上角放“…”
  Card,        // Card 1 (…). Heading "…"
  Dated,       // 1817 "…"
  Counted,     // 卡片1｜…｜…, «第二步，菱形问「…」», «第一格：泡豆»
  Item,        // 1. …：…, of a list that is all there is
  Code,        // 问题1：…, where an arrow leads to it
  Heading,     // of Markdown, or a line in bold
};

struct FreeHead {
  HeadForm form = HeadForm::Heading;
  Text reference;  // how other lines call it, folded: "①", "问题1", "card 2"
  Text number;     // shown: "1"
  Text date;
  Text title;                          // may be empty: a line below says it
  std::vector<Text> notes;             // what stood in brackets behind the title
  Text behind;                         // the rest of its line
  bool is_list = false;                // which is content: «…：起病慢；低烧或者不烧»
  std::optional<HeadMeaning> meaning;  // nullopt: its form and its words say
};

// Of Code and Heading never: these need more than their line.
std::optional<FreeHead> read_free_head(const Line& line);
// «问题1：…», «结果 A：联系救助站 —— 保暖避光».
std::optional<FreeHead> read_code_head(const Line& line);
// How arrows call it: without blanks, folded.
Text code_of(View name);

// «第一格：泡豆», «卡片 1».
struct Counted {
  Text reference, number, rest;
};
std::optional<Counted> read_counted(View text);

}  // namespace sixiang::brief
