// Any bytes as a brief or an outline: what is read of it is a sound poster that opens again as it is, also from an
// outline of it; every line is either taken for something or told, and reading again gives the same.
#include <algorithm>

#include "brief/brief.h"
#include "brief/outline.h"
#include "fuzz/fuzz.h"
#include "model/check.h"
#include "model/poster_json.h"

using namespace sixiang;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<std::vector<brief::ReadBrief>> briefs = brief::read_briefs(text);
  if (!briefs) {
    require(!briefs.errors()[0].message.english.empty(), "an error says why");
    return 0;
  }
  const int lines = 1 + int(std::count(text.begin(), text.end(), '\n'));
  for (const brief::ReadBrief& read : briefs.value()) {
    require(check_poster(read.poster).empty(), "the poster is sound");
    const Result<Poster> opened = parse_poster(to_json(read.poster));
    require(opened.ok() && opened.value() == read.poster, "the poster opens again as it is");
    if (!read.poster.newer) {
      const Result<Poster> outlined = brief::open_poster(brief::to_outline(read.poster));
      require(outlined.ok() && outlined.value() == read.poster, "the poster's outline is the poster");
    }
    for (const brief::LeftOut& left_out : read.left_out) {
      require(left_out.line >= 1 && left_out.line <= lines, "what is left out has its line");
      require(!left_out.why.english.empty() && !left_out.why.chinese.empty(), "and a reason in both languages");
    }
  }
  const Result<std::vector<brief::ReadBrief>> again = brief::read_briefs(text);
  require(again.ok() && again.value()[0].poster == briefs.value()[0].poster, "read twice it is the same");
  return 0;
}
