#include "panel/sheet.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace sixiang::panel {

const char* name_of(WidgetKind kind) {
  switch (kind) {
    case WidgetKind::Button:
      return "button";
    case WidgetKind::Text:
      return "text";
    case WidgetKind::Color:
      return "color";
    case WidgetKind::Choice:
      return "choice";
    case WidgetKind::Toggle:
      return "toggle";
    case WidgetKind::Section:
      return "section";
  }
  return "";
}

const char* role_of(const Widget& widget) {
  if (widget.kind == WidgetKind::Text) return "textbox";
  if (widget.kind == WidgetKind::Toggle) return "switch";
  return widget.chosen ? "radio" : "button";
}

ImVec2 vec(Point point) { return ImVec2(point.x, point.y); }
ImVec2 min_of(const Rect& rect) { return ImVec2(rect.left(), rect.top()); }
ImVec2 max_of(const Rect& rect) { return ImVec2(rect.right(), rect.bottom()); }
ImU32 color_of(Color color) { return IM_COL32(color.red, color.green, color.blue, color.alpha); }

float text_width(std::string_view text, float size) {
  return ImGui::GetFont()->CalcTextSizeA(size, 1e6f, 0, text.data(), text.data() + text.size()).x;
}

std::vector<std::string_view> wrapped(std::string_view text, float width, float size) {
  std::vector<std::string_view> lines;
  ImFontBaked* font = ImGui::GetFont()->GetFontBaked(size);
  std::size_t start = 0;
  float used = 0;
  for (const CodePoint& c : decode_utf8(text)) {
    if (c.value == U'\n') {
      lines.push_back(text.substr(start, c.offset - start));
      start = c.offset + 1;
      used = 0;
      continue;
    }
    const float advance = font->GetCharAdvance(ImWchar(c.value));
    // Spaces hang over the edge.
    if (used + advance > width + 0.01f && c.offset > start && c.value != U' ') {
      lines.push_back(text.substr(start, c.offset - start));
      start = c.offset;
      used = 0;
    }
    used += advance;
  }
  lines.push_back(text.substr(start));
  return lines;
}

Sheet::Sheet(ImDrawList& list, const Rect& clip, float top, float left, float right, std::string_view pressed,
             std::string_view area)
    : list_(&list), clip_(clip), y_(top), left_(left), right_(right), pressed_(pressed), area_(area) {}

Rect Sheet::row(float height) {
  const Rect rect{left_, y_, right_ - left_, height};
  y_ += height;
  return rect;
}

void Sheet::indent(float left, float right) {
  left_ += left;
  right_ -= right;
}

void Sheet::report(Widget widget) {
  const Rect& rect = widget.rect;
  widget.area = area_;
  if (is_visible(rect)) {
    widget.shown = rect_from_edges(std::max(rect.left(), clip_.left()), std::max(rect.top(), clip_.top()),
                                   std::min(rect.right(), clip_.right()), std::min(rect.bottom(), clip_.bottom()));
  }
  widgets_.push_back(std::move(widget));
}

Press Sheet::press(const std::string& id, const Rect& rect, bool enabled) {
  const ImGuiID key = ImGui::GetID(id.c_str());
  const ImRect box(min_of(rect), max_of(rect));
  Press press;
  if (!ImGui::ItemAdd(box, key) || !enabled) return press;
  press.clicked = ImGui::ButtonBehavior(box, key, &press.hovered, &press.held) || id == pressed_;
  return press;
}

namespace {

struct ButtonColors {
  ImU32 fill = 0, line = 0, text = theme().ink;
};

ButtonColors colors_of(const ButtonSpec& spec, const Press& press) {
  ButtonColors colors;
  switch (spec.look) {
    case ButtonLook::Quiet:
      colors.fill = press.held ? theme().pressed : press.hovered ? theme().hover : 0;
      if (spec.lit) colors.fill = theme().focus_soft;
      break;
    case ButtonLook::Framed:
      colors.fill = press.held ? theme().pressed : press.hovered ? theme().hover : theme().surface;
      colors.line = theme().field_line;
      break;
    case ButtonLook::Primary:
      colors.fill = press.hovered ? theme().coral_hover : theme().coral;
      colors.text = theme().on_coral;
      break;
    case ButtonLook::Tile:
      colors.fill = spec.lit ? theme().focus_soft : press.hovered ? theme().hover : theme().surface;
      colors.line = spec.lit ? theme().selection : theme().line;
      break;
    case ButtonLook::Segment:
      colors.fill = spec.lit ? theme().focus_soft : press.hovered ? theme().hover : 0;
      colors.text = spec.lit ? theme().selection : theme().ink;
      break;
    case ButtonLook::Chip:
      colors.fill = spec.lit ? theme().ink : press.hovered ? theme().hover : theme().surface;
      colors.line = spec.lit ? theme().ink : theme().field_line;
      colors.text = spec.lit ? theme().surface : theme().ink;
      break;
  }
  if (!spec.enabled) colors.text = theme().faint;
  return colors;
}

}  // namespace

