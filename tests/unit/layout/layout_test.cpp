// What must hold on every page, whatever the document: nothing overlaps, nothing is cut, nothing is missing.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "display/dump.h"
#include "layout/poster_layout.h"
#include "model/poster_json.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

// The default poster and every document of tests/cases/posters.
std::vector<std::string> posters() {
  std::vector<std::string> files = {"assets/posters/generative-models.json"};
  for (const auto& entry : std::filesystem::directory_iterator(testing::source_path("tests/cases/posters"))) {
    if (entry.path().extension() == ".json") files.push_back("tests/cases/posters/" + entry.path().filename().string());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() > 10);
  return files;
}

Poster read_poster(const std::string& file) {
  Result<Poster> poster = parse_poster(testing::read_text(testing::source_path(file)));
  REQUIRE_MESSAGE(poster.ok(), file);
  return poster.value();
}

bool is_content(const Block& block) {
  switch (block.kind) {
    case BlockKind::Title:
    case BlockKind::SectionTitle:
    case BlockKind::Icon:
    case BlockKind::Badge:
    case BlockKind::Diagram:
    case BlockKind::Label:
    case BlockKind::Decoration:
      return true;
    case BlockKind::Center:
    case BlockKind::CenterLine:
    case BlockKind::Section:
    case BlockKind::DiagramPart:
    case BlockKind::Card:
      return false;
  }
  return false;
}

const Block* find(const PosterLayout& layout, const std::string& id) {
  for (const Block& block : layout.blocks) {
    if (block.id == id) return &block;
  }
  return nullptr;
}

// What the group with that id really draws.
Rect ink_of(const PosterLayout& layout, const std::string& id) {
  for (const Item& item : layout.items) {
    const Group* group = std::get_if<Group>(&item);
    if (group && group->id == id) return ink_bounds({*group}, testing::all_fonts());
  }
  return {};
}

float distance(const Rect& rect, Point point) {
  const float dx = std::max({rect.left() - point.x, 0.0f, point.x - rect.right()});
  const float dy = std::max({rect.top() - point.y, 0.0f, point.y - rect.bottom()});
  return std::sqrt(dx * dx + dy * dy);
}

void check_nothing_overlaps(const PosterLayout& layout) {
  std::vector<Block> content;
  std::copy_if(layout.blocks.begin(), layout.blocks.end(), std::back_inserter(content), is_content);
  for (std::size_t i = 0; i < content.size(); ++i) {
    for (std::size_t k = i + 1; k < content.size(); ++k) {
      if (content[i].rect.empty() || content[k].rect.empty()) continue;
      CAPTURE(content[i].id);
      CAPTURE(content[k].id);
      CHECK_FALSE(intersects(inset(content[i].rect, 0.1f), inset(content[k].rect, 0.1f)));
    }
  }
}

void check_inside(const PosterLayout& layout) {
  for (const Block& block : layout.blocks) {
    CAPTURE(block.id);
    CHECK(contains(inset({0, 0, layout.page.width, layout.page.height}, -0.1f), block.rect));
    const Block* section = find(layout, block.id.substr(0, block.id.find('.')));
    if (!section || section->kind != BlockKind::Section || section == &block) continue;
    CHECK(contains(section->rect, inset(block.rect, 0.1f)));
    if (const Rect ink = ink_of(layout, block.id); !ink.empty()) CHECK(contains(section->rect, ink));
  }
}

void check_disc_is_free(const PosterLayout& layout) {
  const Block* center = find(layout, "center");
  if (!center) return;
  const float radius = center->rect.width / 2;
  for (const Block& block : layout.blocks) {
    if (!is_content(block) || block.rect.empty()) continue;
    CAPTURE(block.id);
    CHECK(distance(inset(block.rect, 0.1f), center->rect.center()) >= radius);
  }
  for (const Block& block : layout.blocks) {
    if (block.kind != BlockKind::CenterLine) continue;
    CAPTURE(block.id);
    const Rect ink = ink_of(layout, block.id);
    for (Point corner : {Point{ink.left(), ink.top()}, Point{ink.right(), ink.bottom()}}) {
      const Point d = corner - center->rect.center();
      CHECK(d.x * d.x + d.y * d.y <= radius * radius);
    }
  }
}

void check_complete(const PosterLayout& layout, const Poster& poster) {
  for (const Section& section : poster.sections) {
    CAPTURE(section.id);
    CHECK(find(layout, section.id + ".title"));
    CHECK(section.badge.has_value() == (find(layout, section.id + ".badge") != nullptr));
    CHECK(section.diagram.has_value() == (find(layout, section.id + ".diagram") != nullptr));
    for (std::size_t i = 0; i < section.labels.size(); ++i) {
      const Block* label = find(layout, section.id + ".labels." + std::to_string(i));
      REQUIRE(label);
      CHECK(label->source == section.labels[i].text);
    }
  }
}

}  // namespace

