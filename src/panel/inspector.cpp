// The fields of one thing, what it lies in, what lies in it, and what can be done to it. Nothing of any other thing.
#include <algorithm>
#include <iterator>
#include <optional>

#include "model/ids.h"
#include "panel/parts.h"
#include "panel/texts.h"

namespace sixiang::panel {

const Action* find_action(const FieldGroup& group, ActionKind kind) {
  for (const Action& action : group.actions) {
    if (action.kind == kind) return &action;
  }
  return nullptr;
}

bool action_button(Frame& frame, const Action& action, Glyph glyph, const Rect& rect) {
  ButtonSpec spec;
  spec.id = action.id;
  spec.label = frame.say(action.label);
  spec.glyph = glyph;
  spec.enabled = action.enabled;
  const bool pressed = frame.sheet.button(spec, rect);
  if (pressed) perform(frame, action);
  return pressed;
}

namespace {

constexpr float kCrumbs = 40, kCrumbGap = 18, kMostOfCrumb = 84;

enum class Aspect : std::uint8_t { Content, Look, Position };

std::string_view key_of(std::string_view id) { return id.substr(id.rfind('.') + 1); }

Aspect aspect_of(const Field& field) {
  const std::string_view key = key_of(field.id);
  if (key == "place" || key == "column" || key == "row") return Aspect::Position;
  const bool is_content = field.kind == FieldKind::Text || field.kind == FieldKind::Icon;
  return is_content ? Aspect::Content : Aspect::Look;
}

class Inspector {
 public:
  explicit Inspector(Frame& frame) : frame_(frame), sheet_(frame.sheet), subject_(frame.subject) {}

  void draw() {
    draw_crumbs();
    if (subject_.kind == ThingKind::Page) return draw_page();
    // A diagram is the item that it stands in, and its caption too.
    const FieldGroup* group = find(subject_.kind == ThingKind::Diagram ? subject_.item : subject_.id);
    if (!group) return;
    draw_aspect(*group, Aspect::Content, texts::kContent);
    if (subject_.kind == ThingKind::Diagram) draw_diagram();
    for (const FieldGroup& part : group->groups) {
      if (part.kind == GroupKind::Part && !is_folded_part(part) && key_of(part.id) != "span") draw_part(part);
    }
    draw_aspect(*group, Aspect::Look, texts::kLook);
    draw_groups(*group, GroupKind::Colors);
    if (subject_.kind == ThingKind::Node) draw_arrows();
    draw_position(*group);
    draw_groups(*group, GroupKind::List);
    for (const FieldGroup& part : group->groups) {
      if (is_folded_part(part)) draw_folded(part);
    }
    draw_removal(*group);
  }

 private:
  const FieldGroup* find(std::string_view id) const { return find_group(frame_.input.field_tree, id); }

  void select(const std::string& id) { frame_.output.requests.emplace_back(SelectRequest{id}); }

  // ---- where it lies ------------------------------------------------------------------------------------------------
  void draw_crumbs() {
    std::vector<Crumb> crumbs = crumbs_of(frame_.input.editor.poster, subject_.id);
    crumbs.insert(crumbs.begin(), Crumb{{}, texts::kPoster});
    const Rect row = sheet_.row(kCrumbs);
    float x = row.x;
    for (std::size_t i = 0; i < crumbs.size(); ++i) {
      const bool is_last = i + 1 == crumbs.size();
      const std::string& name = frame_.say(crumbs[i].name);
      const float width = is_last ? row.right() - x : std::min(kMostOfCrumb, text_width(name, kSmallSize));
      const Rect place{x - 4, row.y + 2, width + 8, row.height - 4};
      if (!is_last && is_pressed("crumb." + std::to_string(i), name, place)) select(crumbs[i].id);
      if (sheet_.is_visible(row)) {
        sheet_.text({x, row.center().y}, name, is_last ? theme().ink : theme().quiet, kSmallSize, width);
        const ImVec2 mark(x + width + kCrumbGap / 2, row.center().y);
        if (!is_last) draw_glyph(sheet_.list(), Glyph::ChevronRight, mark, 13, theme().faint);
      }
      x += width + kCrumbGap;
    }
    const std::size_t selected = frame_.input.editor.selection.size();
    if (selected > 1) draw_heading(frame_, std::to_string(selected) + " " + frame_.say(texts::kAnd));
  }

