// The looks that specs/looks.md promises, on every case poster.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "layout/design.h"
#include "layout/style_measures.h"
#include "layout_checks.h"
#include "model/colors.h"
#include "model/ids.h"
#include "model/sections.h"
#include "support/poster_files.h"

using namespace sixiang;

namespace {

// Made to be too full, or of words that no line holds; c2-warehouse has five sections in a row of a narrow page.
bool is_stress(const std::string& file) {
  return file.find("overflow") != std::string::npos || file.find("long-words") != std::string::npos ||
         file.find("c2-warehouse") != std::string::npos;
}

const StyleMeasures::Texts* texts_of(const StyleMeasures& measures, std::string_view role) {
  const auto found = std::find_if(measures.texts.begin(), measures.texts.end(),
                                  [&](const StyleMeasures::Texts& texts) { return texts.role == role; });
  return found == measures.texts.end() ? nullptr : &*found;
}

// Of all parts of diagrams whose ids lie below that list of them, poster points.
float smallest_part(const PosterLayout& layout, std::string_view list) {
  float smallest = 1e9f;
  for (const Block& block : layout.blocks) {
    if (block.kind != BlockKind::DiagramPart || block.font_size == 0 || block.id.find(list) == std::string::npos)
      continue;
    smallest = std::min(smallest, block.font_size);
  }
  return smallest;
}

}  // namespace

TEST_CASE("style: siblings have one size, edges agree or differ, and every label can be read on its ground") {
  for (const std::string& file : testing::poster_files()) {
    if (is_stress(file)) continue;
    CAPTURE(file);
    const Poster poster = testing::read_poster(file);
    const StyleMeasures measures = measure_style(poster, layout_poster(poster, testing::all_fonts()));
    if (const StyleMeasures::Texts* texts = texts_of(measures, "label-text")) CHECK(texts->spread <= 0.03f);
    CHECK(measures.nearly_aligned.empty());
    CAPTURE(measures.least_contrast_block);
    CHECK(measures.least_contrast >= 4.5f);
  }
}

TEST_CASE("style: no panel of the default poster is half empty, and its texts are large") {
  const Poster poster = testing::read_poster("assets/posters/generative-models.json");
  const PosterLayout layout = layout_poster(poster, testing::all_fonts());
  const StyleMeasures measures = measure_style(poster, layout);
  CHECK(measures.bodies.size() == poster.sections.size());
  for (const StyleMeasures::Body& body : measures.bodies) {
    CAPTURE(body.section);
    CHECK(body.unused <= 0.25f);
  }
  CHECK(smallest_text(measures, "label-text") >= 27 - 0.01f);
  CHECK(smallest_text(measures, "section-title") >= 38 - 0.01f);
  CHECK(smallest_text(measures, "center-line") >= 20 - 0.01f);
  for (const char* list : {".nodes.", ".tokens.", ".tiles.", ".spans."}) {
    CAPTURE(list);
    CHECK(smallest_part(layout, list) >= 22 - 0.01f);
  }
  CHECK(smallest_part(layout, ".arrows.") >= 18);
  CHECK(layout.diagnostics.empty());
}

TEST_CASE("style: cards within a section stand in so many columns that their formulas can be read") {
  const Poster poster = testing::read_poster("tests/cases/briefs/c2-warehouse.json");
  const PosterLayout layout = layout_poster(poster, testing::all_fonts());
  const StyleMeasures measures = measure_style(poster, layout);
  CHECK(smallest_text(measures, "label-text") >= 24);
  CHECK(smallest_text(measures, "section-title") >= 38);
  REQUIRE(texts_of(measures, "label-text"));
  CHECK(texts_of(measures, "label-text")->spread <= 0.03f);
  CHECK(layout.diagnostics.empty());
  for (const Block& block : layout.blocks) {
    if (block.kind != BlockKind::Label || block.role != LabelRole::Key) continue;
    CAPTURE(block.id);
    CHECK(block.font_size >= 18);
    CHECK(block.rect.width > 2 * block.rect.height);  // one line
  }
}

TEST_CASE("style: what stands on cards is not smaller than the text around it, but for a tenth, formulas a fifth") {
  for (const std::string& file : testing::poster_files()) {
    if (is_stress(file)) continue;
    CAPTURE(file);
    const Poster poster = testing::read_poster(file);
    const PosterLayout layout = layout_poster(poster, testing::all_fonts());
    for (const Section* section : all_sections(poster)) {
      float text = 0;
      for (std::size_t i = 0; i < section->content.size(); ++i) {
        const Block* block = testing::find_block(layout, item_id(join_id(section->id, "content"), i));
        if (block && block->kind == BlockKind::Label && block->role == LabelRole::Text)
          text = std::max(text, block->font_size);
      }
      for (std::size_t i = 0; i < section->content.size(); ++i) {
        const Block* block = testing::find_block(layout, item_id(join_id(section->id, "content"), i));
        if (!block || block->kind != BlockKind::Label || block->role != LabelRole::Key) continue;
        CAPTURE(block->id);
        const bool formula = section->content[i].text.find('$') != std::string::npos;
        if (formula) {
          CHECK(block->font_size * kDesign.body.key_formula_scale >= 0.79f * text);
        } else {
          CHECK(block->font_size >= 0.89f * text);
        }
      }
    }
  }
}

