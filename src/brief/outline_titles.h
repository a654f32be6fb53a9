// Headings in outlines that people and chat programs write: most name a section; some say how the page is made, in
// words of their own («画面结构», «几点小提示», «箭头上的字»). Inside brief/ only.
#pragma once

#include "brief/free_words.h"
#include "brief/keys.h"

namespace sixiang::brief {

struct OutlineTitle {
  HeadMeaning meaning = HeadMeaning::Section;
  // Whether what stands below decides: «小提示» may be of the poster, or for whoever draws it.
  bool is_doubtful = false;
  // «五张卡片», «内容»: what stands below are sections.
  bool holds_sections = false;
};
OutlineTitle read_outline_title(View title);

// What says how the whole page is, not what stands on it.
bool is_of_page(std::optional<Topic> topic);

// Of a key made of words for the page and one that is known: «海报标题», «整体版式», «最下面的结论条».
std::optional<Topic> page_topic(View key);

// «（背景，不上画面）», «（给你看的，不用放进海报）»: of what is not to be printed.
bool says_not_printed(View note);

}  // namespace sixiang::brief
