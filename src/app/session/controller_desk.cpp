// The poster on the desk: where it lies, what is marked on it and what a press on it means.
#include <algorithm>
#include <cmath>

#include "app/session/controller.h"
#include "layout/hit_test.h"

namespace sixiang::app {

// In the middle of its paper, every pixel of the picture on one of the screen.
void Controller::place_preview() {
  const Rect paper = panel::regions_of(viewport_).paper;
  const int left = int(std::ceil(paper.left() * density_)), top = int(std::ceil(paper.top() * density_));
  const int width = int(std::floor(paper.right() * density_)) - left;
  const int height = int(std::floor(paper.bottom() * density_)) - top;
  preview_.set_room(std::max(0, width), std::max(0, height));
  const Image& image = preview_.image();
  preview_place_ = {float(left + (width - image.width_px) / 2) / density_,
                    float(top + (height - image.height_px) / 2) / density_, float(image.width_px) / density_,
                    float(image.height_px) / density_};
}

Rect Controller::on_window(const Rect& on_page) {
  const float scale = preview_place_.width / session_.layout().page.size.width;
  return {preview_place_.x + on_page.x * scale, preview_place_.y + on_page.y * scale, on_page.width * scale,
          on_page.height * scale};
}

panel::OnDesk Controller::on_desk() {
  const PosterLayout& layout = session_.layout();
  panel::OnDesk on_desk;
  on_desk.poster = preview_place_;
  on_desk.texture = preview_texture_;
  const std::string_view field = panel::document_field(active_field_);
  if (const Block* block = block_showing(layout, field)) on_desk.marked = on_window(block->rect);
  for (const Diagnostic* diagnostic : panel::problems_of(layout.diagnostics)) {
    const auto block = std::find_if(layout.blocks.begin(), layout.blocks.end(),
                                    [&](const Block& candidate) { return candidate.id == diagnostic->block; });
    if (block == layout.blocks.end()) continue;
    on_desk.spots.push_back(
        {on_window(block->rect), diagnostic->severity, diagnostic->message.in(language()), diagnostic->field});
  }
  return on_desk;
}

void Controller::pick(Point at) {
  const PosterLayout& layout = session_.layout();
  const float scale = layout.page.size.width / std::max(1.0f, preview_place_.width);
  const auto hits = hit_test(layout, {(at.x - preview_place_.x) * scale, (at.y - preview_place_.y) * scale});
  if (hits.empty()) return;
  const std::string& field = hits.front()->field;
  // A card is none of the document's things: the label that stands on it is.
  const bool is_card = hits.front()->kind == BlockKind::Card;
  const Block* thing = is_card ? block_showing(layout, field) : hits.front();
  session_.select(thing ? thing->id : field);
  if (const auto request = panel::lead_to(session_.field_tree(), field)) handle(*request);
}

}  // namespace sixiang::app