  bool is_pressed(const std::string& id, const std::string& name, const Rect& place) {
    sheet_.report({id, WidgetKind::Button, "", name, place});
    if (!sheet_.is_visible(place)) return false;
    const Press press = sheet_.press(id, place);
    if (press.hovered) {
      frame_.output.cursor = Cursor::Hand;
      sheet_.list().AddRectFilled(min_of(place), max_of(place), theme().hover, kRadius);
    }
    return press.clicked;
  }

  // ---- groups of fields ---------------------------------------------------------------------------------------------
  void begin_group(const std::string& heading) {
    sheet_.skip(4);
    const float left = sheet_.left() - kCardPad, right = sheet_.right() + kCardPad;
    sheet_.list().AddLine(ImVec2(left, sheet_.y()), ImVec2(right, sheet_.y()), theme().line);
    sheet_.skip(6);
    draw_heading(frame_, heading);
  }

  void draw_aspect(const FieldGroup& group, Aspect aspect, const Message& heading) {
    const Field* first = nullptr;
    for (const Field& field : group.fields) {
      if (aspect_of(field) != aspect) continue;
      if (!first) begin_group(frame_.say(heading));
      if (!first && field.kind == FieldKind::Text) {
        draw_chief_text(field);
      } else {
        draw_field(frame_, field);
      }
      first = &field;
    }
  }

  // As wide as there is room, under the name of what it is the text of.
  void draw_chief_text(const Field& field) {
    const bool is_caption = subject_.kind == ThingKind::Diagram;
    draw_wide_text(field, frame_.say(is_caption ? field.label : subject_.name));
  }

  void draw_wide_text(const Field& field, const std::string& name) {
    sheet_.skip(
        draw_text_field(frame_, field.id, name, field.value, {sheet_.left(), sheet_.y(), sheet_.width(), kRow}, name));
    draw_under_text_field(frame_, field.id, field.value, sheet_.left(), sheet_.right());
    sheet_.skip(kGap);
  }

  void draw_groups(const FieldGroup& group, GroupKind kind) {
    for (const FieldGroup& inner : group.groups) {
      if (inner.kind != kind) continue;
      if (kind == GroupKind::List) {
        draw_list(frame_, inner);
      } else {
        begin_group(frame_.say(inner.label));
        draw_fields(inner);
      }
    }
  }

  void draw_fields(const FieldGroup& group) {
    for (const Field& field : group.fields) draw_field(frame_, field);
  }

  // What may be missing: then there is what adds it.
  void draw_part(const FieldGroup& part) {
    if (!part.is_present) {
      if (const Action* add = find_action(part, ActionKind::Add)) {
        if (draw_add_row(frame_, add->id, frame_.say(add->label))) perform(frame_, *add);
      }
      return;
    }
    const float top = sheet_.y() + 4;
    begin_group(frame_.say(part.label));
    if (const Action* remove = find_action(part, ActionKind::Remove)) {
      action_button(frame_, *remove, Glyph::Trash, {sheet_.right() - kSideButton, top + 2, kSideButton, kSideButton});
    }
    draw_fields(part);
    for (const FieldGroup& inner : part.groups) draw_part(inner);
  }

  // What few need: of a section how sections within it stand, of a label that it could be a diagram.
  bool is_folded_part(const FieldGroup& part) const {
    if (part.kind == GroupKind::Diagram) return !part.is_present;
    return subject_.kind == ThingKind::Section && key_of(part.id) == "layout";
  }

  void draw_folded(const FieldGroup& part) {
    sheet_.skip(4);
    const Rect row = sheet_.row(kRow);
    bool& open = frame_.scratch.open.try_emplace(part.id, false).first->second;
    const std::string& name = frame_.say(part.label);
    Widget heading{part.id, WidgetKind::Section, open ? "open" : "closed", name, row};
    heading.expanded = open;
    sheet_.report(std::move(heading));
    if (sheet_.is_visible(row)) {
      const Press press = sheet_.press(part.id, row);
      if (press.hovered) frame_.output.cursor = Cursor::Hand;
      draw_glyph(sheet_.list(), open ? Glyph::ChevronDown : Glyph::ChevronRight, ImVec2(row.x + 7, row.center().y), 16,
                 theme().quiet);
      sheet_.text({row.x + 22, row.center().y}, name, theme().quiet, kSmallSize);
      if (press.clicked) open = !open;
    }
    if (!open) return;
    draw_fields(part);
    for (const FieldGroup& inner : part.groups) draw_part(inner);
  }

