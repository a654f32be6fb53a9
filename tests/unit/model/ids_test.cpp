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
  CHECK(join_id("gan", "labels") == "gan.labels");
  CHECK(item_id("gan.labels", Label{}, 2) == "gan.labels.2");
  CHECK(item_id("gan.diagram.nodes", node, 2) == "gan.diagram.nodes.d");
  CHECK(item_id("sections", section, 2) == "gan");
  CHECK(parent_of("gan.labels.2") == "gan.labels");
  CHECK(parent_of("gan") == "");
}

TEST_CASE("an id lies in another key by key, not letter by letter") {
  CHECK(lies_in("gan.labels.2", "gan"));
  CHECK(lies_in("gan", "gan"));
  CHECK(lies_in("gan", ""));
  CHECK(!lies_in("gang", "gan"));
  CHECK(!lies_in("gan.labels.20", "gan.labels.2"));
  CHECK(!lies_in("gan", "gan.labels"));
}

TEST_CASE("an item's index is found in its list, and another may be put in its place") {
  const std::optional<IndexedId> id = indexed_id("gan.labels.2.text", "gan.labels");
  REQUIRE(id);
  CHECK(id->index == 2);
  CHECK(id->rest == ".text");
  CHECK(id->at(11) == "gan.labels.11.text");
  CHECK(indexed_id("gan.labels.2", "gan.labels")->at(0) == "gan.labels.0");
  CHECK(!indexed_id("gan.labels", "gan.labels"));
  CHECK(!indexed_id("gan.labels.x", "gan.labels"));
  CHECK(!indexed_id("vae.labels.2", "gan.labels"));
  CHECK(!indexed_id("gan.labels.99999999999", "gan.labels"));
}

TEST_CASE("what has an id of its own has no index, though it may be called by a number") {
  CHECK(!indexed_id("gan.diagram.nodes.2", "gan.diagram.nodes"));
  CHECK(!indexed_id("nodes.2", "nodes"));
  CHECK(!indexed_id("2", "sections"));
  CHECK(!indexed_id("2.title", ""));
}

TEST_CASE("a block and the field that makes it") {
  CHECK(block_of("gan.labels.2", "text") == BlockId{"gan.labels.2", "gan.labels.2.text"});
  CHECK(block_of("gan.title") == BlockId{"gan.title", "gan.title"});
  CHECK(within("gan.diagram", block_of("nodes.d", "text")) ==
        BlockId{"gan.diagram.nodes.d", "gan.diagram.nodes.d.text"});
  CHECK(within("gan.diagram", {}) == BlockId{"gan.diagram", "gan.diagram"});
}

}  // namespace
}  // namespace sixiang
