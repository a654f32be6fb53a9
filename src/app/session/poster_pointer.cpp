#include "app/session/poster_pointer.h"

#include <algorithm>
#include <utility>

#include "app/session/drop_target.h"
#include "editor/gestures.h"
#include "editor/navigation.h"
#include "layout/hit_test.h"

namespace sixiang::app {

namespace {

constexpr float kStill = 4;            // CSS pixels: who presses moves no further
constexpr double kDoublePress = 0.45;  // seconds

}  // namespace

std::string thing_under(Session& session, Point at, Layer layer) {
  const Poster& poster = session.poster();
  std::vector<std::string> things;
  for (const Block* block : hit_test(session.layout(), at)) {
    // A card is none of the document's things: the label that stands on it is.
    const std::string& named = block->kind == BlockKind::Card || block->id.empty() ? block->field : block->id;
    const std::string thing = thing_at(poster, named).id;
    if (std::find(things.begin(), things.end(), thing) == things.end()) things.push_back(thing);
  }
  const std::size_t wanted = layer == Layer::Top ? 0 : 1;
  return wanted < things.size() ? things[wanted] : std::string();
}

std::optional<Rect> place_of(Session& session, std::string_view thing) {
  const PosterLayout& layout = session.layout();
  if (thing.empty()) return Rect{0, 0, layout.page.size.width, layout.page.size.height};
  const Block* block = block_showing(layout, thing);
  // Of what is not drawn, such as a decoration without room, only that in which it lies would be found.
  if (!block || (block->id != thing && thing_at(session.poster(), block->id).id != thing)) return std::nullopt;
  return block->rect;
}

std::string text_field_of(Session& session, std::string_view thing) {
  for (const char* key : {"text", "title"}) {
    const std::string field = std::string(thing) + "." + key;
    const std::optional<Field> found = find_field(session.poster(), field);
    if (found && found->kind == FieldKind::Text) return field;
  }
  return "";
}

void PosterPointer::move(Point at, float scale) {
  if (press_ && dragged_.empty() && distance(at, press_->at) * scale > kStill) begin_drag();
  if (is_dragging()) {
    drop_ = drop_target(*session_, dragged_, at);
  } else if (!press_) {
    const Size& page = session_->layout().page.size;
    const bool is_on_page = contains({0, 0, page.width, page.height}, at);
    hovered_ = is_on_page ? std::optional(thing_under(*session_, at)) : std::nullopt;
  }
}

void PosterPointer::press(Point at, Modifiers keys) {
  press_ = Press{at, keys, thing_under(*session_, at, keys.alt ? Layer::Beneath : Layer::Top)};
  dragged_.clear();
  drop_.reset();
}

// What is selected goes all together where the press is on one of it, else what was pressed goes alone.
void PosterPointer::begin_drag() {
  const Poster& poster = session_->poster();
  const Selection& selection = session_->editor().selection;
  if (!selection.contains(press_->thing)) session_->select(press_->thing);
  for (const OutlineItem& item : outline(poster)) {
    if (!session_->editor().selection.contains(item.id) || item.item.empty()) continue;
    if (!dragged_.empty() && thing_at(poster, dragged_.front()).kind != item.kind) continue;
    if (can_be_dropped(item.kind)) dragged_.push_back(item.id);
  }
  // What cannot be moved is not pressed either.
  if (dragged_.empty()) press_.reset();
  hovered_.reset();
}

std::string PosterPointer::release(Point at, double seconds) {
  const std::optional<Press> press = std::exchange(press_, std::nullopt);
  const std::vector<std::string> dragged = std::exchange(dragged_, {});
  const std::optional<Drop> drop = std::exchange(drop_, std::nullopt);
  if (!press) return "";
  if (dragged.empty()) return click(*press, seconds);
  if (drop) {
    const Result<Edit> edit = move_things(session_->poster(), dragged, drop->list, drop->index);
    if (edit) session_->perform(edit.value());
    session_->end_step();
  }
  hovered_ = thing_under(*session_, at);
  return "";
}

std::string PosterPointer::click(const Press& press, double seconds) {
  const bool is_second = press.thing == clicked_ && seconds - clicked_at_ < kDoublePress;
  clicked_ = press.thing;
  clicked_at_ = is_second ? -1 : seconds;
  if (press.keys.shift) {
    session_->extend_selection(press.thing);
  } else if (press.keys.control) {
    session_->toggle_selected(press.thing);
  } else {
    session_->select(press.thing);
  }
  return is_second ? text_field_of(*session_, press.thing) : std::string();
}

void PosterPointer::cancel() {
  hovered_.reset();
  press_.reset();
  dragged_.clear();
  drop_.reset();
}

}  // namespace sixiang::app
