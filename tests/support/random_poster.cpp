#include "support/random_poster.h"

#include <array>
#include <string_view>

namespace sixiang::testing {

namespace {

constexpr std::array<std::string_view, 24> kTexts = {"",
                                                     "x",
                                                     "生成模型",
                                                     "GAN 对抗生成",
                                                     "$p(x) = ∏p(xᵢ|x_{<i})$",
                                                     "价格 \\$5",
                                                     "\"引号\"",
                                                     "反斜杠 \\",
                                                     "行\n行",
                                                     " 空格 ",
                                                     "\x7F",
                                                     "𝒩(μ, σ²)",
                                                     "👨‍👩‍👧‍👦 emoji",
                                                     "龘䶮㐂",
                                                     "x̂ ᾱ",
                                                     "مرحبا",
                                                     "\xE2\x80\xA8",
                                                     "null",
                                                     "{}",
                                                     "// no",
                                                     "\xEF\xBB\xBF",
                                                     "  ",
                                                     "1e999",
                                                     "/\\/"};

constexpr std::array<std::string_view, 8> kUnknown = {
    "1", "-2.5", "\"文字\"", "null", "true", "[1,[2,[]],{}]", "{\"a\":{\"b\":[\"c\",null]}}", "1e-07"};

class Maker {
 public:
  Maker(Random& random, UnknownMembers unknown, PosterSize size) : random_(random), unknown_(unknown), size_(size) {}

