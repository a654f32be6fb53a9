// The page of other posters: templates, those that were worked on before, and what happens to the one that is open.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/poster_json.h"
#include "unit/session/screen.h"

namespace sixiang::app {
namespace {

using testing::Sample;

Image picture(int width, int height) {
  return {width, height, std::vector<std::uint8_t>(4 * std::size_t(width) * std::size_t(height), 200)};
}

struct Shelf : Sample {
  Shelf() {
    editor().set_gallery({{"loop", {"A loop", "环"}}, {"stack", {"A stack", "栈"}}});
    editor().set_shelf({{"k1", "一年跑步", "刚才", {1920, 1080}}, {"k2", "手冲", "昨天", {1080, 1920}}});
    editor().act("new");
    settle();
  }
};

TEST_CASE_FIXTURE(Shelf, "posters are asked for once when their page opens, and again when their pictures are lost") {
  CHECK(count<ShowPosters>() == 1);
  settle();
  CHECK(count<ShowPosters>() == 0);
  editor().lose_textures();
  settle();
  CHECK(count<ShowPosters>() == 1);
  CHECK(editor().close_menu());
  settle();
  CHECK(!has_widget("panel.new.from.loop"));
}

TEST_CASE_FIXTURE(Shelf, "a template or a recent poster is opened, copied, removed by whoever has it") {
  CHECK(widget("panel.new.from.loop").label == "环");
  click("panel.new.shelf.k2.copy");
  CHECK(last<ShelfRequest>().task == ShelfTask::Copy);
  CHECK(last<ShelfRequest>().id == "k2");
  CHECK(has_widget("panel.new.shelf.k2"));  // the page stays
  click("panel.new.shelf.k1.remove");
  CHECK(last<ShelfRequest>().task == ShelfTask::Remove);
  click("panel.new.shelf.k1");
  CHECK(last<ShelfRequest>().task == ShelfTask::Open);
  CHECK(last<ShelfRequest>().id == "k1");
  CHECK(!has_widget("panel.new.shelf.k1"));
}

TEST_CASE_FIXTURE(Shelf, "templates are shown by their shapes, as their pictures have them") {
  editor().set_poster_picture("new.from.loop", picture(160, 90));
  editor().set_poster_picture("new.from.stack", picture(90, 160));
  settle();
  CHECK(editor().has_poster_picture("new.from.loop"));
  click("panel.new.shape.2");
  CHECK(has_widget("panel.new.from.loop"));
  CHECK(!has_widget("panel.new.from.stack"));
  click("panel.new.shape.0");
  CHECK(has_widget("panel.new.from.stack"));
}

TEST_CASE_FIXTURE(Sample, "a poster is put aside when another takes its place, whatever brings that") {
  const std::string before = to_json(poster());
  SUBCASE("a blank page") { editor().act("new.1080x1440"); }
  SUBCASE("a document") {
    REQUIRE(editor().replace(R"({"format": "sixiang-poster", "version": 2, "title": {"text": "甲"}})").ok());
  }
  SUBCASE("a text") { REQUIRE(editor().take_text("# 题\n## 节\n- 甲\n- 乙\n").ok()); }
  settle();
  CHECK(last<PutAside>().poster == before);
}

TEST_CASE_FIXTURE(Sample, "what is no other poster, or none at all, puts nothing aside") {
  REQUIRE(editor().replace(to_json(poster())).ok());
  CHECK(!editor().replace("{").ok());
  settle();
  CHECK(count<PutAside>() == 0);
}

TEST_CASE_FIXTURE(Sample, "a small picture of any document") {
  const auto png = editor().picture_of(to_json(poster()));
  REQUIRE(png);
  CHECK(png.value().size() > 10000);
  CHECK(!editor().picture_of("{").ok());
}

}  // namespace
}  // namespace sixiang::app
