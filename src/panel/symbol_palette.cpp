#include <array>
#include <cmath>
#include <span>

#include "panel/frame.h"

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

struct Page {
  const char* name;
  const char* shown;
  std::span<const Symbol> symbols;
};

constexpr std::array<Page, 3> kPages{
    {{"structures", "$x^2$", kStructures}, {"greek", "$αβγ$", kGreek}, {"operators", "$≤∈→$", kOperators}}};

constexpr float kButton = 40, kTab = 36;

void draw_shown(Frame& frame, const char* shown, const Rect& rect) {
  if (!frame.input.picture) return;
  const Picture picture = frame.input.picture(shown, rect.width - 4, PictureUse::Button);
  if (!picture.texture) return;
  const float x = std::round(rect.center().x - picture.size.width / 2);
  const float y = std::round(rect.center().y - picture.size.height / 2);
  frame.sheet.list().AddImage(ImTextureRef(ImTextureID(picture.texture)), ImVec2(x, y),
                              ImVec2(x + picture.size.width, y + picture.size.height));
}

bool picture_button(Frame& frame, const std::string& id, const char* shown, const char* typed, const Rect& rect,
                    bool lit) {
  Sheet& sheet = frame.sheet;
  sheet.report({id, WidgetKind::Button, "", typed, rect, {}, true});
  if (!sheet.is_visible(rect)) return false;
  const Press press = sheet.press(id, rect);
  const ImU32 fill = lit ? kFocusSoft : press.held ? kPressed : press.hovered ? kHover : 0;
  if (fill) sheet.list().AddRectFilled(min_of(rect), max_of(rect), fill, 8);
  draw_shown(frame, shown, rect);
  return press.clicked;
}

}  // namespace

void draw_symbol_palette(Frame& frame, float left, float right) {
  Sheet& sheet = frame.sheet;
  sheet.skip(4);
  const float top = sheet.y();
  float x = left;
  for (std::size_t i = 0; i < kPages.size(); ++i) {
    const Rect tab{x, sheet.y(), 56, kTab};
    if (picture_button(frame, std::string("symbols.") + kPages[i].name, kPages[i].shown, kPages[i].name, tab,
                       frame.scratch.symbol_page == int(i))) {
      frame.scratch.symbol_page = int(i);
    }
    x += 60;
  }
  sheet.skip(kTab + 2);
  const Page& page = kPages[std::size_t(frame.scratch.symbol_page)];
  x = left;
  for (const Symbol& symbol : page.symbols) {
    if (x + kButton > right + 0.5f) {
      x = left;
      sheet.skip(kButton);
    }
    const std::string id = std::string("symbols.") + page.name + "." + symbol.name;
    if (picture_button(frame, id, symbol.shown, symbol.typed, {x, sheet.y(), kButton, kButton}, false)) {
      frame.output.requests.push_back(InsertRequest{symbol.typed, symbol.back});
    }
    x += kButton;
  }
  sheet.skip(kButton + 2);
  frame.output.keeps_field = united(frame.output.keeps_field, rect_from_edges(left, top, right, sheet.y()));
}

}  // namespace sixiang::panel
