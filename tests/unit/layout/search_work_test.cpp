// Small documents that ask for much: the work of a layout grows with their length, not with how often sizes are tried.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "layout/body_search.h"
#include "layout/poster_layout.h"
#include "layout/search_reasons.h"
#include "model/check.h"
#include "support/golden.h"
#include "support/grown_posters.h"
#include "support/processor_time.h"

using namespace sixiang;

namespace {

std::string repeated(const std::string& text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

Poster poster_of(std::size_t sections, std::size_t labels, const std::string& text) {
  Poster poster;
  poster.title.text = "慢";
  for (std::size_t i = 0; i < sections; ++i) {
    Section& section = poster.sections.emplace_back();
    section.id = "s" + std::to_string(i);
    section.title = "节";
    section.content.assign(labels, Label{});
    for (Label& label : section.content) label.text = text;
  }
  return poster;
}

struct SlowPoster {
  std::string name;
  Poster poster;
};

std::vector<SlowPoster> slow_posters() {
  Poster long_title = poster_of(1, 1, "短");
  long_title.title.text = repeated("lorem ipsum ", 5000);
  Poster long_header = poster_of(4, 1, "短");
  for (Section& section : long_header.sections) section.title = repeated("汉字标题", 1000);
  Poster keys = poster_of(1, 8, "$" + repeated("a+b=", 1000) + "$");
  for (Label& label : keys.sections[0].content) label.role = LabelRole::Key;
  Poster tall = poster_of(4, 8, repeated("汉字", 50));
  tall.page.width = 100;
  tall.page.height = 16384;
  return {
      {"many labels", poster_of(1, 64, repeated("汉字", 100))},
      {"many sections", poster_of(32, 64, repeated("汉字", 20))},
      {"one label of a book's length", poster_of(1, 1, repeated("lorem ipsum dolor ", 3600))},
      {"one word", poster_of(1, 1, repeated("a", 65000))},
      {"lines", poster_of(1, 1, repeated("a\n", 32000))},
      {"small formulas", poster_of(1, 1, repeated("$x$ ", 8000))},
      {"one formula among text", poster_of(1, 1, repeated("words ", 8000) + "$" + repeated("a+b+", 200) + "c$ end")},
      {"powers", poster_of(2, 4, "$" + repeated("x^{a+b}", 580) + "$")},
      {"braces", poster_of(1, 1, "$" + repeated("{", 800) + repeated("}", 800) + "$")},
      {"key formulas", keys},
      {"title", long_title},
      {"headers", long_header},
      {"tall page", tall}};
}

// Of processor time; a tenth of it is usual. Sanitizers take ten times as long, and the page's layers, which are
// compiled for size, up to three times.
#if defined(SIXIANG_SANITIZE)
constexpr double kMostSeconds = 20;
#elif defined(__EMSCRIPTEN__)
constexpr double kMostSeconds = 6;
#else
constexpr double kMostSeconds = 2;
#endif

}  // namespace

TEST_CASE("no small document takes long to lay out") {
  for (const SlowPoster& each : slow_posters()) {
    CAPTURE(each.name);
    const double start = testing::processor_seconds();
    const PosterLayout layout = layout_poster(each.poster, testing::all_fonts());
    CHECK(layout.blocks.size() > each.poster.sections.size());
    CHECK(testing::processor_seconds() - start < kMostSeconds);
  }
}

TEST_CASE("no document that is full of one kind of thing takes long to lay out") {
  for (const testing::Growing& each : testing::growing_posters()) {
    CAPTURE(each.name);
    const Poster poster = each.with(each.most);
    CHECK(check_poster(poster).empty());
    const double start = testing::processor_seconds();
    const PosterLayout layout = layout_poster(poster, testing::all_fonts());
    CHECK(layout.blocks.size() > each.most);
    CHECK(testing::processor_seconds() - start < kMostSeconds);
  }
}

TEST_CASE("the search for sizes keeps to its budget, and breaks a label for a few widths only") {
  for (const SlowPoster& each : slow_posters()) {
    CAPTURE(each.name);
    DiagramMemory diagrams;
    PageBuilder page(each.poster, testing::all_fonts(), 1, Groups::InLists, diagrams);
    std::vector<MeasuredSection> contents;
    std::size_t length = 0;
    for (const Section& section : each.poster.sections) {
      contents.push_back(measure_section(page, section, {0, 0, 500, 400}));
      for (const Label& label : section.content) length += label.text.size();
    }
    measure_diagrams(page, contents);
    const std::size_t count = search_sizes(page, contents).size();
    CHECK(count == contents.size());
    std::size_t work = 0;
    for (const MeasuredSection& content : contents) {
      for (const MeasuredLabel& label : content.labels) work += label.work();
    }
    CHECK(work < 40 * length);
    CHECK(work < kMostSearchWork + 28 * length);
  }
}

TEST_CASE("where the search's work is used up every section still keeps to its room, and that is said") {
  const Poster poster = poster_of(4, 12, repeated("lorem ipsum dolor ", 12));
  DiagramMemory diagrams;
  PageBuilder page(poster, testing::all_fonts(), 1, Groups::InLists, diagrams);
  std::vector<MeasuredSection> contents;
  for (const Section& section : poster.sections) contents.push_back(measure_section(page, section, {0, 0, 500, 400}));
  measure_diagrams(page, contents);
  const auto is_said = [](const SectionFit& fit) {
    return std::any_of(fit.reasons.begin(), fit.reasons.end(),
                       [](const Message& reason) { return reason.english == reasons::work_used_up().english; });
  };
  const std::vector<SectionFit> enough = search_sizes(page, contents), little = search_sizes(page, contents, 2000);
  REQUIRE(little.size() == contents.size());
  for (std::size_t i = 0; i < contents.size(); ++i) {
    CAPTURE(i);
    CHECK_FALSE(is_said(enough[i]));
    CHECK(is_said(little[i]));
    CHECK(little[i].options.scale <= enough[i].options.scale);
    CHECK(fits(page, contents[i], arrange(page, contents[i], enough[i].options)));
    CHECK(fits(page, contents[i], arrange(page, contents[i], little[i].options)));
  }
}
