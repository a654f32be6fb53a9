#include "mathml/markup.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace sixiang::mathml {
namespace {

enum class Tag : unsigned char { Start, Empty };

constexpr std::size_t kMaxElements = 20000;
constexpr std::size_t kMaxDepth = 64;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '_';
}

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct Entity {
  std::string_view name;
  char32_t character;
};
// Those of XML, and of HTML what formulas are written with by hand; a browser has resolved the others.
constexpr Entity kEntities[] = {{"amp", U'&'},
                                {"lt", U'<'},
                                {"gt", U'>'},
                                {"quot", U'"'},
                                {"apos", U'\''},
                                {"nbsp", 0xA0},
                                {"minus", U'−'},
                                {"plus", U'+'},
                                {"times", U'×'},
                                {"sdot", U'⋅'},
                                {"PlusMinus", U'±'},
                                {"pm", U'±'},
                                {"equals", U'='},
                                {"le", U'≤'},
                                {"ge", U'≥'},
                                {"ne", U'≠'},
                                {"sum", U'∑'},
                                {"Sum", U'∑'},
                                {"prod", U'∏'},
                                {"int", U'∫'},
                                {"infin", U'∞'},
                                {"part", U'∂'},
                                {"nabla", U'∇'},
                                {"radic", U'√'},
                                {"rarr", U'→'},
                                {"rightarrow", U'→'},
                                {"larr", U'←'},
                                {"isin", U'∈'},
                                {"forall", U'∀'},
                                {"exist", U'∃'},
                                {"prime", U'′'},
                                {"hellip", U'…'},
                                {"ctdot", U'⋯'},
                                {"lang", U'⟨'},
                                {"rang", U'⟩'},
                                {"OverBar", U'¯'},
                                {"Hat", U'^'},
                                {"rarrw", U'⇝'},
                                {"alpha", U'α'},
                                {"beta", U'β'},
                                {"gamma", U'γ'},
                                {"delta", U'δ'},
                                {"epsilon", U'ε'},
                                {"zeta", U'ζ'},
                                {"eta", U'η'},
                                {"theta", U'θ'},
                                {"iota", U'ι'},
                                {"kappa", U'κ'},
                                {"lambda", U'λ'},
                                {"mu", U'μ'},
                                {"nu", U'ν'},
                                {"xi", U'ξ'},
                                {"pi", U'π'},
                                {"rho", U'ρ'},
                                {"sigma", U'σ'},
                                {"tau", U'τ'},
                                {"upsilon", U'υ'},
                                {"phi", U'φ'},
                                {"chi", U'χ'},
                                {"psi", U'ψ'},
                                {"omega", U'ω'},
                                {"Gamma", U'Γ'},
                                {"Delta", U'Δ'},
                                {"Theta", U'Θ'},
                                {"Lambda", U'Λ'},
                                {"Xi", U'Ξ'},
                                {"Pi", U'Π'},
                                {"Sigma", U'Σ'},
                                {"Phi", U'Φ'},
                                {"Psi", U'Ψ'},
                                {"Omega", U'Ω'},
                                {"af", 0x2061},
                                {"it", 0x2062},
                                {"ic", 0x2063},
                                {"ApplyFunction", 0x2061},
                                {"InvisibleTimes", 0x2062},
                                {"InvisibleComma", 0x2063}};

// `entity` is what stands between & and ;. 0: none that is known.
char32_t character_of(std::string_view entity) {
  if (entity.size() > 1 && entity.front() == '#') {
    const bool hexadecimal = entity[1] == 'x' || entity[1] == 'X';
    char32_t value = 0;
    for (char c : entity.substr(hexadecimal ? 2 : 1)) {
      const char32_t digit = c >= '0' && c <= '9' ? char32_t(c - '0') : (char32_t(c) | 0x20) - U'a' + 10;
      if (digit >= (hexadecimal ? 16u : 10u) || value > 0x10FFFF) return 0;
      value = value * (hexadecimal ? 16 : 10) + digit;
    }
    return value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) ? 0 : value;
  }
  const auto* found =
      std::find_if(std::begin(kEntities), std::end(kEntities), [&](const Entity& each) { return each.name == entity; });
  return found == std::end(kEntities) ? 0 : found->character;
}

class Scanner {
 public:
  explicit Scanner(std::string_view source) : source_(source) {}

  std::vector<Element> run() {
    while (at_ < source_.size() && !finished_) {
      if (source_[at_] == '<') {
        markup();
      } else {
        const std::size_t end = std::min(source_.find('<', at_), source_.size());
        add_text(resolved(source_.substr(at_, end - at_)));
        at_ = end;
      }
      if (elements_.size() > kMaxElements || open_.size() > kMaxDepth) return {};
    }
    return std::move(elements_);
  }

