// What another poster may begin with: a text, a blank page, one of those that were worked on, a template.
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "panel/parts.h"
#include "panel/texts.h"

namespace sixiang::panel {

namespace {

constexpr float kChoices = 280, kApart = 48;                  // the column at the left; beside it
constexpr float kBeside = 820;                                // with as much room they stand beside each other
constexpr float kLeastCard = 200, kCardGap = 20, kFoot = 58;  // of a card: width, to the next, below its picture
constexpr float kPictureRoom = 0.66f, kPicturePad = 14;       // of a card's width; around the picture
constexpr float kHeadline = 26, kHeading = 18;                // sizes of text
constexpr float kAboutSquare = 1.15f;

PageShape shape_of(const Size& page) {
  if (page.width > kAboutSquare * page.height) return PageShape::Wide;
  return page.height > kAboutSquare * page.width ? PageShape::High : PageShape::Square;
}

void draw_headline(Frame& frame, const Message& words, float size) {
  const Rect row = frame.sheet.row(std::round(size * 1.8f));
  frame.sheet.text({row.x, row.center().y}, frame.say(words), theme().ink, size);
}

void ask_for(Frame& frame, const std::string& name) {
  frame.scratch.menu.clear();
  frame.output.requests.emplace_back(ToolRequest{name});
}

const Tool* find_tool(const Frame& frame, std::string_view name) {
  const std::vector<Tool>& tools = frame.input.tools;
  const auto found = std::find_if(tools.begin(), tools.end(), [name](const Tool& tool) { return tool.name == name; });
  return found == tools.end() ? nullptr : &*found;
}

// The chief way: a text becomes a poster.
void draw_from_text(Frame& frame) {
  constexpr float kPad = 16;
  const Tool* tool = find_tool(frame, "new.brief");
  if (!tool) return;
  Sheet& sheet = frame.sheet;
  const float top = sheet.y(), width = sheet.width();
  const auto lines = wrapped(frame.say(texts::kFromTextHow), width - 2 * kPad, kSmallSize);
  const float height = 3 * kPad + 28 + float(lines.size()) * kSmallLine + kRow;
  const Rect card = sheet.row(height);
  sheet.list().AddRectFilled(min_of(card), max_of(card), theme().coral_soft, kCardRadius);
  draw_glyph(sheet.list(), Glyph::Text, ImVec2(card.x + kPad + 10, top + kPad + 12), 20, theme().coral_text);
  sheet.text({card.x + kPad + 30, top + kPad + 12}, frame.say(texts::kFromText), theme().ink, kHeading);
  float y = top + kPad + 28 + kSmallLine / 2;
  for (const std::string_view line : lines) {
    sheet.text({card.x + kPad, y}, line, theme().ink, kSmallSize);
    y += kSmallLine;
  }
  ButtonSpec spec;
  spec.id = tool->widget_id();
  spec.label = frame.say(tool->short_label);
  spec.look = ButtonLook::Primary;
  spec.shows_label = true;
  if (sheet.button(spec, {card.x + kPad, card.bottom() - kPad - kRow, width - 2 * kPad, kRow})) {
    ask_for(frame, tool->name);
  }
}

// A row with a glyph, or with the page that it begins in small.
void draw_choice(Frame& frame, const Tool& tool) {
  Sheet& sheet = frame.sheet;
  ButtonSpec spec;
  spec.id = tool.widget_id();
  spec.label = frame.say(tool.label);
  spec.glyph = tool.glyph;
  spec.shows_label = true;
  const Rect row = sheet.row(kRow);
  sheet.skip(2);
  if (sheet.row_button(spec, row)) ask_for(frame, tool.name);
}

void draw_blank_pages(Frame& frame) {
  frame.sheet.skip(18);
  draw_headline(frame, texts::kBlankPages, kTextSize);
  for (const Tool& tool : frame.input.tools) {
    if (tool.place == ToolPlace::New && tool.name != "new.brief") draw_choice(frame, tool);
  }
  const Tool* open = find_tool(frame, "open");
  if (!open) return;
  frame.sheet.skip(10);
  Tool file = *open;
  file.place = ToolPlace::New;
  draw_choice(frame, file);
}

// Its picture, or its shape, in the middle of the room, as large as there is room for it.
void draw_picture_of(Sheet& sheet, const PosterCard& card, const Rect& room) {
  ImDrawList& list = sheet.list();
  const Rect inner = inset(room, kPicturePad);
  const float scale = std::min(inner.width / card.page.width, inner.height / card.page.height);
  const Size size{std::round(card.page.width * scale), std::round(card.page.height * scale)};
  const Rect place{std::round(inner.center().x - size.width / 2), std::round(inner.center().y - size.height / 2),
                   size.width, size.height};
  for (int i = 1; i <= 3; ++i) {
    const Rect edge = inset(place, -float(i));
    list.AddRect(min_of(edge), max_of(edge), soft_shadow(16 - 4 * i), 3, ImDrawFlags_None, 1);
  }
  list.AddRectFilled(min_of(place), max_of(place), kPosterWhite);
  if (!card.picture.texture) return;
  list.AddImage(ImTextureRef(ImTextureID(card.picture.texture)), min_of(place), max_of(place));
}

// What else is done with it: at the right end of its foot.
float draw_card_tools(Frame& frame, const PosterCard& card, const std::string& id, const Rect& foot) {
  if (card.kind == PosterCardKind::Template) return foot.right();
  float x = foot.right() - 6;
  const std::array<std::pair<std::string_view, Glyph>, 2> tools{
      {{kRemoveCard, Glyph::Trash}, {kCopyCard, Glyph::Copy}}};
  for (const auto& [end, glyph] : tools) {
    x -= kSideButton;
    ButtonSpec spec;
    spec.id = id + std::string(end);
    spec.label =
        frame.say(glyph == Glyph::Copy ? texts::kDuplicate : texts::kRemove) + frame.say(texts::kColon) + card.title;
    spec.glyph = glyph;
    if (frame.sheet.button(spec, {x, foot.center().y - kSideButton / 2, kSideButton, kSideButton})) {
      frame.output.requests.emplace_back(ToolRequest{card.name + std::string(end)});
    }
  }
  return x;
}

void draw_card_of(Frame& frame, const PosterCard& card, const Rect& place) {
  Sheet& sheet = frame.sheet;
  const std::string id = "panel." + card.name;
  sheet.report({id, WidgetKind::Button, "", card.title, place});
  if (!sheet.is_visible(place)) return;
  ImDrawList& list = sheet.list();
  const Rect room{place.x, place.y, place.width, place.height - kFoot};
  list.AddRectFilled(min_of(place), max_of(place), theme().surface, kCardRadius);
  list.AddRectFilled(min_of(room), max_of(room), theme().desk, kCardRadius, ImDrawFlags_RoundCornersTop);
  draw_picture_of(sheet, card, room);
  const Rect foot{place.x, room.bottom(), place.width, kFoot};
  const float right = draw_card_tools(frame, card, id, foot) - 8;
  sheet.text({foot.x + 12, foot.y + 20}, card.title, theme().ink, kTextSize, right - foot.x - 12);
  sheet.text({foot.x + 12, foot.y + 41}, card.note, theme().quiet, kSmallSize, right - foot.x - 12);
  const Press press = sheet.press(id, place);
  if (press.hovered) frame.output.cursor = Cursor::Hand;
  list.AddRect(min_of(place), max_of(place), press.hovered ? theme().focus : theme().line, kCardRadius,
               ImDrawFlags_None, press.hovered ? 2.0f : 1.0f);
  if (press.clicked) ask_for(frame, card.name);
}

void draw_cards(Frame& frame, const std::vector<const PosterCard*>& cards) {
  Sheet& sheet = frame.sheet;
  const int columns = std::max(1, int((sheet.width() + kCardGap) / (kLeastCard + kCardGap)));
  const float width = std::floor((sheet.width() + kCardGap) / float(columns) - kCardGap);
  const float height = std::round(width * kPictureRoom) + kFoot;
  for (std::size_t i = 0; i < cards.size(); i += std::size_t(columns)) {
    const Rect row = sheet.row(height);
    sheet.skip(kCardGap);
    for (std::size_t k = i; k < std::min(cards.size(), i + std::size_t(columns)); ++k) {
      draw_card_of(frame, *cards[k], {row.x + float(k - i) * (width + kCardGap), row.y, width, height});
    }
  }
}

// Which templates are shown, beside their heading.
void draw_shapes(Frame& frame, float x, float middle) {
  const std::array<std::pair<std::optional<PageShape>, Message>, 4> kShapes{{{std::nullopt, texts::kAllShapes},
                                                                             {PageShape::Square, texts::kSquare},
                                                                             {PageShape::Wide, texts::kWide},
                                                                             {PageShape::High, texts::kHigh}}};
  for (std::size_t i = 0; i < kShapes.size(); ++i) {
    ButtonSpec spec;
    spec.id = "panel.new.shape." + std::to_string(i);
    spec.label = frame.say(kShapes[i].second);
    spec.look = ButtonLook::Chip;
    spec.shows_label = true;
    spec.kind = WidgetKind::Toggle;
    spec.lit = frame.scratch.new_shape == kShapes[i].first;
    spec.value = spec.lit ? "on" : "off";
    spec.chosen = spec.lit;
    const float width = text_width(spec.label) + 30;
    if (frame.sheet.button(spec, {x, middle - 17, width, 34})) frame.scratch.new_shape = kShapes[i].first;
    x += width + 6;
  }
}

void draw_posters(Frame& frame) {
  std::vector<const PosterCard*> versions, kept, templates;
  for (const PosterCard& card : frame.input.cards) {
    const bool is_shown = !frame.scratch.new_shape || shape_of(card.page) == *frame.scratch.new_shape;
    if (card.kind == PosterCardKind::Version) versions.push_back(&card);
    if (card.kind == PosterCardKind::Kept) kept.push_back(&card);
    if (card.kind == PosterCardKind::Template && is_shown) templates.push_back(&card);
  }
  Sheet& sheet = frame.sheet;
  for (const auto& [cards, heading] : {std::pair(&versions, &texts::kVersions), std::pair(&kept, &texts::kRecent)}) {
    if (cards->empty()) continue;
    draw_headline(frame, *heading, kHeading);
    sheet.skip(8);
    draw_cards(frame, *cards);
    sheet.skip(12);
  }
  const Rect heading = sheet.row(kRow);
  const std::string& words = frame.say(texts::kTemplates);
  sheet.text({heading.x, heading.center().y}, words, theme().ink, kHeading);
  draw_shapes(frame, heading.x + text_width(words, kHeading) + 16, heading.center().y);
  sheet.skip(8);
  draw_cards(frame, templates);
}

}  // namespace

void draw_new_bar(Frame& frame) {
  Sheet& sheet = frame.sheet;
  const Rect bar = sheet.row(kBar);
  sheet.list().AddRectFilled(ImVec2(0, bar.y), ImVec2(bar.right() + sheet.left(), bar.bottom()), theme().bar_fill);
  sheet.list().AddLine(ImVec2(0, bar.bottom() - 0.5f), ImVec2(bar.right() + sheet.left(), bar.bottom() - 0.5f),
                       theme().line);
  sheet.text({bar.x, bar.center().y}, frame.say(texts::kNew), theme().ink, kHeadline - 4);
  ButtonSpec spec;
  spec.id = "panel.new.back";
  const std::string& title = frame.input.editor.poster.title.text;
  spec.label = frame.say(texts::kBack) + (title.size() > 36 || title.empty() ? frame.say(texts::kPoster) : title);
  spec.look = ButtonLook::Framed;
  spec.shows_label = true;
  spec.expanded = true;
  spec.is_popup = true;
  const float width = std::min(text_width(spec.label) + 32, bar.width * 0.6f);
  if (sheet.button(spec, {bar.right() - width, bar.center().y - kRow / 2, width, kRow})) frame.scratch.menu.clear();
}

void draw_new_choices(Frame& frame) {
  Sheet& sheet = frame.sheet;
  const bool is_beside = sheet.width() >= kBeside;
  const float top = sheet.y() + 16, rest = is_beside ? sheet.width() - kChoices : 0;
  sheet.skip(16);
  sheet.indent(0, rest);
  draw_from_text(frame);
  draw_blank_pages(frame);
  sheet.indent(0, -rest);
  const float bottom = sheet.y();
  if (is_beside) {
    sheet.skip(top - bottom);
    sheet.indent(kChoices + kApart, 0);
  } else {
    sheet.skip(20);
  }
  draw_posters(frame);
  if (is_beside) {
    sheet.indent(-kChoices - kApart, 0);
    sheet.skip(std::max(0.0f, bottom - sheet.y()));
  }
}

}  // namespace sixiang::panel
