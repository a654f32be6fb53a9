#include "math/characters.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace sixiang::math {
namespace {

struct Pair {
  char32_t from, to;
};

char32_t mapped(const Pair* begin, const Pair* end, char32_t c) {
  const Pair* found = std::find_if(begin, end, [c](const Pair& pair) { return pair.from == c; });
  return found == end ? 0 : found->to;
}

constexpr Pair kNormal[] = {
    {0x00B7, 0x22C5}, {0x2219, 0x22C5}, {U'*', U'∗'},     {U'-', U'−'},  {U'~', 0x223C}, {0x00B5, 0x03BC},
    {U'∣', U'|'},     {U'│', U'|'},     {0x2225, 0x2016}, {U'\'', U'′'}, {U'’', U'′'},   {0x2206, 0x0394},
    {0x2329, U'⟨'},   {0x232A, U'⟩'},   {0x2126, U'Ω'},   {U'⟂', U'⊥'},
};

constexpr Pair kBrackets[] = {
    {U'(', U')'}, {U'[', U']'}, {U'{', U'}'}, {U'⟨', U'⟩'}, {U'⌊', U'⌋'}, {U'⌈', U'⌉'},
    {U'⟦', U'⟧'}, {U'⟪', U'⟫'}, {U'⟮', U'⟯'}, {U'⌜', U'⌝'}, {U'⌞', U'⌟'}, {U'⎰', U'⎱'},
};

constexpr Pair kSuperscripts[] = {
    {U'⁰', U'0'}, {U'¹', U'1'}, {U'²', U'2'}, {U'³', U'3'}, {U'⁴', U'4'}, {U'⁵', U'5'}, {U'⁶', U'6'}, {U'⁷', U'7'},
    {U'⁸', U'8'}, {U'⁹', U'9'}, {U'⁺', U'+'}, {U'⁻', U'−'}, {U'⁼', U'='}, {U'⁽', U'('}, {U'⁾', U')'}, {U'ᵃ', U'a'},
    {U'ᵇ', U'b'}, {U'ᶜ', U'c'}, {U'ᵈ', U'd'}, {U'ᵉ', U'e'}, {U'ᶠ', U'f'}, {U'ᵍ', U'g'}, {U'ʰ', U'h'}, {U'ⁱ', U'i'},
    {U'ʲ', U'j'}, {U'ᵏ', U'k'}, {U'ˡ', U'l'}, {U'ᵐ', U'm'}, {U'ⁿ', U'n'}, {U'ᵒ', U'o'}, {U'ᵖ', U'p'}, {U'ʳ', U'r'},
    {U'ˢ', U's'}, {U'ᵗ', U't'}, {U'ᵘ', U'u'}, {U'ᵛ', U'v'}, {U'ʷ', U'w'}, {U'ˣ', U'x'}, {U'ʸ', U'y'}, {U'ᶻ', U'z'},
    {U'ᴬ', U'A'}, {U'ᴮ', U'B'}, {U'ᴰ', U'D'}, {U'ᴱ', U'E'}, {U'ᴳ', U'G'}, {U'ᴴ', U'H'}, {U'ᴵ', U'I'}, {U'ᴶ', U'J'},
    {U'ᴷ', U'K'}, {U'ᴸ', U'L'}, {U'ᴹ', U'M'}, {U'ᴺ', U'N'}, {U'ᴼ', U'O'}, {U'ᴾ', U'P'}, {U'ᴿ', U'R'}, {U'ᵀ', U'T'},
    {U'ᵁ', U'U'}, {U'ⱽ', U'V'}, {U'ᵂ', U'W'}, {U'ᵝ', U'β'}, {U'ᵞ', U'γ'}, {U'ᵟ', U'δ'}, {U'ᵠ', U'φ'}, {U'ᵡ', U'χ'},
    {U'ᶿ', U'θ'},
};

constexpr Pair kSubscripts[] = {
    {U'₀', U'0'}, {U'₁', U'1'}, {U'₂', U'2'}, {U'₃', U'3'}, {U'₄', U'4'}, {U'₅', U'5'}, {U'₆', U'6'}, {U'₇', U'7'},
    {U'₈', U'8'}, {U'₉', U'9'}, {U'₊', U'+'}, {U'₋', U'−'}, {U'₌', U'='}, {U'₍', U'('}, {U'₎', U')'}, {U'ₐ', U'a'},
    {U'ₑ', U'e'}, {U'ₕ', U'h'}, {U'ᵢ', U'i'}, {U'ⱼ', U'j'}, {U'ₖ', U'k'}, {U'ₗ', U'l'}, {U'ₘ', U'm'}, {U'ₙ', U'n'},
    {U'ₒ', U'o'}, {U'ₚ', U'p'}, {U'ᵣ', U'r'}, {U'ₛ', U's'}, {U'ₜ', U't'}, {U'ᵤ', U'u'}, {U'ᵥ', U'v'}, {U'ₓ', U'x'},
    {U'ᵦ', U'β'}, {U'ᵧ', U'γ'}, {U'ᵨ', U'ρ'}, {U'ᵩ', U'φ'}, {U'ᵪ', U'χ'},
};

constexpr Pair kNegated[] = {
    {U'=', U'≠'}, {U'∈', U'∉'}, {U'∋', U'∌'}, {U'∃', U'∄'}, {U'∣', U'∤'}, {U'|', U'∤'}, {U'‖', U'∦'}, {U'∼', U'≁'},
    {U'≃', U'≄'}, {U'≅', U'≇'}, {U'≈', U'≉'}, {U'≡', U'≢'}, {U'<', U'≮'}, {U'>', U'≯'}, {U'≤', U'≰'}, {U'≥', U'≱'},
    {U'⊂', U'⊄'}, {U'⊃', U'⊅'}, {U'⊆', U'⊈'}, {U'⊇', U'⊉'}, {U'⊢', U'⊬'}, {U'⊨', U'⊭'}, {U'→', U'↛'}, {U'←', U'↚'},
    {U'⇒', U'⇏'}, {U'⇐', U'⇍'}, {U'↔', U'↮'}, {U'⇔', U'⇎'}, {U'≺', U'⊀'}, {U'≻', U'⊁'},
};

constexpr VulgarFraction kVulgar[] = {
    {U'½', "1", "2"}, {U'⅓', "1", "3"}, {U'⅔', "2", "3"}, {U'¼', "1", "4"}, {U'¾', "3", "4"},
    {U'⅕', "1", "5"}, {U'⅖', "2", "5"}, {U'⅗', "3", "5"}, {U'⅘', "4", "5"}, {U'⅙', "1", "6"},
    {U'⅚', "5", "6"}, {U'⅛', "1", "8"}, {U'⅜', "3", "8"}, {U'⅝', "5", "8"}, {U'⅞', "7", "8"},
};

constexpr std::u32string_view kBinary = U"+−±∓×÷⋅∗∘∙⊙⊗⊕⊖⊘∧∨∩∪⊎⊓⊔∖⋆⋄†‡≀⨿⊛⊚⊝⊞⊟⊠⊡⋉⋊⋋⋌⋎⋏⋒⋓⊻⊼⊽∔∸⊲⊳⊴⊵△▽•◦▷◁";
constexpr std::u32string_view kRelation = U"=<>:≔≕≜≝≟∝∼≈|‖⊥⩽⩾⪯⪰⫫⊧";
constexpr std::u32string_view kOrdinary = U"∀∁∂∃∄∅∆∇∞∟∠∡∢√∛∜∎⊤⋮⋰⋱⋯…↵";
// Mathematical Operators that are neither binary nor large nor ordinary are relations.

bool contains(std::u32string_view list, char32_t c) { return list.find(c) != std::u32string_view::npos; }
bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

AtomClass class_by_block(char32_t c) {
  if (within(c, 0x2200, 0x22FF) || within(c, 0x2190, 0x21FF) || within(c, 0x27F0, 0x27FF) ||
      within(c, 0x2900, 0x297F) || within(c, 0x2A66, 0x2AFF)) {
    return AtomClass::Relation;
  }
  if (within(c, 0x2A22, 0x2A65)) return AtomClass::Binary;
  return AtomClass::Ordinary;
}

}  // namespace