TEST_CASE("style: the title is larger above a long page, with air above, where its texts remain large") {
  Poster poster = testing::read_poster("tests/cases/briefs/p2-dns.json");
  const auto title_of = [](const Poster& of) {
    return *testing::find_block(layout_poster(of, testing::all_fonts()), "title");
  };
  CHECK(title_of(poster).font_size >= 95);
  CHECK(title_of(poster).rect.top() >= 30);
  CHECK(title_of(testing::read_poster("tests/cases/briefs/c3-pourover.json")).font_size >= 105);
  poster.page.width = 1080;
  poster.title.text = "查询的一生";
  CHECK(title_of(poster).font_size == 76);
  // One that is full keeps its height for its texts.
  const Poster full = testing::read_poster("tests/cases/briefs/c1-release.json");
  CHECK(title_of(full).font_size < 84);
}

TEST_CASE("style: in a low header beside a body the number stands beside the icon, and titles remain large, alike") {
  Poster poster = testing::read_poster("tests/cases/briefs/c3-pourover.json");
  const auto heads = [](const PosterLayout& layout, const char* section) {
    return std::pair{testing::find_block(layout, std::string(section) + ".number")->rect,
                     testing::find_block(layout, std::string(section) + ".icon")->rect};
  };
  const auto [corner, picture] = heads(layout_poster(poster, testing::all_fonts()), "grind");
  CHECK(corner.center().y < picture.top());
  CHECK(picture.width > 1.5f * corner.width);
  poster.page.height = 1400;
  const PosterLayout low = layout_poster(poster, testing::all_fonts());
  const auto [number, icon] = heads(low, "grind");
  CHECK(number.center().y == doctest::Approx(icon.center().y));
  CHECK(number.right() < icon.left());
  const StyleMeasures measures = measure_style(poster, low);
  CHECK(smallest_text(measures, "section-title") >= 43);
  CHECK(texts_of(measures, "section-title")->spread <= 0.03f);
}

TEST_CASE("style: three chevrons between two times of an axis say which way it runs, clear of both") {
  const PosterLayout layout =
      layout_poster(testing::read_poster("tests/cases/briefs/b2-quantum.json"), testing::all_fonts());
  std::vector<Rect> times;
  for (const Block& block : layout.blocks) {
    if (block.kind == BlockKind::Axis && !block.source.empty()) times.push_back(block.rect);
  }
  REQUIRE(times.size() == 7);
  std::sort(times.begin(), times.end(), [](const Rect& a, const Rect& b) { return a.left() < b.left(); });
  for (std::size_t i = 0; i + 1 < times.size(); ++i) {
    const Rect free =
        rect_from_edges(times[i].right() + 20, times[i].top() - 10, times[i + 1].left() - 20, times[i].bottom() + 10);
    CHECK(3 == std::count_if(layout.page.items.begin(), layout.page.items.end(), [&](const Item& item) {
            const FillPath* shape = std::get_if<FillPath>(&item);
            return shape && contains(free, bounds(shape->path));
          }));
  }
}

TEST_CASE("style: on a long page cards keep off its edges and off the title's underline") {
  for (const std::string& file : testing::poster_files()) {
    const Poster poster = testing::read_poster(file);
    if (poster.page.width != 1920 || poster.page.height != 1080 || !poster.title.underline) continue;
    CAPTURE(file);
    const PosterLayout layout = layout_poster(poster, testing::all_fonts());
    const Block* title = testing::find_block(layout, "title.text");
    if (!title) title = testing::find_block(layout, "title");
    for (const Block& block : layout.blocks) {
      if (block.kind != BlockKind::Section || testing::is_round(layout, block)) continue;
      CAPTURE(block.id);
      CHECK(block.rect.left() >= 36);
      CHECK(poster.page.width - block.rect.right() >= 36);
      CHECK(poster.page.height - block.rect.bottom() >= 36);
      if (title && block.rect.left() < title->rect.right()) CHECK(block.rect.top() - title->rect.bottom() >= 20);
    }
  }
}

TEST_CASE("style: what the page concludes is at most a fifth larger than its text, but on one line") {
  const Poster poster = testing::read_poster("tests/cases/briefs/a3-indexes.json");
  const PosterLayout layout = layout_poster(poster, testing::all_fonts());
  const float text = smallest_text(measure_style(poster, layout), "label-text");
  const float one_line = testing::find_block(layout, "rule.content.0")->font_size;
  CHECK(one_line > 1.2f * text);
  Poster longer = poster;
  longer.sections.back().content[0].text +=
      "，" + poster.sections.back().content[0].text + "，" + poster.sections.back().content[0].text + "，不是反过来";
  const PosterLayout broken = layout_poster(longer, testing::all_fonts());
  const float of_broken = smallest_text(measure_style(longer, broken), "label-text");
  CHECK(testing::find_block(broken, "rule.content.0")->font_size <= 1.2f * of_broken + 0.1f);
}

