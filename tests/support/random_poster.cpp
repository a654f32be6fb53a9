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
    poster.page.background = random_color(random_);
    poster.fonts.title = random_.pick(std::array<std::string, 3>{"marker", "wenkai", "A-b_9"});
    poster.typography.cjk_latin_space = random_.chance(50);
    poster.palette.ink = random_color(random_);
    poster.palette.card = random_color(random_);
    poster.title = title();
    if (random_.chance(70)) poster.center = center();
    fill(poster.sections, 6);
    for (std::size_t i = 0; i < poster.sections.size(); ++i) poster.sections[i].id += std::to_string(i);
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

  Title title() {
    Title title;
    title.text = random_text(random_);
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
    label.role = any<LabelRole>(2);
    label.color = color();
  }

  void make(Decoration& decoration) {
    decoration.kind = any<DecorationKind>(4);
    decoration.place = any<DecorationPlace>(3);
    decoration.color = random_color(random_);
  }

  void make(Section& section) {
    section.id = random_.pick(std::array<std::string, 3>{"gan", "A-1_", "0"});
    section.title = random_text(random_);
    section.icon = any<Icon>(4);
    section.icon_color = color();
    if (random_.chance(40)) {
      section.badge.emplace();
      section.badge->text = random_text(random_);
      section.badge->color = random_color(random_);
      section.badge->unknown = unknown();
    }
    section.colors.fill = random_color(random_);
    section.colors.header = random_color(random_);
    section.colors.accent = random_color(random_);
    section.colors.outline = color();
    section.colors.unknown = unknown();
    switch (random_.below(4)) {
      case 0:
        section.diagram = flow();
        break;
      case 1:
        section.diagram = noise();
        break;
      case 2:
        section.diagram = chain();
        break;
      default:
        break;
    }
    fill(section.labels, 9);
  }

  // Sometimes with a detail on a second line.
  std::string named(std::string text) { return random_.chance(25) ? text + "\n" + random_text(random_) : text; }

  void make(FlowNode& node) {
    node.text = named(random_text(random_));
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

  Random& random_;
  UnknownMembers unknown_;
  PosterSize size_;
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