  Poster poster() {
    Poster poster;
    poster.page.width = float(random_.below(16'384 - 64) + 64);
    poster.page.height = float(random_.below(1'000'000)) / 1000 + 64;
    poster.page.background = color();
    poster.style = any<Style>(3);
    poster.layout = layout();
    poster.fonts.title = random_.pick(std::array<std::string, 3>{"marker", "wenkai", "A-b_9"});
    poster.typography.cjk_latin_space = random_.chance(50);
    poster.palette.ink = color();
    poster.palette.key_formula = color();
    poster.palette.card = color();
    poster.title = title();
    if (random_.chance(70)) poster.center = center();
    fill(poster.sections, 6);
    for (Section& section : poster.sections) nest(section);
    name_sections(poster.sections);
    if (!ids_.empty()) fill(poster.links, 4);
    fill(poster.decorations, 5);
    for (UnknownFields* fields : {&poster.page.unknown, &poster.fonts.unknown, &poster.typography.unknown,
                                  &poster.palette.unknown, &poster.unknown}) {
      *fields = unknown();
    }
    return poster;
  }

 private:
  UnknownFields unknown() {
    UnknownFields fields;
    if (unknown_ == UnknownMembers::None || !random_.chance(15)) return fields;
    // In the order in which they are read again.
    for (const char* key : {"\"odd\" key", "future", "z", "键"}) {
      if (random_.chance(50)) fields.emplace_back(key, random_.pick(kUnknown));
    }
    return fields;
  }

  std::optional<Color> color() {
    if (random_.chance(50)) return std::nullopt;
    return random_color(random_);
  }

  float fraction() { return float(random_.below(10'001)) / 10'000; }

  template <class Enum>
  Enum any(int count) {
    return Enum(random_.below(count));
  }

  template <class T>
  void fill(std::vector<T>& list, int most) {
    if (size_ == PosterSize::Small) most = (most + 2) / 3;
    list.resize(std::size_t(random_.below(most + 1)));
    for (T& item : list) {
      make(item);
      item.unknown = unknown();
    }
  }

  std::string icon() {
    if (random_.chance(60)) return {};
    return random_.pick(std::array<std::string, 6>{"star", "sparkle", "dot", "rocket", "brain", "nobody-has-it"});
  }

  std::string sometimes_text() { return random_.chance(70) ? std::string() : random_text(random_); }

  Layout layout() {
    Layout layout;
    layout.kind = any<LayoutKind>(2);
    layout.columns = random_.chance(50) ? 0 : random_.below(13);
    layout.connect = any<Connect>(4);
    layout.order = any<Order>(2);
    layout.offset = any<Offset>(4);
    if (random_.chance(20)) {
      layout.divider.emplace();
      layout.divider->text = sometimes_text();
      layout.divider->shape = any<DividerShape>(2);
      layout.divider->color = color();
      layout.divider->unknown = unknown();
    }
    if (random_.chance(20)) {
      layout.axes.emplace();
      layout.axes->horizontal = sometimes_text();
      layout.axes->vertical = sometimes_text();
      layout.axes->unknown = unknown();
    }
    layout.unknown = unknown();
    return layout;
  }

  void nest(Section& section) {
    if (!random_.chance(20)) return;
    section.layout = layout();
    fill(section.sections, 4);
  }

  // Each by a name of its own.
  void name_sections(std::vector<Section>& sections) {
    for (Section& section : sections) {
      section.id += std::to_string(ids_.size());
      ids_.push_back(section.id);
      name_sections(section.sections);
    }
  }

  Title title() {
    Title title;
    title.text = random_text(random_);
    title.subtitle = sometimes_text();
    title.icon = icon();
    if (random_.chance(50)) {
      title.emphasis.emplace();
      title.emphasis->start = random_.below(5);
      title.emphasis->length = random_.below(9);
      title.emphasis->color = random_color(random_);
      title.emphasis->unknown = unknown();
    }
    title.underline = color();
    title.unknown = unknown();
    return title;
  }

  Center center() {
    Center center;
    center.fill = random_color(random_);
    center.icon = icon();
    fill(center.lines, 4);
    center.unknown = unknown();
    return center;
  }

  void make(CenterLine& line) {
    line.text = random_text(random_);
    line.role = any<CenterRole>(3);
  }

  void make(Label& label) {
    label.text = random_text(random_);
    label.role = any<LabelRole>(random_.chance(50) ? 2 : 7);
    label.bullet = any<Bullet>(random_.chance(70) ? 1 : 5);
    label.color = color();
    if (random_.chance(10)) label.diagram = diagram();
  }

  void make(Decoration& decoration) {
    decoration.kind = any<DecorationKind>(4);
    decoration.place = any<DecorationPlace>(3);
    decoration.color = random_color(random_);
  }

  void make(Section& section) {
    section.id = random_.pick(std::array<std::string, 3>{"gan", "A-1_", "0"});
    section.title = random_text(random_);
    section.subtitle = sometimes_text();
    section.number = random_.chance(70) ? "" : std::to_string(random_.below(100));
    section.icon = icon();
    section.icon_color = color();
    if (random_.chance(40)) {
      section.badge.emplace();
      section.badge->text = random_text(random_);
      section.badge->color = random_color(random_);
      section.badge->unknown = unknown();
    }
    section.header = any<HeaderKind>(random_.chance(60) ? 1 : 4);
    section.place = any<SectionPlace>(random_.chance(70) ? 1 : 5);
    if (random_.chance(20)) section.span = {random_.below(12) + 1, random_.below(12) + 1, unknown()};
    section.colors.fill = color();
    section.colors.header = color();
    section.colors.accent = color();
    section.colors.outline = color();
    section.colors.unknown = unknown();
    fill(section.content, 9);
    if (random_.chance(75)) {
      Label lead;
      lead.text = sometimes_text();
      lead.diagram = diagram();
      section.content.insert(section.content.begin(), std::move(lead));
    }
  }

  void make(Link& link) {
    link.from = random_.pick(ids_);
    link.to = random_.pick(ids_);
    link.text = sometimes_text();
    link.style = any<LineStyle>(2);
    link.shape = any<LinkShape>(2);
    link.bend = fraction() * 2 - 1;
    link.color = color();
  }

  Diagram diagram() {
    switch (random_.below(5)) {
      case 0:
        return flow();
      case 1:
        return noise();
      case 2:
        return chain();
      case 3:
        return bars();
      default:
        return table();
    }
  }

  // Sometimes with a detail on a second line.
  std::string named(std::string text) { return random_.chance(25) ? text + "\n" + random_text(random_) : text; }

  void make(FlowNode& node) {
    node.text = named(random_text(random_));
    if (random_.chance(25)) node.icon = icon();
    node.shape = any<NodeShape>(7);
    node.column = float(random_.below(200) - 100) + fraction();
    node.row = float(random_.below(9)) / 3;
    node.fill = color();
  }

  void make(FlowArrow& arrow) {
    arrow.text = named(random_text(random_));
    arrow.style = any<LineStyle>(2);
    arrow.bend = fraction() * 2 - 1;
    arrow.color = color();
  }

  FlowDiagram flow() {
    FlowDiagram flow;
    flow.arrange = any<FlowArrangement>(4);
    fill(flow.nodes, 6);
    for (std::size_t i = 0; i < flow.nodes.size(); ++i) flow.nodes[i].id = "n" + std::to_string(i);
    if (!flow.nodes.empty()) fill(flow.arrows, 8);
    for (FlowArrow& arrow : flow.arrows) {
      arrow.from = random_.pick(flow.nodes).id;
      arrow.to = random_.pick(flow.nodes).id;
    }
    flow.unknown = unknown();
    return flow;
  }

  void make(NoiseTile& tile) {
    tile.level = fraction();
    tile.caption = random_text(random_);
  }

  void make(NoiseSpan& span) {
    span.text = random_text(random_);
    span.color = color();
  }

  NoiseDiagram noise() {
    NoiseDiagram noise;
    noise.seed = std::uint32_t(random_.next());
    noise.dots = random_.below(400) + 1;
    fill(noise.tiles, 12);
    if (!noise.tiles.empty()) fill(noise.spans, 3);
    for (NoiseSpan& span : noise.spans) {
      span.from = random_.below(int(noise.tiles.size()));
      span.to = random_.below(int(noise.tiles.size()));
    }
    noise.unknown = unknown();
    return noise;
  }

  void make(ChainToken& token) {
    token.text = random_text(random_);
    token.fill = color();
  }

  ChainDiagram chain() {
    ChainDiagram chain;
    fill(chain.tokens, 9);
    chain.arcs = any<ChainArcs>(3);
    chain.unknown = unknown();
    return chain;
  }

  void make(Bar& bar) {
    bar.name = random_text(random_);
    bar.value = (fraction() - 0.3f) * float(random_.below(10'000));
    if (random_.chance(30)) bar.text = random_text(random_);
    bar.color = color();
  }

  BarsDiagram bars() {
    BarsDiagram bars;
    if (random_.chance(50)) bars.unit = random_text(random_);
    fill(bars.rows, 7);
    bars.unknown = unknown();
    return bars;
  }

  void make(TableColumn& column) {
    column.text = random_text(random_);
    column.align = any<ColumnAlign>(4);
  }

  void make(TableRow& row) {
    for (int i = random_.below(5); i >= 0; --i) {
      row.text += (row.text.empty() ? "" : " | ") + (random_.chance(30) ? "✓" : random_text(random_));
    }
    row.fill = color();
  }

  TableDiagram table() {
    TableDiagram table;
    fill(table.columns, 4);
    fill(table.rows, 6);
    table.unknown = unknown();
    return table;
  }

  Random& random_;
  UnknownMembers unknown_;
  PosterSize size_;
  std::vector<std::string> ids_;  // of the sections
};

}  // namespace

std::uint64_t Random::next() {
  state_ += 0x9E3779B97F4A7C15u;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

std::string random_text(Random& random) {
  std::string text(random.pick(kTexts));
  while (random.chance(25)) text += random.pick(kTexts);
  return text;
}

Color random_color(Random& random) {
  const std::uint64_t bits = random.next();
  return {std::uint8_t(bits), std::uint8_t(bits >> 8), std::uint8_t(bits >> 16),
          random.chance(80) ? std::uint8_t(255) : std::uint8_t(bits >> 24)};
}

Poster random_poster(Random& random, UnknownMembers unknown, PosterSize size) {
  if (size == PosterSize::Mixed) size = random.chance(10) ? PosterSize::Any : PosterSize::Small;
  return Maker(random, unknown, size).poster();
}

}  // namespace sixiang::testing