TEST_CASE("style: cards of one row that hold the same kinds of things stand on common lines") {
  const Poster poster = testing::read_poster("tests/cases/briefs/a3-indexes.json");
  const PosterLayout layout = layout_poster(poster, testing::all_fonts());
  const Rect card = testing::find_block(layout, "btree.cards.0")->rect;
  const Block* key = testing::find_block(layout, "btree.content.0");
  for (const char* id : {"hash", "inverted", "bitmap", "lsm"}) {
    CAPTURE(id);
    const Rect other = testing::find_block(layout, std::string(id) + ".cards.0")->rect;
    CHECK(other.top() == doctest::Approx(card.top()));
    CHECK(other.height == doctest::Approx(card.height));
    CHECK(testing::find_block(layout, std::string(id) + ".content.0")->font_size == doctest::Approx(key->font_size));
    const Rect tag = testing::find_block(layout, std::string(id) + ".tags.1")->rect;
    CHECK(tag.top() == doctest::Approx(testing::find_block(layout, "btree.tags.1")->rect.top()));
    CHECK(tag.width == doctest::Approx(testing::find_block(layout, "btree.tags.1")->rect.width));
    const Rect text = testing::find_block(layout, std::string(id) + ".content.1")->rect;
    CHECK(text.center().x == doctest::Approx(other.center().x).epsilon(0.002));
  }
}

TEST_CASE("style: short labels of a wide body stand in full rows") {
  const Poster poster = testing::read_poster("tests/cases/briefs/d1-lying-numbers.json");
  const PosterLayout layout = layout_poster(poster, testing::all_fonts());
  std::map<long, int> rows;
  for (int i = 0; i < 4; ++i)
    ++rows[std::lround(testing::find_block(layout, "questions.content." + std::to_string(i))->rect.top())];
  for (const auto& row : rows) CHECK(row.second == rows.begin()->second);
}

TEST_CASE("style: large text can be read on its ground, but where the document gives a title its colour") {
  for (const std::string& file : testing::poster_files()) {
    CAPTURE(file);
    const Poster poster = testing::read_poster(file);
    const StyleMeasures measures = measure_style(poster, layout_poster(poster, testing::all_fonts()));
    CAPTURE(measures.least_large_contrast_block);
    if (!(measures.least_large_contrast_block == "title" && poster.title.emphasis))
      CHECK(measures.least_large_contrast >= 3);
  }
}

TEST_CASE("style: measures tell what is wrong") {
  Poster poster;
  Section& section = poster.sections.emplace_back();
  section.id = "a";
  section.title = "一";
  section.colors.fill = Color{0xFF, 0xFF, 0xFF, 255};
  section.content.emplace_back().text = "看不清";
  section.content.back().color = Color{0xEE, 0xEE, 0xEE, 255};
  PosterLayout layout = layout_poster(poster, testing::all_fonts());
  StyleMeasures measures = measure_style(poster, layout);
  CHECK(measures.least_contrast < 1.3f);
  CHECK(measures.least_contrast_block == "a.content.0");
  REQUIRE(measures.bodies.size() == 1);
  CHECK(measures.bodies[0].unused > 0.3f);

  section.content.emplace_back().text = "第二条";
  layout = layout_poster(poster, testing::all_fonts());
  for (Block& block : layout.blocks) {
    if (block.id == "a.content.1") block.rect.x += 5;
    if (block.id == "a.content.1") block.font_size *= 0.8f;
  }
  measures = measure_style(poster, layout);
  REQUIRE(measures.nearly_aligned.size() == 1);
  CHECK(measures.nearly_aligned[0] == "a.content.0 and a.content.1 by 5 pt");
  REQUIRE(texts_of(measures, "label-text"));
  CHECK(texts_of(measures, "label-text")->spread == doctest::Approx(0.2f));
}

TEST_CASE("style: the title of a plain header is read on the body, also on a dark page") {
  Poster poster;
  poster.style = Style::Dark;
  Section& section = poster.sections.emplace_back();
  section.id = "a";
  section.title = "明";
  section.header = HeaderKind::Plain;
  section.colors.header = Color{0x6D, 0xB5, 0xD9, 255};
  const PosterLayout layout = layout_poster(poster, testing::all_fonts());
  std::size_t runs = 0;
  for (const Item& item : layout.page.items) {
    const Group* group = std::get_if<Group>(&item);
    if (!group || group->id != "a.title") continue;
    for (const Item& inner : group->items) {
      const GlyphRun* run = std::get_if<GlyphRun>(&inner);
      if (!run) continue;
      ++runs;
      CHECK(contrast(run->color, body_color(poster, section)) >= 4.5f);
    }
  }
  CHECK(runs > 0);
}
