// The tree at the left: everything that can be selected, folded but for what is selected and what a hand has opened.
#include <algorithm>
#include <cmath>
#include <cstdint>

#include "model/ids.h"
#include "panel/parts.h"
#include "panel/texts.h"

namespace sixiang::panel {

namespace {

constexpr float kTreeRow = 32, kPhoneRow = 50;
constexpr float kStep = 16;  // of each level to the right
constexpr float kFold = 20, kSign = 18;

// Shown with what they lie in.
bool has_row(const OutlineItem& thing) {
  switch (thing.kind) {
    case ThingKind::Badge:
    case ThingKind::CenterLine:
    case ThingKind::Caption:
    case ThingKind::Divider:
    case ThingKind::Axes:
      return false;
    default:
      return true;
  }
}

// The list that things of this kind stand in together, in a row of its own; empty where they stand among others.
std::string_view gathered_in(const OutlineItem& thing) {
  if (thing.kind == ThingKind::Link) return "links";
  return thing.kind == ThingKind::Decoration ? "decorations" : "";
}

enum class Fold : std::uint8_t { Closed, Open };

class Tree {
 public:
  explicit Tree(Frame& frame)
      : frame_(frame), height_(frame.input.viewport.width < kPhoneWidth ? kPhoneRow : kTreeRow) {}

  void draw() {
    draw_row(frame_.things.front(), 0, 0);
    draw_children({}, 0);
    draw_add("sections", 0);
  }

  // Of the selected thing, on the sheet.
  const std::optional<Rect>& selected() const { return selected_; }

 private:
  std::vector<const OutlineItem*> children(std::string_view parent) const {
    std::vector<const OutlineItem*> found;
    for (const OutlineItem& thing : frame_.things) {
      if (thing.kind != ThingKind::Page && thing.parent == parent && has_row(thing)) found.push_back(&thing);
    }
    return found;
  }

  // As a hand has left it, else as it is `otherwise`.
  Fold fold_of(std::string_view id, Fold otherwise) const {
    const auto by_hand = frame_.scratch.open.find(id);
    if (by_hand == frame_.scratch.open.end()) return otherwise;
    return by_hand->second ? Fold::Open : Fold::Closed;
  }

  // Whether the subject lies in the thing, deeper than that.
  bool holds_subject(const OutlineItem& thing) const {
    std::string_view parent = frame_.subject.parent;
    while (!parent.empty() && parent != thing.id) {
      const auto above = std::find_if(frame_.things.begin(), frame_.things.end(),
                                      [parent](const OutlineItem& other) { return other.id == parent; });
      if (above == frame_.things.end()) return false;
      parent = above->parent;
    }
    return !parent.empty();
  }

  void draw_children(std::string_view parent, int level) {
    const std::vector<const OutlineItem*> row = children(parent);
    std::string_view gathered;
    for (const OutlineItem* thing : row) {
      if (const std::string_view list = gathered_in(*thing); !list.empty()) {
        if (list != gathered) draw_gathered(list, row, level);
        gathered = list;
        continue;
      }
      draw_branch(*thing, level);
    }
  }

  void draw_branch(const OutlineItem& thing, int level) {
    const std::size_t count = children(thing.id).size();
    if (!draw_row(thing, level, count)) return;
    draw_children(thing.id, level + 1);
    if (thing.kind == ThingKind::Section) draw_add(join_id(thing.id, "content"), level + 1);
  }

  void draw_gathered(std::string_view list, const std::vector<const OutlineItem*>& row, int level) {
    const FieldGroup* group = find_group(frame_.input.field_tree, list);
    if (!group) return;
    std::vector<const OutlineItem*> items;
    std::copy_if(row.begin(), row.end(), std::back_inserter(items),
                 [list](const OutlineItem* thing) { return gathered_in(*thing) == list; });
    const Fold fold = fold_of(list, gathered_in(frame_.subject) == list ? Fold::Open : Fold::Closed);
    const bool open = fold == Fold::Open;
    OutlineItem heading = *items.front();
    heading.id = list;
    heading.name = group->label;
    const Rect place = frame_.sheet.row(height_);
    if (report(heading, place, open).clicked) frame_.scratch.open[heading.id] = !open;
    if (frame_.sheet.is_visible(place)) draw_face(heading, place, level, items.size(), fold);
    if (!open) return;
    for (const OutlineItem* item : items) draw_row(*item, level + 1, 0);
    draw_add(std::string(list), level + 1);
  }

  // Whether what it holds is to be shown.
  bool draw_row(const OutlineItem& thing, int level, std::size_t count) {
    const bool chosen = thing.id == frame_.subject.id;
    const Fold fold = count > 0 ? fold_of(thing.id, holds_subject(thing) ? Fold::Open : Fold::Closed) : Fold::Closed;
    const bool open = fold == Fold::Open;
    const Rect place = frame_.sheet.row(height_);
    if (chosen) selected_ = place;
    const Rect chevron{place.x + float(level) * kStep, place.y, kFold + 4, place.height};
    const bool folds = count > 0 && frame_.sheet.press(thing.id + ".fold", chevron).clicked;
    const Press press = report(thing, place, count > 0 ? std::optional(open) : std::nullopt);
    if (frame_.sheet.is_visible(place)) {
      if (chosen || press.hovered) {
        frame_.sheet.list().AddRectFilled(min_of(place), max_of(place), chosen ? theme().focus_soft : theme().hover,
                                          kRadius);
      }
      draw_face(thing, place, level, count, fold);
    }
    // A second press on what is selected folds it, so that keys can.
    if (folds || (press.clicked && chosen && count > 0)) frame_.scratch.open[thing.id] = !open;
    if (press.clicked && !folds && !chosen) {
      frame_.output.requests.emplace_back(SelectRequest{thing.id});
      frame_.scratch.side = Side::Selected;
    }
    return open;
  }

