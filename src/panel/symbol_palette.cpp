#include <array>
#include <cmath>
#include <span>

#include "panel/frame.h"
#include "panel/texts.h"

namespace sixiang::panel {

namespace {

// `shown` is a label whose picture is on the button; `typed` goes to the caret, which ends `back` characters before its
// end. Everything typed is language of specs/formula-language.md.
struct Symbol {
  const char* name;  // of the widget
  const char* shown;
  const char* typed;
  int back = 0;
};

constexpr std::array<Symbol, 21> kGreek{{{"alpha", "$α$", "α"}, {"beta", "$β$", "β"},    {"gamma", "$γ$", "γ"},
                                         {"delta", "$δ$", "δ"}, {"epsilon", "$ε$", "ε"}, {"eta", "$η$", "η"},
                                         {"theta", "$θ$", "θ"}, {"lambda", "$λ$", "λ"},  {"mu", "$μ$", "μ"},
                                         {"pi", "$π$", "π"},    {"rho", "$ρ$", "ρ"},     {"sigma", "$σ$", "σ"},
                                         {"tau", "$τ$", "τ"},   {"phi", "$φ$", "φ"},     {"psi", "$ψ$", "ψ"},
                                         {"omega", "$ω$", "ω"}, {"Delta", "$Δ$", "Δ"},   {"Sigma", "$Σ$", "Σ"},
                                         {"Phi", "$Φ$", "Φ"},   {"Omega", "$Ω$", "Ω"},   {"ell", "$ℓ$", "ℓ"}}};

constexpr std::array<Symbol, 14> kStructures{{{"subscript", "$x_i$", "_{}", 1},
                                              {"superscript", "$x^2$", "^{}", 1},
                                              {"both", "$x_i^2$", "_{}^{}", 4},
                                              {"fraction", "$\\frac{a}{b}$", "\\frac{}{}", 3},
                                              {"root", "$\\sqrt{x}$", "\\sqrt{}", 1},
                                              {"hat", "$\\hat{x}$", "\\hat{}", 1},
                                              {"bar", "$\\bar{x}$", "\\bar{}", 1},
                                              {"sum", "$\\sum_i$", "\\sum_{}", 1},
                                              {"product", "$\\prod_i$", "\\prod_{}", 1},
                                              {"integral", "$\\int$", "\\int_{}^{}", 4},
                                              {"limits", "$\\min_G$", "\\min_{}", 1},
                                              {"expectation", "$\\mathbb{E}$", "\\mathbb{E}[]", 1},
                                              {"norm", "$‖x‖$", "‖‖", 1},
                                              {"text", "$\\text{ab}$", "\\text{}", 1}}};

constexpr std::array<Symbol, 21> kOperators{{{"times", "$×$", "×"},   {"dot", "$·$", "·"},    {"odot", "$⊙$", "⊙"},
                                             {"oplus", "$⊕$", "⊕"},   {"otimes", "$⊗$", "⊗"}, {"pm", "$±$", "±"},
                                             {"partial", "$∂$", "∂"}, {"nabla", "$∇$", "∇"},  {"infinity", "$∞$", "∞"},
                                             {"le", "$≤$", "≤"},      {"ge", "$≥$", "≥"},     {"ne", "$≠$", "≠"},
                                             {"approx", "$≈$", "≈"},  {"sim", "$∼$", "∼"},    {"propto", "$∝$", "∝"},
                                             {"in", "$∈$", "∈"},      {"mid", "$|$", "|"},    {"parallel", "$‖$", "‖"},
                                             {"to", "$→$", "→"},      {"gets", "$←$", "←"},   {"iff", "$⇔$", "⇔"}}};

// Whole formulas to learn from: the cheat sheet of specs/formula-cheatsheet.md, shorter.
struct Example {
  Message name;
  const char* typed;
};
const std::array<Example, 18>& examples() {
  static const std::array<Example, 18> kExamples{{
      {{"Subscript, superscript", "下标、上标"}, "x_{t-1}^2"},
      {{"Fraction", "分数"}, "(a+b)/(c+d)"},
      {{"Slash that stays", "保留斜线"}, "a\\/b"},
      {{"Root", "根号"}, "√(1-x) + ∛y"},
      {{"Bar, hat, tilde", "上横线、帽、波浪"}, "x̄ + x̂ + x̃"},
      {{"Sum, product", "求和、连乘"}, "∑_{i=1}^n x_i ∏_i p_i"},
      {{"Integral", "积分"}, "∫_0^1 f(x) dx"},
      {{"Limits below", "下方条件"}, "min_G max_D V(D,G)"},
      {{"Conditional", "条件概率"}, "p(x|z) = N(μ, σ²)"},
      {{"Norm", "范数"}, "‖ε - ε_θ‖²"},
      {{"Special letters", "特殊字母"}, "𝔼 ℝ 𝒩 ℒ"},
      {{"Greek by name", "希腊字母名"}, "\\alpha \\theta \\Sigma"},
      {{"Relations", "关系符号"}, "a <= b != c -> d"},
      {{"Words", "文字"}, "损失 = 重构项 + KL"},
      {{"Cases", "分段"}, "\\begin{cases} x & x > 0 \\\\ 0 & 否则 \\end{cases}"},
      {{"Matrix", "矩阵"}, "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}"},
      {{"Brace with a label", "花括号标注"}, "\\underbrace{a + b}_{和}"},
      {{"Arrow with a label", "箭头标注"}, "x \\xrightarrow{加噪} y"},
  }};
  return kExamples;
}

struct Page {
  const char* name;
  const char* shown;
  std::span<const Symbol> symbols;
};

constexpr std::array<Page, 3> kPages{
    {{"structures", "$x^2$", kStructures}, {"greek", "$αβγ$", kGreek}, {"operators", "$≤∈→$", kOperators}}};

constexpr float kButton = 40, kTab = 36;

// The caret stays in the text while symbols are pressed, and keys type what they stand for: none is a stop.
void report_symbol(Sheet& sheet, const std::string& id, const char* value, const std::string& name, const Rect& rect) {
  Widget symbol{id, WidgetKind::Button, value, name, rect};
  symbol.is_stop = false;
  sheet.report(std::move(symbol));
}

bool picture_button(Frame& frame, const std::string& id, const char* shown, const char* typed, const Rect& rect,
                    bool lit) {
  Sheet& sheet = frame.sheet;
  report_symbol(sheet, id, "", typed, rect);
  if (!sheet.is_visible(rect)) return false;
  const Press press = sheet.press(id, rect);
  const ImU32 fill = lit ? theme().focus_soft : press.held ? theme().pressed : press.hovered ? theme().hover : 0;
  if (fill) sheet.list().AddRectFilled(min_of(rect), max_of(rect), fill, 8);
  draw_label_picture(frame, shown, rect, PictureUse::Button);
  return press.clicked;
}

constexpr int kExamplePage = int(kPages.size());

void draw_tabs(Frame& frame, float left) {
  Sheet& sheet = frame.sheet;
  float x = left;
  for (int i = 0; i < kExamplePage; ++i) {
    const Page& page = kPages[std::size_t(i)];
    const Rect tab{x, sheet.y(), 56, kTab};
    if (picture_button(frame, std::string("symbols.") + page.name, page.shown, page.name, tab,
                       frame.scratch.symbol_page == i)) {
      frame.scratch.symbol_page = i;
    }
    x += 60;
  }
  ButtonSpec more;
  more.id = "symbols.examples";
  more.label = frame.say(texts::kExamples);
  more.shows_label = true;
  more.lit = frame.scratch.symbol_page == kExamplePage;
  more.is_stop = false;
  if (sheet.button(more, {x, sheet.y(), text_width(more.label) + 24, kTab})) frame.scratch.symbol_page = kExamplePage;
  sheet.skip(kTab + 2);
}

void draw_symbols(Frame& frame, const Page& page, float left, float right) {
  Sheet& sheet = frame.sheet;
  float x = left;
  for (const Symbol& symbol : page.symbols) {
    if (x + kButton > right + 0.5f) {
      x = left;
      sheet.skip(kButton);
    }
    const std::string id = std::string("symbols.") + page.name + "." + symbol.name;
    if (picture_button(frame, id, symbol.shown, symbol.typed, {x, sheet.y(), kButton, kButton}, false)) {
      frame.output.requests.emplace_back(InsertRequest{symbol.typed, symbol.back});
    }
    x += kButton;
  }
  sheet.skip(kButton + 2);
}

// What is typed on the left, what it becomes on the right.
void draw_example(Frame& frame, std::size_t index, float left, float right) {
  Sheet& sheet = frame.sheet;
  const Example& example = examples()[index];
  const Rect row = rect_from_edges(left, sheet.y(), right, sheet.y() + 52);
  sheet.skip(54);
  const std::string id = "symbols.examples." + std::to_string(index);
  report_symbol(sheet, id, example.typed, frame.say(example.name), row);
  if (!sheet.is_visible(row)) return;
  const Press press = sheet.press(id, row);
  if (press.hovered)
    sheet.list().AddRectFilled(min_of(row), max_of(row), press.held ? theme().pressed : theme().hover, 8);
  const float half = row.width * 0.56f;
  sheet.text({row.x + 8, row.y + 16}, frame.say(example.name), theme().quiet, kSmallSize, half - 12);
  sheet.text({row.x + 8, row.y + 36}, example.typed, theme().ink, kSmallSize, half - 12);
  draw_label_picture(frame, "$" + std::string(example.typed) + "$",
                     rect_from_edges(row.x + half, row.y, row.right() - 6, row.bottom()), PictureUse::Example);
  if (press.clicked) frame.output.requests.emplace_back(InsertRequest{example.typed, 0});
}

}  // namespace

void draw_label_picture(Frame& frame, const std::string& label, const Rect& rect, PictureUse use) {
  if (!frame.input.picture) return;
  const Picture picture = frame.input.picture(label, rect.width - 4, use);
  if (!picture.texture) return;
  const float x = std::round(rect.center().x - picture.size.width / 2);
  const float y = std::round(rect.center().y - picture.size.height / 2);
  frame.sheet.list().AddImage(ImTextureRef(ImTextureID(picture.texture)), ImVec2(x, y),
                              ImVec2(x + picture.size.width, y + picture.size.height));
}

void draw_symbols_button(Frame& frame) {
  Sheet& sheet = frame.sheet;
  sheet.skip(2);
  ButtonSpec spec;
  spec.id = "symbols.open";
  spec.label = "∑ " + frame.say(texts::kSymbols);
  spec.look = ButtonLook::Chip;
  spec.shows_label = true;
  spec.lit = frame.scratch.symbols_open;
  spec.is_stop = false;
  const Rect place{sheet.left(), sheet.y(), text_width(spec.label, kSmallSize) + 26, kTab};
  if (sheet.button(spec, place)) frame.scratch.symbols_open = !frame.scratch.symbols_open;
  sheet.skip(kTab);
  frame.output.keeps_field.push_back(place);
}

void draw_symbol_palette(Frame& frame, float left, float right) {
  Sheet& sheet = frame.sheet;
  sheet.skip(4);
  const float top = sheet.y();
  draw_tabs(frame, left);
  if (frame.scratch.symbol_page == kExamplePage) {
    for (std::size_t i = 0; i < examples().size(); ++i) draw_example(frame, i, left, right);
  } else {
    draw_symbols(frame, kPages[std::size_t(frame.scratch.symbol_page)], left, right);
  }
  frame.output.keeps_field.push_back(rect_from_edges(left, top, right, sheet.y()));
}

}  // namespace sixiang::panel