  // ---- of one kind of thing -----------------------------------------------------------------------------------------
  void draw_diagram() {
    const FieldGroup* diagram = find(subject_.id);
    if (!diagram) return;
    begin_group(frame_.say(diagram->label));
    draw_fields(*diagram);
    draw_groups(*diagram, GroupKind::List);
  }

  // Those that begin or end at the node.
  void draw_arrows() {
    const std::string_view name = key_of(subject_.id);
    const FieldGroup* arrows = find(join_id(subject_.parent, "arrows"));
    if (!arrows) return;
    FieldGroup own = *arrows;
    own.label = texts::kArrows;
    own.actions.clear();
    std::erase_if(own.groups, [name](const FieldGroup& arrow) {
      return std::none_of(arrow.fields.begin(), arrow.fields.end(), [name](const Field& field) {
        return (key_of(field.id) == "from" || key_of(field.id) == "to") && field.value == name;
      });
    });
    if (!own.groups.empty()) draw_list(frame_, own);
  }

  void draw_page() {
    const FieldGroup *page = find("page"), *palette = find("palette"), *layout = find("layout");
    if (!page || !palette || !layout) return;
    const auto draw_where = [&](const auto& is_wanted) {
      for (const Field& field : page->fields) {
        if (is_wanted(field)) draw_field(frame_, field);
      }
    };
    begin_group(frame_.say(page->label));
    draw_sizes();
    draw_where([](const Field& field) { return field.kind == FieldKind::Number; });
    begin_group(frame_.say(layout->label));
    draw_fields(*layout);
    for (const FieldGroup& part : layout->groups) draw_part(part);
    begin_group(frame_.say(palette->label));
    draw_palettes(frame_);
    draw_where([](const Field& field) { return field.id == "style" || field.kind == FieldKind::Color; });
    draw_fields(*palette);
    begin_group(frame_.say(texts::kFonts));
    draw_where([](const Field& field) {
      return field.id != "style" && field.kind != FieldKind::Number && field.kind != FieldKind::Color;
    });
    if (const FieldGroup* center = find("center"); center && !center->is_present) draw_part(*center);
    for (const char* list : {"sections", "links", "decorations"}) {
      if (const FieldGroup* group = find(list)) draw_list(frame_, *group);
    }
  }

  void draw_sizes() {
    struct Preset {
      int width, height;
      Message name;
    };
    static const Preset kPresets[] = {{1080, 1080, {"1:1", "方形"}},
                                      {1080, 1440, {"3:4", "小红书"}},
                                      {1920, 1080, {"16:9", "横屏"}},
                                      {1080, 1920, {"9:16", "竖屏"}},
                                      {900, 383, {"Cover", "封面"}}};
    const PageFormat& page = frame_.input.editor.poster.page;
    std::vector<std::string> names;
    std::size_t chosen = std::size(kPresets);
    for (const Preset& preset : kPresets) {
      if (page.width == float(preset.width) && page.height == float(preset.height)) chosen = names.size();
      names.push_back(frame_.say(preset.name));
    }
    if (const auto pressed = draw_choice_row(frame_, "page.size", frame_.say(texts::kPreset), names, chosen)) {
      frame_.output.commands.push_back(SetPageSize{float(kPresets[*pressed].width), float(kPresets[*pressed].height)});
    }
  }

  // ---- where it stands ----------------------------------------------------------------------------------------------
  void draw_position(const FieldGroup& group) {
    const Action* up = find_action(group, ActionKind::MoveUp);
    const bool has_fields = std::any_of(group.fields.begin(), group.fields.end(),
                                        [](const Field& field) { return aspect_of(field) == Aspect::Position; });
    const FieldGroup* span = find(join_id(group.id, "span"));
    if (!up && !has_fields && !span) return;
    if (has_fields) {
      draw_aspect(group, Aspect::Position, texts::kPosition);
    } else {
      begin_group(frame_.say(texts::kPosition));
    }
    if (span) draw_fields(*span);
    if (subject_.kind == ThingKind::Label || subject_.kind == ThingKind::Diagram) draw_section_choice();
    if (up) draw_order(group, *up);
  }

