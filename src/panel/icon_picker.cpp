#include <imgui.h>

#include <algorithm>

#include "icon/find_icons.h"
#include "panel/frame.h"
#include "panel/texts.h"

namespace sixiang::panel {

namespace {

constexpr float kCell = 44;
constexpr std::size_t kIconsAtOnce = 48;

std::string title_of(const Frame& frame, IconId icon) {
  const IconWords words = icon_words(icon);
  std::string english(words.name);
  std::replace(english.begin(), english.end(), '-', ' ');
  return frame.say({english, std::string(words.chinese.substr(0, words.chinese.find(' ')))});
}

// An ornament's name means no icon there.
bool is_ornament(const IconRow& row, std::string_view name) {
  return std::any_of(row.ornaments.begin(), row.ornaments.end(),
                     [name](const FieldOption& ornament) { return ornament.word == name; });
}

// What the field holds, in words: also what is no icon.
std::string title_of(const Frame& frame, const IconRow& row) {
  for (const FieldOption& ornament : row.ornaments) {
    if (ornament.word == row.value) return frame.say(ornament.label);
  }
  const std::optional<IconId> icon = find_icon(row.value);
  return icon ? title_of(frame, *icon) : row.value.empty() ? frame.say(texts::kNoIcon) : row.value;
}

void draw_icon(Frame& frame, std::string_view name, const Rect& rect) {
  if (find_icon(name)) draw_label_picture(frame, ":" + std::string(name) + ":", rect, PictureUse::Icon);
}

std::optional<std::string> draw_ornaments(Frame& frame, const IconRow& row) {
  Sheet& sheet = frame.sheet;
  std::optional<std::string> chosen;
  float x = sheet.left();
  for (const FieldOption& ornament : row.ornaments) {
    ButtonSpec spec;
    spec.id = row.id + ".pick." + ornament.word;
    spec.label = frame.say(ornament.label);
    spec.look = ButtonLook::Chip;
    spec.shows_label = true;
    spec.owner = row.id;
    spec.chosen = spec.lit = ornament.word == row.value;
    const float width = text_width(spec.label, kSmallSize) + 26;
    if (sheet.button(spec, {x, sheet.y() + 3, width, kRow - 6})) chosen = ornament.word;
    x += width + 6;
  }
  if (!row.ornaments.empty()) sheet.skip(kRow + 4);
  return chosen;
}

bool icon_button(Frame& frame, const IconRow& row, IconId icon, const Rect& rect) {
  Sheet& sheet = frame.sheet;
  const std::string name(icon_words(icon).name);
  const bool is_chosen = name == row.value;
  Widget button{row.id + ".pick." + name, WidgetKind::Button, name, title_of(frame, icon), rect};
  button.owner = row.id;
  button.chosen = is_chosen;
  const std::string id = button.id, title = button.label;
  sheet.report(std::move(button));
  if (!sheet.is_visible(rect)) return false;
  const Press press = sheet.press(id, rect);
  if (press.hovered) {
    frame.output.cursor = Cursor::Hand;
    ImGui::SetTooltip("%s", title.c_str());
  }
  const ImU32 fill = is_chosen ? theme().focus_soft : press.held ? theme().pressed : press.hovered ? theme().hover : 0;
  if (fill) sheet.list().AddRectFilled(min_of(rect), max_of(rect), fill, 8);
  draw_icon(frame, name, rect);
  return press.clicked;
}

std::optional<std::string> draw_icons(Frame& frame, const IconRow& row, const std::vector<IconId>& icons) {
  Sheet& sheet = frame.sheet;
  std::optional<std::string> chosen;
  float x = sheet.left();
  for (const IconId icon : icons) {
    if (x + kCell > sheet.right() + 0.5f) {
      x = sheet.left();
      sheet.skip(kCell);
    }
    if (icon_button(frame, row, icon, {x, sheet.y(), kCell, kCell})) chosen = icon_words(icon).name;
    x += kCell;
  }
  sheet.skip(kCell + kGap);
  return chosen;
}

std::optional<std::string> draw_picker(Frame& frame, const IconRow& row) {
  Sheet& sheet = frame.sheet;
  PanelScratch& scratch = frame.scratch;
  const Rect line{sheet.left(), sheet.y(), sheet.width(), kRow};
  sheet.skip(draw_text_field(frame, row.id + std::string(kIconSearch), frame.say(texts::kFindIcon), scratch.icon_query,
                             line, frame.say(texts::kFindIconExample), row.id) +
             kGap);
  std::optional<std::string> chosen = draw_ornaments(frame, row);
  std::vector<IconId> found = find_icons(scratch.icon_query);
  std::erase_if(found, [&row](IconId icon) { return is_ornament(row, icon_words(icon).name); });
  if (found.empty()) sheet.paragraph(frame.say(texts::kNoIconFound), theme().quiet);
  const std::size_t rest = found.size() - std::min(found.size(), scratch.icon_pages * kIconsAtOnce);
  found.resize(found.size() - rest);
  if (auto icon = draw_icons(frame, row, found)) chosen = std::move(icon);
  if (rest == 0) return chosen;
  ButtonSpec more;
  more.id = row.id + ".more";
  more.label = frame.say(texts::kMoreIcons);
  more.look = ButtonLook::Chip;
  more.shows_label = true;
  if (sheet.button(more, {sheet.left(), sheet.y(), text_width(more.label, kSmallSize) + 26, kRow - 6})) {
    ++scratch.icon_pages;
  }
  sheet.skip(kRow);
  return chosen;
}

void open_or_close(Frame& frame, const IconRow& row) {
  PanelScratch& scratch = frame.scratch;
  const bool opens = scratch.picking != row.id;
  scratch.picking = opens ? row.id : "";
  scratch.icon_query.clear();
  scratch.icon_pages = 1;
  if (opens) frame.output.requests.emplace_back(RevealRequest{row.id, row.id + ".more"});
}

// True when pressed.
bool draw_face(Frame& frame, const IconRow& row, const Rect& face) {
  Sheet& sheet = frame.sheet;
  Widget widget{row.id, WidgetKind::Button, row.value, row.name, face};
  widget.expanded = frame.scratch.picking == row.id;
  widget.is_popup = true;
  sheet.report(std::move(widget));
  if (!sheet.is_visible(face)) return false;
  const Press press = sheet.press(row.id, face);
  if (press.hovered) {
    frame.output.cursor = Cursor::Hand;
    sheet.list().AddRectFilled(min_of(face), max_of(face), theme().hover, kRadius);
  }
  const Rect square = inset({face.x, face.y, kRow, kRow}, 2);
  sheet.list().AddRectFilled(min_of(square), max_of(square), theme().surface, kRadius);
  sheet.list().AddRect(min_of(square), max_of(square), row.value.empty() ? theme().faint : theme().ink, kRadius);
  if (!is_ornament(row, row.value)) draw_icon(frame, row.value, square);
  const float name = sheet.text({face.x + kRow + 8, face.center().y}, row.name, theme().ink);
  const std::string title = title_of(frame, row);
  const float room = face.width - kRow - 24 - name;
  const float width = std::min(text_width(title, kSmallSize), room);
  sheet.text({face.right() - 8 - width, face.center().y}, title, theme().quiet, kSmallSize, room);
  return press.clicked;
}

}  // namespace

std::optional<std::string> draw_icon_row(Frame& frame, const IconRow& row) {
  Sheet& sheet = frame.sheet;
  std::optional<std::string> chosen;
  const Rect place = sheet.row(kRow);
  const float reset_width = row.value.empty() ? 0 : 36;
  if (draw_face(frame, row, {place.x, place.y, place.width - reset_width, kRow})) open_or_close(frame, row);
  if (reset_width > 0) {
    if (draw_reset(frame, row.id, row.name, {place.right() - reset_width, place.y, reset_width, kRow})) chosen = "";
  }
  draw_under_text_field(frame, row.id, "", place.x, place.right());
  sheet.skip(kGap);
  if (frame.scratch.picking != row.id) return chosen;
  if (auto picked = draw_picker(frame, row)) chosen = std::move(picked);
  return chosen;
}

}  // namespace sixiang::panel