  Press report(const OutlineItem& thing, const Rect& place, std::optional<bool> open) {
    const std::string id = thing.kind == ThingKind::Page ? "page" : thing.id;
    Widget row{id, WidgetKind::Section, open.value_or(false) ? "open" : "closed", frame_.say(thing.name), place};
    row.expanded = open;
    frame_.sheet.report(std::move(row));
    if (!frame_.sheet.is_visible(place)) return {};
    const Press press = frame_.sheet.press(id, place);
    if (press.hovered) frame_.output.cursor = Cursor::Hand;
    return press;
  }

  void draw_face(const OutlineItem& thing, const Rect& place, int level, std::size_t count, Fold fold) {
    Sheet& sheet = frame_.sheet;
    float x = place.x + 6 + float(level) * kStep;
    const float y = place.center().y;
    if (count > 0) {
      draw_glyph(sheet.list(), fold == Fold::Open ? Glyph::ChevronDown : Glyph::ChevronRight, ImVec2(x + 7, y), 15,
                 theme().quiet);
    }
    x += kFold;
    draw_sign(frame_, thing, {x, y - kSign / 2, kSign, kSign});
    x += kSign + 8;
    float right = place.right() - 8;
    right -= draw_problems(thing, fold, right, y);
    std::string more = count > 0 ? std::to_string(count) : "";
    if (thing.kind == ThingKind::Page) {
      const PageFormat& page = frame_.input.editor.poster.page;
      more = std::to_string(int(page.width)) + " × " + std::to_string(int(page.height));
    }
    const float more_width = more.empty() ? 0 : text_width(more, 13) + 8;
    draw_words(frame_, thing, rect_from_edges(x, place.y, right - more_width, place.bottom()), theme().ink);
    if (more_width > 0) sheet.text({right - more_width + 8, y}, more, theme().quiet, 13);
  }

  // How many there are within what is folded; the width that the mark takes.
  float draw_problems(const OutlineItem& thing, Fold fold, float right, float y) {
    if (fold == Fold::Open || thing.kind == ThingKind::Page) return 0;
    std::size_t found = 0;
    for (const Diagnostic* problem : problems_of(frame_.input.diagnostics)) {
      found += lies_in(problem->field, thing.id) ? 1 : 0;
    }
    if (found == 0) return 0;
    const Rect mark{right - 18, y - 9, 18, 18};
    frame_.sheet.list().AddCircleFilled(vec(mark.center()), 9, theme().amber_mark);
    frame_.sheet.text_centered(mark, std::to_string(found), theme().ink, 12);
    return 24;
  }

  // At the end of a list. The inspector has the action itself.
  void draw_add(const std::string& list, int level) {
    const FieldGroup* group = find_group(frame_.input.field_tree, list);
    const Action* action = group ? find_action(*group, ActionKind::Add) : nullptr;
    if (!action) return;
    const Rect place = frame_.sheet.row(height_);
    const std::string id = "outline." + action->id, name = frame_.say(action->label);
    frame_.sheet.report({id, WidgetKind::Button, "", name, place, {}, action->enabled});
    if (!frame_.sheet.is_visible(place)) return;
    const Press press = frame_.sheet.press(id, place, action->enabled);
    if (press.hovered) {
      frame_.output.cursor = Cursor::Hand;
      frame_.sheet.list().AddRectFilled(min_of(place), max_of(place), theme().hover, kRadius);
    }
    const float x = place.x + 6 + float(level) * kStep + kFold;
    draw_glyph(frame_.sheet.list(), Glyph::Plus, ImVec2(x + kSign / 2, place.center().y), 18, theme().quiet);
    frame_.sheet.text({x + kSign + 8, place.center().y}, name, action->enabled ? theme().quiet : theme().faint,
                      kSmallSize);
    if (press.clicked) perform(frame_, *action);
  }

  Frame& frame_;
  float height_;
  std::optional<Rect> selected_;
};

}  // namespace

void draw_outline(Frame& frame) {
  const bool is_news = frame.scratch.outlined != frame.subject.id;
  // What was closed around another selection opens to this one.
  if (is_news) std::erase_if(frame.scratch.open, [](const auto& row) { return !row.second; });
  Tree tree(frame);
  tree.draw();
  if (!is_news || !tree.selected()) return;
  frame.scratch.outlined = frame.subject.id;
  const Rect& view = frame.sheet.clip();
  float& offset = frame.scratch.scroll[std::string(kOutlineArea)];
  const float before = offset;
  offset -= std::max(0.0f, view.top() - tree.selected()->top());
  offset += std::max(0.0f, tree.selected()->bottom() - view.bottom());
  frame.output.wants_frame = frame.output.wants_frame || offset != before;
}

}  // namespace sixiang::panel
