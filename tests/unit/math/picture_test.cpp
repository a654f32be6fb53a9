// Small exact pictures, one a construct: what no number in a text golden would show.
#include <doctest/doctest.h>

#include <cmath>

#include "math/math.h"
#include "raster/raster.h"
#include "support/golden.h"

using namespace sixiang;
using sixiang::testing::all_fonts;

namespace {

struct Picture {
  const char* name;
  const char* source;
};

constexpr Picture kPictures[] = {
    {"scripts", "x_i^2 + e^{x^2} + f'(x)"},
    {"fraction", "\\frac{a+b}{c} + ½"},
    {"roots", "√ᾱ_t + √(1-ᾱ_t) + ∛x"},
    {"limits", "∑_{i=1}^n xᵢ + min_θ L"},
    {"integral", "∫_0^∞ e^{-x} dx"},
    {"accents", "x̂ + ȳ + \\vec v + \\hat i + \\widehat{ab}"},
    {"lines", "\\overline{AB} + \\underline{c}"},
    {"braces", "\\underbrace{a+b+c}_n + \\overbrace{x}^2"},
    {"brackets", "(a/b) + [x] + \\left\\{\\frac{1}{2}\\right."},
    {"bars", "p(x|z) + ‖w‖₂ + |x|"},
    {"tall-brackets", "\\left(\\begin{matrix}1\\\\2\\\\3\\\\4\\\\5\\end{matrix}\\right)"},
    {"matrix", "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}"},
    {"cases", "y = \\begin{cases} x & x > 0 \\\\ 0 & 否则 \\end{cases}"},
    {"aligned", "a &= b + c \\\\ &= d"},
    {"binomial", "\\binom{n}{k}"},
    {"arrow", "x \\xrightarrow{加噪} y + \\overrightarrow{AB}"},
    {"letters", "𝔼 𝒩 ℝ \\mathbf{x} \\boldsymbol{θ} α Σ KL"},
    {"error", "x + \\foo + (y"},
};

}  // namespace

TEST_CASE("pictures of the constructs") {
  for (const Picture& each : kPictures) {
    CAPTURE(each.name);
    math::FormulaStyle style;
    style.size = 28;
    style.color = {0x22, 0x22, 0x22, 255};
    style.text_face = all_fonts().find_face("marker").value_or(0);
    const Box box = math::layout(math::parse(each.source).tree, all_fonts(), style).box;
    const Page page{{std::ceil(box.width) + 8, std::ceil(box.height()) + 8},
                    {255, 255, 255, 255},
                    {placed(box, {4, 4 + box.ascent})}};
    const Result<Image> image = render(page, all_fonts(), int(page.size.width));
    REQUIRE(image);
    testing::check_image_golden(std::string("math/") + each.name + ".png", image.value());
  }
}