void show_tip(const std::string& tip) {
  // A finger hides what it points at, and has nothing to hover with.
  if (ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen) return;
  ImGui::PushStyleColor(ImGuiCol_Text, theme().surface);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(11, 8));
  if (ImGui::BeginTooltip()) {
    ImGui::PushFont(nullptr, kSmallSize);
    ImGui::TextUnformatted(tip.data(), tip.data() + tip.size());
    ImGui::PopFont();
    ImGui::EndTooltip();
  }
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
}

void Sheet::report(const ButtonSpec& spec, const Rect& rect) {
  report({.id = spec.id,
          .kind = spec.kind,
          .value = spec.value,
          .label = spec.label,
          .rect = rect,
          .shown = {},
          .enabled = spec.enabled,
          .owner = spec.owner,
          .chosen = spec.chosen,
          .expanded = spec.expanded,
          .is_popup = spec.is_popup,
          .is_stop = spec.is_stop});
}

bool Sheet::row_button(const ButtonSpec& spec, const Rect& rect) {
  report(spec, rect);
  if (!is_visible(rect)) return false;
  const Press state = press(spec.id, rect, spec.enabled);
  if (state.hovered)
    list_->AddRectFilled(min_of(rect), max_of(rect), state.held ? theme().pressed : theme().hover, kRadius);
  const ImU32 color = spec.enabled ? theme().ink : theme().faint;
  draw_glyph(*list_, spec.glyph, ImVec2(rect.x + 20, rect.center().y), 20,
             spec.enabled ? theme().quiet : theme().faint);
  text({rect.x + 40, rect.center().y}, spec.label, color, kTextSize, rect.width - 48);
  return state.clicked;
}

bool Sheet::button(const ButtonSpec& spec, const Rect& rect) {
  report(spec, rect);
  if (!is_visible(rect)) return false;
  const Press state = press(spec.id, rect, spec.enabled);
  const ButtonColors colors = colors_of(spec, state);
  const float radius = spec.look == ButtonLook::Chip ? rect.height / 2 : kRadius;
  if (colors.fill) list_->AddRectFilled(min_of(rect), max_of(rect), colors.fill, radius);
  if (colors.line) list_->AddRect(min_of(rect), max_of(rect), colors.line, radius);
  const float glyph_size = 22;
  const bool is_small = spec.look == ButtonLook::Chip || spec.look == ButtonLook::Segment;
  if (!spec.shows_label) {
    draw_glyph(*list_, spec.glyph, vec(rect.center()), glyph_size, colors.text);
  } else if (spec.glyph == Glyph::None) {
    text_centered(rect, spec.label, colors.text, is_small ? kSmallSize : kTextSize);
  } else {
    const float gap = 5, label = text_width(spec.label);
    const float left = rect.center().x - (glyph_size + gap + label) / 2;
    draw_glyph(*list_, spec.glyph, ImVec2(left + glyph_size / 2, rect.center().y), glyph_size, colors.text);
    text({left + glyph_size + gap, rect.center().y}, spec.label, colors.text);
  }
  const std::string& tip = spec.tooltip.empty() && !spec.shows_label ? spec.label : spec.tooltip;
  if (state.hovered && spec.has_tip && !tip.empty()) show_tip(tip);
  return state.clicked;
}

float Sheet::text(Point left_middle, std::string_view text, ImU32 color, float size, float max_width) {
  const float width = text_width(text, size);
  const ImVec2 at(left_middle.x, std::round(left_middle.y - size / 2));
  if (width <= max_width) {
    list_->AddText(ImGui::GetFont(), size, at, color, text.data(), text.data() + text.size());
    return width;
  }
  constexpr std::string_view kEllipsis = "…";
  const float dots = text_width(kEllipsis, size);
  const std::string_view kept = wrapped(text, std::max(0.0f, max_width - dots), size).front();
  list_->AddText(ImGui::GetFont(), size, at, color, kept.data(), kept.data() + kept.size());
  const float used = text_width(kept, size);
  list_->AddText(ImGui::GetFont(), size, ImVec2(at.x + used, at.y), color, kEllipsis.data(),
                 kEllipsis.data() + kEllipsis.size());
  return used + dots;
}

void Sheet::text_centered(const Rect& rect, std::string_view label, ImU32 color, float size) {
  const float width = std::min(text_width(label, size), rect.width);
  text({rect.center().x - width / 2, rect.center().y}, label, color, size, rect.width);
}

void Sheet::paragraph(std::string_view words, ImU32 color, float size, float line) {
  for (const std::string_view part : wrapped(words, width(), size)) {
    const Rect place = row(line);
    if (is_visible(place)) text({place.x, place.center().y}, part, color, size);
  }
}

}  // namespace sixiang::panel
