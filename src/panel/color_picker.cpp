#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

#include "panel/frame.h"
#include "panel/texts.h"

namespace sixiang::panel {

namespace {

constexpr float kSquare = 150, kHueBar = 22, kSwatch = 34;

// Colours that go together, the default poster's among them.
constexpr std::array<Color, 18> kSwatches{{{0xA8, 0xD8, 0xEA, 255},
                                           {0xD5, 0xC6, 0xE0, 255},
                                           {0xFF, 0xD5, 0xC2, 255},
                                           {0xB5, 0xE5, 0xCF, 255},
                                           {0xF2, 0xCC, 0x8F, 255},
                                           {0xF7, 0xC5, 0xD5, 255},
                                           {0xF5, 0xF0, 0xE8, 255},
                                           {0xFF, 0xFD, 0xF8, 255},
                                           {0xE8, 0x65, 0x5A, 255},
                                           {0x22, 0x71, 0x9F, 255},
                                           {0x71, 0x50, 0x9C, 255},
                                           {0xC4, 0x62, 0x3A, 255},
                                           {0x2E, 0x86, 0x62, 255},
                                           {0xB8, 0x86, 0x2B, 255},
                                           {0x2B, 0x2A, 0x2E, 255},
                                           {0x6F, 0x6A, 0x63, 255},
                                           {0xD9, 0xCF, 0xC0, 255},
                                           {0xFF, 0xFF, 0xFF, 255}}};

ImU32 hue_color(float hue) {
  float red = 0, green = 0, blue = 0;
  ImGui::ColorConvertHSVtoRGB(hue, 1, 1, red, green, blue);
  return ImGui::ColorConvertFloat4ToU32(ImVec4(red, green, blue, 1));
}

Color to_color(float hue, float saturation, float value, std::uint8_t alpha) {
  float rgb[3];
  ImGui::ColorConvertHSVtoRGB(hue, saturation, value, rgb[0], rgb[1], rgb[2]);
  const auto byte = [](float channel) { return std::uint8_t(std::lround(std::clamp(channel, 0.0f, 1.0f) * 255)); };
  return {byte(rgb[0]), byte(rgb[1]), byte(rgb[2]), alpha};
}

struct Hsv {
  float hue = 0, saturation = 0, value = 0;
};

// Grey has no hue and black no saturation: those of the last drag are kept.
Hsv to_hsv(Color color, PanelScratch& scratch) {
  Hsv hsv;
  ImGui::ColorConvertRGBtoHSV(float(color.red) / 255, float(color.green) / 255, float(color.blue) / 255, hsv.hue,
                              hsv.saturation, hsv.value);
  if (hsv.saturation < 0.01f) hsv.hue = scratch.hue;
  if (hsv.value < 0.01f) hsv.saturation = scratch.saturation;
  scratch.hue = hsv.hue;
  scratch.saturation = hsv.saturation;
  return hsv;
}

void draw_knob(ImDrawList& list, ImVec2 at, ImU32 fill) {
  list.AddCircleFilled(at, 9, theme().surface);
  list.AddCircle(at, 9, theme().ink, 0, 1.5f);
  list.AddCircleFilled(at, 6, fill);
}

void draw_square(ImDrawList& list, const Rect& square, const Hsv& hsv, ImU32 shown) {
  constexpr ImU32 kWhite = color_of(255, 255, 255), kBlack = color_of(0, 0, 0), kClear = color_of(0, 0, 0, 0);
  list.AddRectFilledMultiColor(min_of(square), max_of(square), kWhite, hue_color(hsv.hue), hue_color(hsv.hue), kWhite);
  list.AddRectFilledMultiColor(min_of(square), max_of(square), kClear, kClear, kBlack, kBlack);
  draw_knob(list, ImVec2(square.x + hsv.saturation * square.width, square.y + (1 - hsv.value) * square.height), shown);
}

void draw_hue_bar(ImDrawList& list, const Rect& bar, float hue) {
  constexpr int kParts = 6;
  for (int i = 0; i < kParts; ++i) {
    const float x = bar.x + bar.width * float(i) / kParts;
    const ImU32 from = hue_color(float(i) / kParts), to = hue_color(float(i + 1) / kParts);
    list.AddRectFilledMultiColor(ImVec2(x, bar.y), ImVec2(x + bar.width / kParts, bar.bottom()), from, to, to, from);
  }
  draw_knob(list, ImVec2(bar.x + hue * bar.width, bar.center().y), hue_color(hue));
}

// Where within `rect`, 0 to 1 each way, the pointer drags; nullopt when it does not.
std::optional<Point> drag(Frame& frame, const std::string& owner, std::string_view key, const Message& name,
                          const Rect& rect) {
  const std::string id = owner + std::string(key);
  Widget area{id, WidgetKind::Color, "", frame.say(name), rect};
  area.owner = owner;
  area.is_stop = false;  // keys have the swatches and the hexadecimal field
  frame.sheet.report(std::move(area));
  if (!frame.sheet.is_visible(rect)) return std::nullopt;
  const Press press = frame.sheet.press(id, rect);
  frame.output.grips.push_back(rect);
  if (press.clicked) frame.output.requests.emplace_back(EndStepRequest{});
  if (!press.held) return std::nullopt;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  return Point{std::clamp((mouse.x - rect.x) / rect.width, 0.0f, 1.0f),
               std::clamp((mouse.y - rect.y) / rect.height, 0.0f, 1.0f)};
}

void count_colors(const std::vector<FieldGroup>& groups, std::vector<std::pair<Color, int>>& counts) {
  for (const FieldGroup& group : groups) {
    for (const Field& field : group.fields) {
      const auto color = field.kind == FieldKind::Color ? parse_color(field.value) : std::nullopt;
      if (!color) continue;
      const auto known =
          std::find_if(counts.begin(), counts.end(), [&](const auto& count) { return count.first == *color; });
      if (known == counts.end()) {
        counts.push_back({*color, 1});
      } else {
        ++known->second;
      }
    }
    count_colors(group.groups, counts);
  }
}

// Of the whole poster, also those that follow from others; the commonest first.
std::vector<Color> used_colors(const std::vector<FieldGroup>& groups) {
  constexpr std::size_t kMost = 14;
  std::vector<std::pair<Color, int>> counts;
  count_colors(groups, counts);
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& one, const auto& other) { return one.second > other.second; });
  counts.resize(std::min(counts.size(), kMost));
  std::vector<Color> colors;
  for (const auto& count : counts) colors.push_back(count.first);
  return colors;
}