TEST_CASE("nothing overlaps, leaves its section or is missing, on the default poster and on stress documents") {
  for (const std::string& file : posters()) {
    CAPTURE(file);
    const Poster poster = read_poster(file);
    const PosterLayout layout = layout_poster(poster, testing::all_fonts());
    CHECK(layout.pending.empty());
    check_nothing_overlaps(layout);
    check_inside(layout);
    check_disc_is_free(layout);
    check_complete(layout, poster);
    const bool crowded = file.find("overflow") != std::string::npos;
    const bool reported =
        std::any_of(layout.blocks.begin(), layout.blocks.end(), [](const Block& block) { return block.overflow; });
    CHECK(reported == crowded);
  }
}

TEST_CASE("the default poster: one size a role, and titles and key formulas readable at 360 pixels") {
  const PosterLayout layout = layout_poster(read_poster("assets/posters/generative-models.json"), testing::all_fonts());
  std::map<std::string, std::vector<float>> sizes;
  for (const Block& block : layout.blocks) {
    if (block.kind == BlockKind::SectionTitle) sizes["titles"].push_back(block.font_size);
    if (block.kind != BlockKind::Label) continue;
    const std::string section = block.id.substr(0, block.id.find('.'));
    const bool key = block.rect.top() < find(layout, section + ".cards.0")->rect.bottom();
    sizes[key ? "keys of " + section : "bullets"].push_back(block.font_size);
  }
  CHECK(sizes.size() == 6);
  // No structured bindings here: clang 14 cannot capture them, as CAPTURE does.
  for (const auto& entry : sizes) {
    CAPTURE(entry.first);
    const float least = *std::min_element(entry.second.begin(), entry.second.end());
    const float most = *std::max_element(entry.second.begin(), entry.second.end());
    CHECK(most - least < 0.01f);
    CHECK(least >= (entry.first == "titles" ? 30 : 22));
  }
  CHECK(layout.diagnostics.empty());
}

TEST_CASE("a page of another size or proportion is the same design") {
  Poster poster = read_poster("assets/posters/generative-models.json");
  const PosterLayout small = layout_poster(poster, testing::all_fonts());
  poster.page.width = poster.page.height = 2160;
  const PosterLayout large = layout_poster(poster, testing::all_fonts());
  REQUIRE(small.blocks.size() == large.blocks.size());
  for (std::size_t i = 0; i < small.blocks.size(); ++i) {
    CHECK(large.blocks[i].rect.x == doctest::Approx(2 * small.blocks[i].rect.x).epsilon(0.01));
  }
  for (Size page : {Size{1080, 1440}, Size{1920, 1080}, Size{640, 640}}) {
    poster.page.width = page.width;
    poster.page.height = page.height;
    const PosterLayout layout = layout_poster(poster, testing::all_fonts());
    check_nothing_overlaps(layout);
    check_inside(layout);
    check_disc_is_free(layout);
  }
}

TEST_CASE("fonts that are not here are replaced and reported") {
  Poster poster;
  poster.title.text = "标题";
  poster.fonts.title = "Comic Sans";
  const PosterLayout layout = layout_poster(poster, testing::all_fonts());
  REQUIRE(layout.diagnostics.size() == 1);
  CHECK(layout.diagnostics[0].code == "unknown-font");
  CHECK(layout.diagnostics[0].block == "fonts.title");
}

TEST_CASE("what is not loaded yet is pending, and the layout is the same once it is") {
  const Poster poster = read_poster("assets/posters/generative-models.json");
  FontSet fonts(testing::all_fonts().manifest());
  PosterLayout layout = layout_poster(poster, fonts);
  CHECK_FALSE(layout.pending.empty());
  for (int round = 0; round < 8 && !layout.pending.empty(); ++round) {
    for (SliceId slice : layout.pending) REQUIRE(fonts.load(slice, testing::all_fonts().file_bytes(slice)));
    layout = layout_poster(poster, fonts);
  }
  CHECK(layout.pending.empty());
  CHECK(dump(layout.items) == dump(layout_poster(poster, testing::all_fonts()).items));
}

TEST_CASE("the default poster's display list") {
  const PosterLayout layout = layout_poster(read_poster("assets/posters/generative-models.json"), testing::all_fonts());
  testing::check_text_golden("layout/generative-models.json", to_json(layout, Language::English));
}
