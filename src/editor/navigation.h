// What can be selected on a poster, in the order of the document: what holds what, what stands beside it, and what each
// is called. Pure; where things stand on the page is the layout's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "model/poster.h"

namespace sixiang {

// Caption: the text below a diagram, where it has one. Axes, Divider: of the page, or of the sections within one.
enum class ThingKind : std::uint8_t {
  Page,
  Title,
  Center,
  CenterLine,
  Section,
  Badge,
  Label,
  Diagram,
  Caption,
  Node,
  Arrow,
  Tile,
  Span,
  Token,
  Bar,
  Column,
  Row,
  Divider,
  Axes,
  Link,
  Decoration
};

struct OutlineItem {
  std::string id;      // "gan.content.2"; of a diagram "gan.content.0.diagram", and its caption "gan.content.0"
  std::string parent;  // what it lies in; empty: the page
  ThingKind kind = ThingKind::Page;
  Message name;      // "Label 3": counted among its like; "GAN", "D → loss": as it is written
  std::string item;  // what MoveItem and RemoveItem call it: of a diagram the label; empty where it stands in no list
  int depth = 0;     // the page 0, sections 1, labels 2
  bool operator==(const OutlineItem&) const = default;
};

// The page first, with an empty id; then its title, the circle, the sections and what else it has, each before what it
// holds.
std::vector<OutlineItem> outline(const Poster& poster);

// The thing that an id of a thing, a field or a block belongs to: "gan.content.2" of "gan.content.2.text"; the page
// where there is none.
OutlineItem thing_at(const Poster& poster, std::string_view id);

// Escape: what it lies in. Of the page the page.
std::string parent_of_thing(const Poster& poster, std::string_view id);
// Enter: of the page the first section, of a section its first label, else whatever it holds first; empty where it
// holds nothing.
std::string first_child(const Poster& poster, std::string_view id);
// The arrows: what stands before or after it in what both lie in; empty at the ends.
std::string sibling_before(const Poster& poster, std::string_view id);
std::string sibling_after(const Poster& poster, std::string_view id);
// Itself and the others of its list; itself alone where it stands in none.
std::vector<std::string> siblings(const Poster& poster, std::string_view id);

// Whether one lies in the other, or is it.
bool holds(const Poster& poster, std::string_view outer, std::string_view inner);

// From the outermost to the thing itself: "GAN" and "Label 3", each with its id. Of the page the page alone.
struct Crumb {
  std::string id;
  Message name;
  bool operator==(const Crumb&) const = default;
};
std::vector<Crumb> crumbs_of(const Poster& poster, std::string_view id);
// "GAN › Label 3"
Message name_of_thing(const Poster& poster, std::string_view id);

}  // namespace sixiang
