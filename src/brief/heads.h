// What a section of a brief is called: «STEP 3: 修复 (Repair)», «LAYER 1 (底层) - 贴源层 (ODS) — 一句话:». Inside
// brief/ only.
#pragma once

#include <optional>

#include "brief/keys.h"
#include "model/poster.h"

namespace sixiang::brief {

struct Head {
  const SectionWord* word = nullptr;  // of its kind; nullptr: it has none
  Text number;                        // "3"
  Text date;                          // "2016" before the title of an event
  Text note;                          // where it stands: 底层
  Text title, subtitle;
  Text tail;  // what is said of it behind a dash; content
  std::optional<Span> span;
  bool is_hero = false;
};

// Of a line that begins with the word of a kind; nullopt: it does not.
std::optional<Head> read_head(View text);
// Of a name alone: «修复 (Repair) — …».
Head read_name(View text);

// «公元前 58 年 凯撒密码», «1949 年：香农»: where the date of a heading ends; 0: it begins with none.
std::size_t heading_date(View text);

// «1900», «2016–2020», «2023年»: characters at its beginning; 0: none.
std::size_t date_length(View text);

}  // namespace sixiang::brief
