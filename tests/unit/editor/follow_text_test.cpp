// The title's emphasis belongs to its words: it moves with them.
#include "editor/follow_text.h"

#include <doctest/doctest.h>

#include "editor/editor_state.h"

using namespace sixiang;

namespace {

// "[" and "]" stand around the stressed words.
std::string marked(const std::string& before, int start, int length, const std::string& after) {
  Emphasis emphasis;
  emphasis.start = start;
  emphasis.length = length;
  const Emphasis now = followed(emphasis, before, after);
  std::string text = after;
  text.insert(std::size_t(now.start + now.length), "]");
  text.insert(std::size_t(now.start), "[");
  return text;
}

}  // namespace

TEST_CASE("stressed words stay stressed when the text around them changes") {
  CHECK(marked("four models", 5, 6, "the four models") == "the four [models]");
  CHECK(marked("four models", 5, 6, "models") == "[models]");
  CHECK(marked("four models", 5, 6, "four models today") == "four [models] today");
  CHECK(marked("four models", 5, 6, "four big models") == "four big [models]");
  CHECK(marked("four models", 0, 4, "A four models") == "A [four] models");
  CHECK(marked("four models", 0, 4, "fourth models") == "[four]th models");
}

TEST_CASE("stressed words that are edited stay stressed as far as they are there") {
  CHECK(marked("four models", 5, 6, "four mXodels") == "four [mXodels]");
  CHECK(marked("four models", 5, 6, "four mdels") == "four [mdels]");
  CHECK(marked("four models", 5, 6, "four ") == "four []");
  CHECK(marked("four models", 0, 11, "five") == "[five]");
  CHECK(marked("four models", 5, 6, "five") == "f[]ive");
  CHECK(marked("four models", 5, 6, "x") == "[]x");
}

TEST_CASE("an edit of the title takes its emphasis along, counted in characters") {
  Poster poster;
  poster.title.text = "四大模型";
  poster.title.emphasis = Emphasis{};
  poster.title.emphasis->start = 2;
  poster.title.emphasis->length = 2;
  poster = apply_command(poster, SetText{"title.text", "一张图看懂四大模型"});
  CHECK(poster.title.emphasis->start == 7);
  CHECK(poster.title.emphasis->length == 2);
  poster = apply_command(poster, SetText{"title.text", "四大模型"});
  CHECK(poster.title.emphasis->start == 2);
  CHECK(poster.title.emphasis->length == 2);
}

TEST_CASE("stressed words come back with what was typed over them, and what replaces them is stressed whole") {
  Poster poster;
  poster.title.text = "四大模型";
  poster.title.emphasis = Emphasis{};
  poster.title.emphasis->start = 2;
  poster.title.emphasis->length = 2;
  EditorState state = make_editor(poster, Language::Chinese);
  for (const char* text : {"四大", "四大G", "四大GA", "四大GAN"})
    state = update(std::move(state), SetText{"title.text", text});
  CHECK(state.poster.title.emphasis->start == 2);
  CHECK(state.poster.title.emphasis->length == 3);
  state = update(std::move(state), SetText{"title.text", "四大模型"});
  CHECK(state.poster == poster);
  CHECK(state.history.past.empty());
}