 private:
  bool starts(std::string_view text) const { return source_.substr(at_, text.size()) == text; }

  void skip_behind(std::string_view end) {
    const std::size_t found = source_.find(end, at_);
    at_ = found == std::string_view::npos ? source_.size() : found + end.size();
  }

  void add_text(std::string text) {
    if (open_.empty() || text.empty()) return;
    Element child;
    child.text = std::move(text);
    elements_[open_.back()].children.push_back(std::uint32_t(elements_.size()));
    elements_.push_back(std::move(child));
  }

  void markup() {
    if (starts("<!--")) return skip_behind("-->");
    if (starts("<![CDATA[")) {
      const std::size_t begin = at_ + 9;
      skip_behind("]]>");
      const std::size_t end = std::max(begin, at_ - std::min<std::size_t>(at_, 3));
      return add_text(std::string(source_.substr(begin, end - begin)));
    }
    if (starts("<!") || starts("<?")) return skip_behind(">");
    const bool closes = starts("</");
    const std::size_t begin = at_ + (closes ? 2 : 1);
    std::size_t end = begin;
    while (end < source_.size() && is_name_character(source_[end])) ++end;
    if (end == begin) {  // a < by itself
      add_text("<");
      ++at_;
      return;
    }
    const std::string_view name = without_prefix(source_.substr(begin, end - begin));
    const std::size_t attributes = end;
    char quote = 0;
    for (; end < source_.size() && (quote != 0 || source_[end] != '>'); ++end) {
      const char c = source_[end];
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    at_ = std::min(end + 1, source_.size());
    if (closes) return close(name);
    const bool empty = end > attributes && source_[end - 1] == '/';
    open(name, source_.substr(attributes, end - attributes - (empty ? 1 : 0)), empty ? Tag::Empty : Tag::Start);
  }

  void open(std::string_view name, std::string_view attributes, Tag tag) {
    const bool begins = name == "math" || name == "oMath" || name == "oMathPara";
    if (open_.empty() && !begins) return;  // what is around it
    Element element;
    element.name = name;
    element.attributes = attributes;
    const std::uint32_t index = std::uint32_t(elements_.size());
    if (!open_.empty()) elements_[open_.back()].children.push_back(index);
    elements_.push_back(std::move(element));
    if (tag == Tag::Start) {
      open_.push_back(index);
    } else if (open_.empty()) {
      finished_ = true;
    }
  }

  // Closes what is still open in it, too; an end without its beginning says nothing.
  void close(std::string_view name) {
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (elements_[open_[i - 1]].name != name) continue;
      open_.resize(i - 1);
      finished_ = open_.empty();
      return;
    }
  }

  std::string_view source_;
  std::size_t at_ = 0;
  bool finished_ = false;
  std::vector<Element> elements_;
  std::vector<std::uint32_t> open_;
};

}  // namespace

std::string resolved(std::string_view source) {
  std::string text;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const std::size_t end = source[i] == '&' ? source.substr(i, 32).find(';') : std::string_view::npos;
    const char32_t character = end == std::string_view::npos ? 0 : character_of(source.substr(i + 1, end - 1));
    if (character == 0) {
      text.push_back(source[i]);
      continue;
    }
    append_utf8(text, character);
    i += end;
  }
  return text;
}

std::optional<std::string_view> Element::attribute(std::string_view wanted) const {
  for (std::size_t at = 0; at < attributes.size();) {
    while (at < attributes.size() && !is_name_character(attributes[at])) ++at;
    std::size_t end = at;
    while (end < attributes.size() && is_name_character(attributes[end])) ++end;
    const std::string_view found = without_prefix(attributes.substr(at, end - at));
    while (end < attributes.size() && is_blank(attributes[end])) ++end;
    std::string_view value;
    if (end < attributes.size() && attributes[end] == '=') {
      ++end;
      while (end < attributes.size() && is_blank(attributes[end])) ++end;
      const char quote = end < attributes.size() ? attributes[end] : 0;
      if (quote == '"' || quote == '\'') {
        const std::size_t close = std::min(attributes.find(quote, end + 1), attributes.size());
        value = attributes.substr(end + 1, close - end - 1);
        end = close + 1;
      } else {
        const std::size_t begin = end;
        while (end < attributes.size() && !is_blank(attributes[end])) ++end;
        value = attributes.substr(begin, end - begin);
      }
    }
    if (found == wanted && !found.empty()) return value;
    at = end;
  }
  return std::nullopt;
}

std::vector<Element> read_markup(std::string_view markup) { return Scanner(markup).run(); }

}  // namespace sixiang::mathml