  // "3 / 7", and to its neighbours' places.
  void draw_order(const FieldGroup& group, const Action& up) {
    const Rect row = sheet_.row(kRow);
    sheet_.skip(kGap);
    const std::vector<std::string> list = siblings(frame_.input.editor.poster, subject_.id);
    const auto at = std::find(list.begin(), list.end(), subject_.id) - list.begin() + 1;
    if (sheet_.is_visible(row)) {
      sheet_.text({row.x, row.center().y}, frame_.say(texts::kOrder), theme().quiet, kSmallSize);
      sheet_.text({row.x + 76, row.center().y}, std::to_string(at) + " / " + std::to_string(list.size()), theme().ink,
                  kTextSize);
    }
    const Rect last{row.right() - 44, row.y, 44, kRow};
    action_button(frame_, up, Glyph::Up, {last.x - 48, row.y, 44, kRow});
    if (const Action* down = find_action(group, ActionKind::MoveDown)) action_button(frame_, *down, Glyph::Down, last);
    if (lies_in(frame_.input.active_field, group.id)) {
      frame_.output.keeps_field.push_back(row);
    }
  }

  // To the end of another section's content.
  void draw_section_choice() {
    std::vector<std::string> names, lists;
    std::size_t chosen = 0;
    for (const OutlineItem& thing : frame_.things) {
      if (thing.kind != ThingKind::Section) continue;
      if (thing.id == subject_.parent) chosen = names.size();
      names.push_back(frame_.say(thing.name));
      lists.push_back(join_id(thing.id, "content"));
    }
    if (names.size() < 2) return;
    const auto pressed = draw_drop_down(subject_.item + ".section", frame_.say(texts::kSection), names, chosen);
    if (!pressed || *pressed == chosen) return;
    const FieldGroup* target = find(lists[*pressed]);
    frame_.output.commands.push_back(MoveItem{subject_.item, lists[*pressed], target ? int(target->groups.size()) : 0});
    if (!frame_.input.active_field.empty()) frame_.output.requests.emplace_back(LeaveRequest{});
  }

  // The option that was chosen, of those that open below.
  std::optional<std::size_t> draw_drop_down(const std::string& id, const std::string& name,
                                            const std::vector<std::string>& options, std::size_t chosen) {
    const Rect row = sheet_.row(kRow);
    const Rect face{row.x + 76, row.y, row.width - 76, kRow};
    ButtonSpec spec;
    spec.id = id;
    spec.label = name;
    spec.value = options[chosen];
    spec.look = ButtonLook::Framed;
    spec.has_tip = false;
    spec.expanded = frame_.scratch.picking == id;
    spec.is_popup = true;
    const bool is_open = *spec.expanded;
    if (sheet_.button(spec, face)) frame_.scratch.picking = is_open ? "" : id;
    if (sheet_.is_visible(row)) {
      sheet_.text({row.x, row.center().y}, name, theme().quiet, kSmallSize);
      sheet_.text({face.x + kFieldPadX, face.center().y}, options[chosen], theme().ink, kSmallSize, face.width - 44);
      draw_glyph(sheet_.list(), Glyph::ChevronDown, ImVec2(face.right() - 18, face.center().y), 16, theme().quiet);
    }
    sheet_.skip(kGap);
    if (!is_open) return std::nullopt;
    std::optional<std::size_t> pressed;
    for (std::size_t i = 0; i < options.size(); ++i) {
      ButtonSpec option;
      option.id = id + "." + std::to_string(i);
      option.label = options[i];
      option.glyph = i == chosen ? Glyph::Check : Glyph::None;
      option.owner = id;
      option.chosen = i == chosen;
      if (sheet_.row_button(option, sheet_.row(kRow))) pressed = i;
    }
    sheet_.skip(kGap);
    if (pressed) frame_.scratch.picking.clear();
    return pressed;
  }

  void draw_removal(const FieldGroup& group) {
    const Action* remove = find_action(group, ActionKind::Remove);
    if (!remove) return;
    sheet_.skip(4);
    const float left = sheet_.left() - kCardPad, right = sheet_.right() + kCardPad;
    sheet_.list().AddLine(ImVec2(left, sheet_.y()), ImVec2(right, sheet_.y()), theme().line);
    sheet_.skip(8);
    ButtonSpec spec;
    spec.id = remove->id;
    spec.label = frame_.say(remove->label);
    spec.glyph = Glyph::Trash;
    spec.shows_label = true;
    const float width = text_width(spec.label) + 27 + 24;
    const Rect row = sheet_.row(kRow);
    if (lies_in(frame_.input.active_field, group.id)) {
      frame_.output.keeps_field.push_back(row);
    }
    if (sheet_.button(spec, {row.right() - width, row.y, width, kRow})) perform(frame_, *remove);
  }

  Frame& frame_;
  Sheet& sheet_;
  const OutlineItem& subject_;
};

}  // namespace

void draw_inspector(Frame& frame) { Inspector(frame).draw(); }

}  // namespace sixiang::panel
