#include "app/session/label_pictures.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "label/label.h"
#include "raster/raster.h"

namespace sixiang::app {

namespace {

std::string key_of(std::string_view source, float max_width, const LabelPictureStyle& style) {
  std::string key = to_hex(style.text) + to_hex(style.formula) + std::to_string(int(style.face)) + ' ' +
                    std::to_string(std::lround(style.size * style.density)) + ' ' +
                    std::to_string(std::lround(max_width)) +
                    (style.display == math::Display::Block ? " block " : " inline ");
  key += source;
  return key;
}

}  // namespace

LabelPictures::LabelPictures(const FontSet& fonts, TextureMaker maker) : fonts_(&fonts), maker_(std::move(maker)) {}

LabelPictures::~LabelPictures() { clear(); }

LabelPictures::Entry LabelPictures::draw(std::string_view source, float max_width,
                                         const LabelPictureStyle& style) const {
  LabelStyle label;
  label.text.face = style.face;
  label.text.size = style.size;
  label.text.color = style.text;
  label.formula_color = style.formula;
  label.paragraph.breaking = LineBreaking::None;
  if (is_formula(parse_label(source))) label.formula_display = style.display;
  const TextLayout layout = layout_label(source, label, *fonts_);
  Entry entry;
  entry.pending = layout.pending;
  const Rect ink = ink_bounds(layout.box.items, *fonts_);
  if (ink.empty() || max_width < 1) return entry;
  const float scale = std::min(1.0f, max_width / ink.width);
  const float width = ink.width * scale, height = ink.height * scale;
  // The page is a whole number of pixels, so that it is not stretched.
  const int width_px = std::max(1, int(std::ceil(width * style.density)));
  const int height_px = std::max(1, int(std::ceil(height * style.density)));
  const Page page{{float(width_px) / style.density, float(height_px) / style.density},
                  {style.text.red, style.text.green, style.text.blue, 0},
                  {placed(layout.box, {-ink.left() * scale, -ink.top() * scale}, scale)}};
  const Result<Image> image = render(page, *fonts_, width_px);
  if (!image) return entry;
  entry.picture = {maker_.make(image.value()), page.size};
  return entry;
}

LabelPicture LabelPictures::find(std::string_view source, float max_width, const LabelPictureStyle& style) {
  const std::string key = key_of(source, max_width, style);
  auto found = entries_.find(key);
  if (found == entries_.end()) found = entries_.emplace(key, draw(source, max_width, style)).first;
  found->second.used = true;
  return found->second.picture;
}

void LabelPictures::next_frame() {
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    if (entry->second.used) {
      entry->second.used = false;
      ++entry;
    } else {
      if (entry->second.picture.texture) maker_.free(entry->second.picture.texture);
      entry = entries_.erase(entry);
    }
  }
}

void LabelPictures::clear() {
  for (const auto& [key, entry] : entries_) {
    if (entry.picture.texture) maker_.free(entry.picture.texture);
  }
  entries_.clear();
}

void LabelPictures::lose() { entries_.clear(); }

std::vector<SliceId> LabelPictures::wanted() const {
  std::set<SliceId> slices;
  for (const auto& [key, entry] : entries_) slices.insert(entry.pending.begin(), entry.pending.end());
  return {slices.begin(), slices.end()};
}

}  // namespace sixiang::app