// `kind`: in the ids of the swatches.
std::optional<Color> draw_swatches(Frame& frame, const std::string& id, std::string_view kind, Color value,
                                   std::span<const Color> colors) {
  Sheet& sheet = frame.sheet;
  std::optional<Color> chosen;
  float x = sheet.left();
  for (const Color& color : colors) {
    if (x + kSwatch > sheet.right() + 0.5f) {
      x = sheet.left();
      sheet.skip(kSwatch + 6);
    }
    const Rect rect{x, sheet.y(), kSwatch, kSwatch};
    x += kSwatch + 7;
    const std::string name = id + std::string(kind) + to_hex(color).substr(1);
    Widget swatch{name, WidgetKind::Button, to_hex(color), to_hex(color), rect};
    swatch.owner = id;
    swatch.chosen = color == value;
    sheet.report(std::move(swatch));
    if (!sheet.is_visible(rect)) continue;
    const Press press = sheet.press(name, rect);
    sheet.list().AddRectFilled(min_of(rect), max_of(rect), panel::color_of(color), 9);
    const bool same = color == value;
    sheet.list().AddRect(min_of(rect), max_of(rect),
                         same            ? theme().ink
                         : press.hovered ? theme().quiet
                                         : theme().field_line,
                         9, 0, same ? 2.0f : 1.0f);
    if (press.clicked) {
      chosen = color;
      frame.output.requests.emplace_back(EndStepRequest{});
    }
  }
  sheet.skip(kSwatch + kGap);
  return chosen;
}

}  // namespace

std::optional<Color> draw_color_picker(Frame& frame, const std::string& id, Color value) {
  Sheet& sheet = frame.sheet;
  const Hsv hsv = to_hsv(value, frame.scratch);
  draw_heading(frame, frame.say(texts::kUsedColors));
  std::optional<Color> chosen = draw_swatches(frame, id, ".used.", value, used_colors(frame.input.field_tree));
  draw_heading(frame, frame.say(texts::kMoreColors));
  if (const auto color = draw_swatches(frame, id, ".swatch.", value, kSwatches)) chosen = color;
  const Rect square = sheet.row(kSquare);
  sheet.skip(12);
  const Rect bar = sheet.row(kHueBar);
  sheet.skip(12);
  if (const auto at = drag(frame, id, ".square", texts::kShade, square)) {
    frame.scratch.saturation = at->x;
    chosen = to_color(frame.scratch.hue, at->x, 1 - at->y, value.alpha);
  }
  if (const auto at = drag(frame, id, ".hue", texts::kHue, inset(bar, -4))) {
    frame.scratch.hue = std::min(at->x, 0.9999f);
    chosen = to_color(frame.scratch.hue, hsv.saturation, hsv.value, value.alpha);
  }
  if (sheet.is_visible(square)) draw_square(sheet.list(), square, hsv, panel::color_of(value));
  if (sheet.is_visible(bar)) draw_hue_bar(sheet.list(), bar, hsv.hue);
  return chosen;
}

}  // namespace sixiang::panel
