// How things of the poster look in lists: their sign and their words.
#include <algorithm>
#include <string>

#include "model/ids.h"
#include "panel/parts.h"

namespace sixiang::panel {

namespace {

const char* icon_of_role(std::string_view role) {
  if (role == "key") return "radical";
  if (role == "sub") return "list-tree";
  if (role == "figure") return "hash";
  if (role == "callout") return "lightbulb";
  if (role == "code") return "code";
  if (role == "tag") return "tag";
  return "list";
}

const Field* find_by_key(const FieldGroup* group, std::string_view key) {
  if (!group) return nullptr;
  for (const Field& field : group->fields) {
    if (field.id == join_id(group->id, key)) return &field;
  }
  return nullptr;
}

// An icon's name.
const char* icon_of(const Frame& frame, const OutlineItem& thing) {
  switch (thing.kind) {
    case ThingKind::Page:
      return "file-text";
    case ThingKind::Title:
      return "type";
    case ThingKind::Center:
    case ThingKind::Token:
      return "circle";
    case ThingKind::Label: {
      const Field* role = find_by_key(find_group(frame.input.field_tree, thing.id), "role");
      return icon_of_role(role ? role->value : "");
    }
    case ThingKind::Diagram:
      return "workflow";
    case ThingKind::Node: {
      const Field* shape = find_by_key(find_group(frame.input.field_tree, thing.id), "shape");
      return shape && shape->value == "circle" ? "circle" : shape && shape->value == "diamond" ? "diamond" : "square";
    }
    case ThingKind::Arrow:
    case ThingKind::Link:
    case ThingKind::Span:
      return "arrow-right";
    case ThingKind::Bar:
      return "chart-column";
    case ThingKind::Column:
    case ThingKind::Row:
      return "table";
    case ThingKind::Decoration:
      return "sparkles";
    case ThingKind::Tile:
    case ThingKind::Section:
    case ThingKind::Badge:
    case ThingKind::CenterLine:
    case ThingKind::Caption:
    case ThingKind::Divider:
    case ThingKind::Axes:
      return "square";
  }
  return "square";
}

// Body and header.
void draw_section_chip(Frame& frame, const OutlineItem& thing, const Rect& square) {
  ImDrawList& list = frame.sheet.list();
  const FieldGroup* colors = find_group(frame.input.field_tree, join_id(thing.id, "colors"));
  const auto fill_of = [colors](const char* key) {
    const Field* field = find_by_key(colors, key);
    const auto color = field ? parse_color(field->value) : std::nullopt;
    return color ? panel::color_of(*color) : theme().line;
  };
  const Rect chip = inset(square, 1.5f);
  list.AddRectFilled(min_of(chip), max_of(chip), fill_of("fill"), 5);
  list.AddRectFilled(min_of(chip), ImVec2(chip.right(), chip.y + chip.height * 0.45f), fill_of("header"), 5,
                     ImDrawFlags_RoundCornersTop);
  list.AddRect(min_of(chip), max_of(chip), theme().ink, 5, ImDrawFlags_None, 1.4f);
}

// Its own text, where that says more than its name.
std::string words_of(const Frame& frame, const OutlineItem& thing) {
  if (thing.kind == ThingKind::Label || thing.kind == ThingKind::Title) {
    const Field* text = find_by_key(find_group(frame.input.field_tree, thing.id), "text");
    if (text && !text->value.empty()) return text->value.substr(0, text->value.find('\n'));
  }
  return frame.say(thing.name);
}

}  // namespace

const FieldGroup* find_group(const std::vector<FieldGroup>& groups, std::string_view id) {
  for (const FieldGroup& group : groups) {
    if (group.id == id) return &group;
    if (const FieldGroup* inner = find_group(group.groups, id)) return inner;
  }
  return nullptr;
}

void draw_sign(Frame& frame, const OutlineItem& thing, const Rect& square) {
  if (thing.kind == ThingKind::Section) return draw_section_chip(frame, thing, square);
  draw_label_picture(frame, ":" + std::string(icon_of(frame, thing)) + ":", square, PictureUse::Row);
}

void draw_words(Frame& frame, const OutlineItem& thing, const Rect& room, ImU32 color) {
  const std::string words = words_of(frame, thing);
  if (has_formula(words) && frame.input.picture) {
    const Picture picture = frame.input.picture(words, 10 * room.width, PictureUse::Row);
    const float scale = std::min({1.0f, room.width / picture.size.width, (room.height - 4) / picture.size.height});
    // Smaller than that nobody could read it.
    if (picture.texture && scale > 0.6f) {
      const Size size{picture.size.width * scale, picture.size.height * scale};
      const Rect place{room.x, std::round(room.center().y - size.height / 2), size.width, size.height};
      frame.sheet.list().AddImage(ImTextureRef(ImTextureID(picture.texture)), min_of(place), max_of(place));
      return;
    }
  }
  frame.sheet.text({room.x, room.center().y}, words, color, kSmallSize, room.width);
}

}  // namespace sixiang::panel
