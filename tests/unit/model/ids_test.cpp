// Ids: made, taken apart, and put together again.
#include <doctest/doctest.h>

#include "model/ids.h"

namespace sixiang {
namespace {

TEST_CASE("an id is its keys joined by dots; sections and nodes go by their own ids") {
  FlowNode node;
  node.id = "d";
  Section section;
  section.id = "gan";
  CHECK(join_id("", "title") == "title");
  CHECK(join_id("gan", "content") == "gan.content");
  CHECK(item_id("gan.content", Label{}, 2) == "gan.content.2");
  CHECK(item_id("gan.content.0.diagram.nodes", node, 2) == "gan.content.0.diagram.nodes.d");
  CHECK(item_id("sections", section, 2) == "gan");
  CHECK(item_id("vae.sections", section, 2) == "gan");
  CHECK(parent_of("gan.content.2") == "gan.content");
  CHECK(parent_of("gan") == "");
}

TEST_CASE("an id lies in another key by key, not letter by letter") {
  CHECK(lies_in("gan.content.2", "gan"));
  CHECK(lies_in("gan", "gan"));
  CHECK(lies_in("gan", ""));
  CHECK(!lies_in("gang", "gan"));
  CHECK(!lies_in("gan.content.20", "gan.content.2"));
  CHECK(!lies_in("gan", "gan.content"));
}

TEST_CASE("what a section within another holds goes by its own id, and lies within both") {
  Section section;
  section.id = "gan";
  section.sections.resize(1);
  section.sections[0].id = "inner";
  CHECK(lies_within("inner.title", "gan", section));
  CHECK(lies_within("inner", "gan", section));
  CHECK(lies_within("gan.title", "gan", section));
  CHECK(!lies_within("inner2.title", "gan", section));
  CHECK(!lies_within("inner", "gan", Label{}));
}

TEST_CASE("an item's index is found in its list, and another may be put in its place") {
  const std::optional<IndexedId> id = indexed_id("gan.content.2.text", "gan.content");
  REQUIRE(id);
  CHECK(id->index == 2);
  CHECK(id->rest == ".text");
  CHECK(id->at(11) == "gan.content.11.text");
  CHECK(indexed_id("gan.content.2", "gan.content")->at(0) == "gan.content.0");
  CHECK(!indexed_id("gan.content", "gan.content"));
  CHECK(!indexed_id("gan.content.x", "gan.content"));
  CHECK(!indexed_id("vae.content.2", "gan.content"));
  CHECK(!indexed_id("gan.content.99999999999", "gan.content"));
}

TEST_CASE("what has an id of its own has no index, though it may be called by a number") {
  CHECK(!indexed_id("gan.content.0.diagram.nodes.2", "gan.content.0.diagram.nodes"));
  CHECK(!indexed_id("nodes.2", "nodes"));
  CHECK(!indexed_id("2", "sections"));
  CHECK(!indexed_id("gan.sections.2", "gan.sections"));
  CHECK(!indexed_id("2.title", ""));
}

TEST_CASE("a block and the field that makes it") {
  CHECK(block_of("gan.content.2", "text") == BlockId{"gan.content.2", "gan.content.2.text"});
  CHECK(block_of("gan.title") == BlockId{"gan.title", "gan.title"});
  CHECK(within("gan.content.0.diagram", block_of("nodes.d", "text")) ==
        BlockId{"gan.content.0.diagram.nodes.d", "gan.content.0.diagram.nodes.d.text"});
  CHECK(within("gan.content.0.diagram", {}) == BlockId{"gan.content.0.diagram", "gan.content.0.diagram"});
}

}  // namespace
}  // namespace sixiang
