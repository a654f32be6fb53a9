#include "panel/parts.h"
#include "panel/texts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sixiang::panel {

namespace {

constexpr std::array<int, 3> kSizes{1080, 2048, 4096};
constexpr float kMenu = 112;

Message joined(const Message& what, const Message& step) {
  if (step.english.empty()) return what;
  return {what.english + ": " + step.english, what.chinese + "：" + step.chinese};
}

bool tool(Frame& frame, const char* id, Glyph glyph, const Message& label, bool enabled, const Rect& rect) {
  ButtonSpec spec;
  spec.id = id;
  spec.glyph = glyph;
  spec.label = frame.say(label);
  spec.enabled = enabled;
  return frame.sheet.button(spec, rect);
}

void draw_left(Frame& frame, float x, float y, float width) {
  const History& history = frame.input.editor.history;
  auto& requests = frame.output.requests;
  const auto next = [&x, y, width] {
    const Rect rect{x, y, width, kRow};
    x += width;
    return rect;
  };
  if (tool(frame, "toolbar.undo", Glyph::Undo, joined(texts::kUndo, history.undo_name()), history.can_undo(), next())) {
    requests.push_back(UndoRequest{});
  }
  if (tool(frame, "toolbar.redo", Glyph::Redo, joined(texts::kRedo, history.redo_name()), history.can_redo(), next())) {
    requests.push_back(RedoRequest{});
  }
  if (tool(frame, "toolbar.open", Glyph::Open, texts::kOpen, true, next())) requests.push_back(OpenRequest{});
  if (tool(frame, "toolbar.save", Glyph::Save, texts::kSave, true, next())) requests.push_back(SaveRequest{});
  if (tool(frame, "toolbar.language", Glyph::Globe, texts::kLanguage, true, next())) {
    requests.push_back(
        LanguageRequest{frame.input.language == Language::Chinese ? Language::English : Language::Chinese});
  }
}

// Right to left: download, then the size. Returns the left end.
float draw_right(Frame& frame, float right, float y, float room) {
  ButtonSpec download;
  download.id = "toolbar.download";
  download.glyph = Glyph::Download;
  download.look = ButtonLook::Primary;
  download.shows_label = true;
  download.label = frame.say(texts::kDownload);
  ButtonSpec size;
  size.id = "toolbar.size";
  size.label = frame.say(texts::kSize);
  size.look = ButtonLook::Framed;
  size.lit = frame.scratch.export_menu;
  size.has_tip = !frame.scratch.export_menu;  // the menu opens where it would be
  size.value = std::to_string(frame.scratch.export_px);
  const float size_width = text_width(size.value) + 44;
  float width = text_width(download.label) + 27 + 26;
  if (width + size_width + 6 > room) {
    download.label = frame.say(texts::kDownloadShort);
    width = text_width(download.label) + 27 + 20;
  }
  const Rect download_rect{right - width, y, width, kRow};
  const Rect size_rect{download_rect.x - 6 - size_width, y, size_width, kRow};
  if (frame.sheet.button(size, size_rect)) frame.scratch.export_menu = !frame.scratch.export_menu;
  frame.sheet.text({size_rect.x + 14, size_rect.center().y}, size.value, kInk);
  draw_glyph(frame.sheet.list(), Glyph::ChevronDown, ImVec2(size_rect.right() - 17, size_rect.center().y), 18, kQuiet);
  if (frame.sheet.button(download, download_rect)) {
    frame.output.requests.push_back(DownloadRequest{frame.scratch.export_px});
  }
  return size_rect.x;
}

void draw_menu(Frame& frame, float top) {
  Sheet& sheet = frame.sheet;
  float x = sheet.left();
  const float y = top + 4;
  for (const int px : kSizes) {
    ButtonSpec chip;
    chip.id = "toolbar.size." + std::to_string(px);
    chip.label = std::to_string(px);
    chip.look = ButtonLook::Chip;
    chip.shows_label = true;
    chip.lit = frame.scratch.export_px == px;
    const float width = text_width(chip.label, kSmallSize) + 28;
    if (sheet.button(chip, {x, y + 2, width, kRow - 4})) frame.scratch.export_px = px;
    x += width + 6;
  }
  const float field = std::min(88.0f, sheet.right() - x - 26);
  draw_text_field(frame, "toolbar.size.custom", frame.say(texts::kSizeHint), std::to_string(frame.scratch.export_px),
                  {x, y, field, kRow});
  // The limits too, where there is room for them.
  const std::string limits = std::to_string(kSmallestExport) + "–" + std::to_string(kLargestExport) + " px";
  const bool fits = x + field + 6 + text_width(limits, kSmallSize) <= sheet.right();
  sheet.text({x + field + 6, y + kRow / 2}, fits ? limits : "px", kQuiet, kSmallSize);
  ButtonSpec copy;
  copy.id = "toolbar.copy";
  copy.label = frame.say(texts::kCopy);
  copy.glyph = Glyph::Copy;
  copy.look = ButtonLook::Framed;
  copy.shows_label = true;
  if (sheet.button(copy, {sheet.left(), y + kRow + 10, sheet.width(), kRow})) {
    frame.output.requests.push_back(CopyRequest{frame.scratch.export_px});
  }
}

}  // namespace

float toolbar_height(const PanelScratch& scratch) { return kToolbar + (scratch.export_menu ? kMenu : 0); }

void draw_toolbar(Frame& frame) {
  Sheet& sheet = frame.sheet;
  const Rect bar{0, 0, frame.input.viewport.width, toolbar_height(frame.scratch)};
  ImDrawList& list = sheet.list();
  list.AddRectFilled(min_of(bar), max_of(bar), color_of(0xFF, 0xFD, 0xFA));
  list.AddLine(ImVec2(0, bar.bottom() - 0.5f), ImVec2(bar.right(), bar.bottom() - 0.5f), kLine);
  const float y = (kToolbar - kRow) / 2;
  const float tools = std::min(kRow, (sheet.width() - 168) / 5);
  draw_left(frame, sheet.left() - 4, y, tools);
  draw_right(frame, sheet.right(), y, sheet.width() - 5 * tools + 4);
  if (frame.scratch.export_menu) draw_menu(frame, kToolbar - 4);
}

}  // namespace sixiang::panel
