#include "brief/keys.h"

#include <algorithm>

namespace sixiang::brief {

namespace {

constexpr View kFillers[] = {
    U"panel",  U"card",   U"node",     U"nodes",      U"zone",  U"column", U"columns", U"step",  U"steps",  U"box",
    U"boxes",  U"circle", U"quadrant", U"section",    U"layer", U"layers", U"level",   U"side",  U"branch", U"block",
    U"row",    U"cell",   U"cards",    U"panels",     U"tone",  U"tones",  U"the",     U"a",     U"an",     U"of",
    U"in",     U"and",    U"with",     U"for",        U"stage", U"phase",  U"spoke",   U"event", U"on",     U"to",
    U"header", U"fill",   U"blocks",   U"operations", U"part",  U"parts",  U"area",    U"half",  U"bar",    U"stages",
    U"item",   U"items",  U"rows",     U"events",     U"group", U"groups", U"by",      U"all",   U"vs",     U"or",
};

struct OrdinalWord {
  View word;
  int place;
};
constexpr OrdinalWord kOrdinals[] = {
    {U"first", 1},        {U"second", 2},       {U"third", 3},     {U"fourth", 4},      {U"fifth", 5},
    {U"sixth", 6},        {U"seventh", 7},      {U"eighth", 8},    {U"ninth", 9},       {U"tenth", 10},
    {U"1st", 1},          {U"2nd", 2},          {U"3rd", 3},       {U"4th", 4},         {U"last", -1},
    {U"第一", 1},         {U"第二", 2},         {U"第三", 3},      {U"第四", 4},        {U"第五", 5},
    {U"第六", 6},         {U"第七", 7},         {U"第八", 8},      {U"第九", 9},        {U"top-left", 1},
    {U"top left", 1},     {U"top-right", 2},    {U"top right", 2}, {U"bottom-left", 3}, {U"bottom left", 3},
    {U"bottom-right", 4}, {U"bottom right", 4}, {U"左上", 1},      {U"右上", 2},        {U"左下", 3},
    {U"右下", 4},         {U"最后", -1},
};

constexpr View kBoilerplate[] = {
    U"clean composition",      U"simple or no background",
    U"main elements centered", U"main elements centred",
    U"color values (",         U"colour values (",
    U"text should be large",   U"keep minimal",
    U"focus on keywords",      U"language:",
};

constexpr View kTails[] = {U"flow",     U"view",    U"visualization", U"visualisation", U"framework", U"diagram",
                           U"timeline", U"chart",   U"infographic",   U"comparison",    U"map",       U"overview",
                           U"matrix",   U"process", U"flowchart",     U"structure",     U"analysis",  U"illustration"};

}  // namespace

bool is_filler(View word) { return std::find(std::begin(kFillers), std::end(kFillers), word) != std::end(kFillers); }

int ordinal_of(View word) {
  const auto found = std::find_if(std::begin(kOrdinals), std::end(kOrdinals),
                                  [word](const OrdinalWord& entry) { return entry.word == word; });
  return found == std::end(kOrdinals) ? 0 : found->place;
}

bool is_boilerplate(View text) {
  const Text start = folded(text);
  return std::any_of(std::begin(kBoilerplate), std::end(kBoilerplate),
                     [&start](View entry) { return begins_with(start, entry); });
}

std::size_t title_without_tail(View text) {
  for (std::size_t i = text.size(); i-- > 1;) {
    const bool is_dash = text[i] == U'-' || text[i] == U'–' || text[i] == U'—' || plain(text[i]) == U'-';
    if (!is_dash || !is_blank(text[i - 1])) continue;
    const View tail = trimmed(text.substr(i + 1));
    const std::vector<Text> words = words_of(tail);
    if (words.empty() || words.size() > 4 || has_han(tail)) return View::npos;
    const bool is_tail = std::find(std::begin(kTails), std::end(kTails), words.back()) != std::end(kTails);
    return is_tail ? trimmed(text.substr(0, i - 1)).size() : View::npos;
  }
  return View::npos;
}

}  // namespace sixiang::brief
