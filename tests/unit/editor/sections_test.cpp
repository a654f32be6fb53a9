// Links and sections within sections: made, moved, taken away.
#include <doctest/doctest.h>

#include <string>

#include "editor/command.h"
#include "editor/editor_state.h"
#include "editor/field_tree.h"
#include "model/check.h"
#include "model/poster_json.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

Poster sample_poster() {
  return parse_poster(testing::read_text(testing::source_path("tests/cases/edited-poster.json"))).value();
}

// A section within the first, and a link to it from the last.
Poster nested_poster() {
  Poster poster = apply_command(sample_poster(), AddItem{"gan.sections", "内"});
  poster = apply_command(poster, AddItem{"links", "x"});
  poster = apply_command(poster, SetChoice{"links.0.from", "ar"});
  return apply_command(poster, SetChoice{"links.0.to", "section-1"});
}

}  // namespace

TEST_CASE("a link joins the last two sections at first, and any two when its ends are chosen") {
  const Poster poster = apply_command(sample_poster(), AddItem{"links", ""});
  REQUIRE(poster.links.size() == 1);
  CHECK(poster.links[0].from == "diffusion");
  CHECK(poster.links[0].to == "ar");
  const Poster other = apply_command(poster, SetChoice{"links.0.from", "gan"});
  CHECK(other.links[0].from == "gan");
  CHECK(apply_command(poster, SetChoice{"links.0.from", "nobody"}) == poster);
  CHECK(apply_command(poster, SetText{"links.0.text", "a\nb"}).links[0].text == "a\nb");
  const std::optional<Field> field = find_field(other, "links.0.from");
  REQUIRE(field.has_value());
  CHECK(field->kind == FieldKind::Choice);
  REQUIRE(field->options.size() == 4);
  CHECK(field->options[1].word == "vae");
  CHECK(field->options[1].label.chinese == "VAE 变分自编码");
  CHECK(find_field(other, "links.0.color")->value == find_field(other, "gan.colors.header")->value);
  Poster alone;
  CHECK(apply_command(alone, AddItem{"links", ""}) == alone);
}

TEST_CASE("links go with their sections, also with one that holds the section that they join") {
  const Poster poster = nested_poster();
  REQUIRE(poster.links.size() == 1);
  CHECK(apply_command(poster, RemoveItem{"ar"}).links.empty());
  CHECK(apply_command(poster, RemoveItem{"section-1"}).links.empty());
  CHECK(apply_command(poster, RemoveItem{"gan"}).links.empty());
  CHECK(apply_command(poster, RemoveItem{"vae"}).links == poster.links);
}

TEST_CASE("a section within another is edited by its own id") {
  Poster poster = nested_poster();
  const Section& inner = poster.sections[0].sections.at(0);
  CHECK(inner.id == "section-1");
  CHECK(inner.title == "内");
  poster = apply_command(poster, AddItem{"section-1.content", "要点"});
  poster = apply_command(poster, SetText{"section-1.content.0.text", "新"});
  poster = apply_command(poster, SetChoice{"section-1.header", "plain"});
  poster = apply_command(poster, SetNumber{"section-1.span.columns", 3});
  poster = apply_command(poster, SetChoice{"gan.layout.connect", "arrows"});
  CHECK(poster.sections[0].sections[0].content[0].text == "新");
  CHECK(poster.sections[0].sections[0].header == HeaderKind::Plain);
  CHECK(poster.sections[0].sections[0].span.columns == 3);
  CHECK(poster.sections[0].layout.connect == Connect::Arrows);
  CHECK(find_field(poster, "section-1.title")->value == "内");
  CHECK(find_field(poster, "section-1.content.0.text")->value == "新");
  CHECK(has_block(poster, "section-1.content.0"));
  CHECK(apply_command(poster, AddItem{"vae.sections", ""}).sections[1].sections[0].id == "section-2");
}

TEST_CASE("a section moves into another and out again, with its id, its links and the selection") {
  const Poster poster = apply_command(sample_poster(), AddItem{"links", ""});
  EditorState state = select(make_editor(poster, Language::Chinese), "ar.content.1");
  state = update(std::move(state), MoveItem{"ar", "gan.sections", 0});
  CHECK(state.poster.sections.size() == 3);
  CHECK(state.poster.sections[0].sections.at(0) == poster.sections[3]);
  CHECK(state.poster.links == poster.links);
  CHECK(state.selection.lead() == "ar.content.1");
  CHECK(check_poster(state.poster).empty());
  state = update(std::move(state), MoveItem{"ar", "sections", 3});
  CHECK(state.poster == poster);
  CHECK(state.selection.lead() == "ar.content.1");
}

TEST_CASE("a section moves into one that stands behind it in the same list") {
  const Poster poster = sample_poster();
  for (const std::size_t holder : {1, 3}) {
    const std::string id = poster.sections[holder].id;
    const Poster moved = apply_command(poster, MoveItem{"gan", id + ".sections", 0});
    REQUIRE(moved.sections.size() == 3);
    CHECK(moved.sections[holder - 1].id == id);
    REQUIRE(moved.sections[holder - 1].sections.size() == 1);
    CHECK(moved.sections[holder - 1].sections[0] == poster.sections[0]);
    CHECK(apply_command(moved, MoveItem{"gan", "sections", 0}) == poster);
  }
}

TEST_CASE("no section moves into itself, nor a second level down, and none is begun there") {
  const Poster poster = nested_poster();
  CHECK(apply_command(poster, MoveItem{"gan", "gan.sections", 0}) == poster);
  CHECK(apply_command(poster, MoveItem{"gan", "section-1.sections", 0}) == poster);
  CHECK(apply_command(poster, MoveItem{"vae", "section-1.sections", 0}) == poster);
  CHECK(apply_command(poster, MoveItem{"gan", "vae.sections", 0}) == poster);
  CHECK(refusal(poster, MoveItem{"gan", "vae.sections", 0}).has_value());
  CHECK(apply_command(poster, AddItem{"section-1.sections", ""}) == poster);
}

TEST_CASE("a label moves between sections of both levels") {
  const Poster poster = nested_poster();
  const Poster moved = apply_command(poster, MoveItem{"vae.content.2", "section-1.content", 0});
  CHECK(moved.sections[0].sections[0].content.at(0) == poster.sections[1].content[2]);
  CHECK(apply_command(moved, MoveItem{"section-1.content.0", "vae.content", 2}) == poster);
}

TEST_CASE("a new section has one colour, from which the others follow") {
  const Poster poster = apply_command(sample_poster(), AddItem{"sections", "新"});
  const SectionColors& colors = poster.sections.back().colors;
  CHECK(colors.header.has_value());
  CHECK_FALSE((colors.fill || colors.accent || colors.outline));
  CHECK_FALSE(find_field(poster, "section-1.colors.fill")->is_given);
  CHECK_FALSE(find_field(poster, "section-1.colors.fill")->value.empty());
}