char32_t normalized(char32_t c) {
  const char32_t found = mapped(std::begin(kNormal), std::end(kNormal), c);
  return found ? found : c;
}

AtomClass class_of(char32_t c) {
  if (c < 0x80 && (is_space(c) || (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'))) {
    return AtomClass::Ordinary;
  }
  if (c >= 0x1D400 && c <= 0x1D7FF) return AtomClass::Ordinary;
  if (c == U',' || c == U';') return AtomClass::Punctuation;
  if (c == U'!' || c == U'?') return AtomClass::Close;
  if (c == U'…' || c == U'⋯') return AtomClass::Inner;
  if (contains(kBinary, c)) return AtomClass::Binary;
  if (contains(kRelation, c)) return AtomClass::Relation;
  if (contains(kOrdinary, c)) return AtomClass::Ordinary;
  if (closing_bracket(c)) return AtomClass::Open;
  if (is_closing_bracket(c)) return AtomClass::Close;
  if (big_operator_limits(c)) return AtomClass::Operator;
  return class_by_block(c);
}

std::optional<Limits> big_operator_limits(char32_t c) {
  if (within(c, U'∫', U'∳') || within(c, 0x2A0B, 0x2A1C)) return Limits::Never;
  if (within(c, U'∏', U'∑') || within(c, U'⋀', U'⋃') || within(c, 0x2A00, 0x2A0A)) return Limits::InDisplay;
  return std::nullopt;
}

char32_t closing_bracket(char32_t c) { return mapped(std::begin(kBrackets), std::end(kBrackets), c); }

bool is_closing_bracket(char32_t c) {
  return std::any_of(std::begin(kBrackets), std::end(kBrackets), [c](const Pair& pair) { return pair.to == c; });
}

bool is_delimiter(char32_t c) {
  return closing_bracket(c) || is_closing_bracket(c) || is_bar(c) || contains(U"./<>\\↑↓↕⇑⇓⇕∖", c);
}

char32_t superscript_base(char32_t c) {
  if (c < 0x80) return 0;
  return mapped(std::begin(kSuperscripts), std::end(kSuperscripts), c);
}

char32_t subscript_base(char32_t c) {
  if (c < 0x80) return 0;
  return mapped(std::begin(kSubscripts), std::end(kSubscripts), c);
}

bool is_mark(char32_t c) { return within(c, 0x300, 0x36F) || within(c, 0x20D0, 0x20F0); }

bool is_space(char32_t c) {
  return c == U' ' || within(c, U'\t', U'\r') || c == 0xA0 || within(c, 0x2000, 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0x2028 || c == 0x2029;
}

bool is_ignorable(char32_t c) {
  return within(c, 0x200B, 0x200F) || within(c, 0x2060, 0x2064) || within(c, 0xFE00, 0xFE0F) || c == 0xFEFF;
}

const VulgarFraction* vulgar_fraction(char32_t c) {
  const VulgarFraction* found = std::find_if(std::begin(kVulgar), std::end(kVulgar),
                                             [c](const VulgarFraction& fraction) { return fraction.character == c; });
  return found == std::end(kVulgar) ? nullptr : found;
}

char32_t negated(char32_t c) { return mapped(std::begin(kNegated), std::end(kNegated), c); }

}  // namespace sixiang::math
