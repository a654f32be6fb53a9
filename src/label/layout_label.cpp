#include <algorithm>

#include "label/fit_formula.h"

namespace sixiang {

namespace {

// How the bytes that layout_text() counts go back to the label's source: one entry an Inline.
struct SourcePlace {
  std::size_t laid_out = 0;  // of the concatenated text
  std::size_t outer = 0;     // of the source, where the piece begins with its dollar or backslash
  std::size_t inner = 0;     // of the source, where its text begins
};

class LabelBuilder {
 public:
  LabelBuilder(std::string_view source, const LabelStyle& style, const FontSet& fonts)
      : source_(source), style_(style), fonts_(fonts) {}

  TextLayout build() {
    ParsedLabel label = parse_label(source_);
    diagnostics_ = std::move(label.diagnostics);
    for (std::size_t i = 0; i < label.parts.size(); ++i) {
      if (label.parts[i].kind == LabelPart::Kind::Text) {
        add_text(label.parts[i]);
      } else {
        const auto text = [&label](std::size_t k) {
          const bool is_text = k < label.parts.size() && label.parts[k].kind == LabelPart::Kind::Text;
          return is_text ? std::string_view(label.parts[k].text) : std::string_view();
        };
        add_formula(label.parts[i], {i > 0 ? text(i - 1) : std::string_view(), text(i + 1)});
      }
    }
    if (content_.empty()) add_piece("", 0, 0);
    TextLayout result = layout_text(content_, style_.paragraph, fonts_);
    for (TextLine& line : result.lines) line.begin = source_offset(line.begin);
    for (std::size_t i = 0; i < result.lines.size(); ++i) {
      result.lines[i].end = i + 1 < result.lines.size() ? result.lines[i + 1].begin : source_.size();
    }
    merge(result);
    return result;
  }

 private:
  // Without what the formula before it took. Cut before every `\$`, so that offsets within a piece are offsets of the
  // source.
  void add_text(const LabelPart& part) {
    const std::size_t begin = part.begin + taken_;
    std::size_t outer = begin, inner = begin;
    taken_ = 0;
    for (std::size_t i = begin; i < part.end; ++i) {
      if (source_.substr(i, 2) != "\\$" || i + 1 >= part.end) continue;
      add_piece(source_.substr(inner, i - inner), outer, inner);
      outer = i;
      inner = ++i;
    }
    add_piece(source_.substr(inner, part.end - inner), outer, inner);
  }

  void add_piece(std::string_view text, std::size_t outer, std::size_t inner) {
    if (text.empty() && !source_.empty()) return;
    places_.push_back({laid_out_, outer, inner});
    laid_out_ += text.size();
    content_.push_back(TextSpan{std::string(text), style_.text, inner});
  }

  void add_formula(const LabelPart& part, const Surroundings& around) {
    FittedFormula formula = fit_formula(part.text, around, style_, fonts_);
    add_diagnostics(formula.parsed.diagnostics, part);
    add_diagnostics(formula.layout.diagnostics, part);
    pending_.insert(pending_.end(), formula.layout.pending.begin(), formula.layout.pending.end());
    InlineBox box;
    box.box = std::move(formula.layout.box);
    box.source = part.text + std::string(around.after.substr(0, formula.taken));
    box.source_offset = part.offset;
    box.flow = formula.flow;
    places_.push_back({laid_out_, part.begin, part.offset});
    laid_out_ += box.source.size();
    content_.push_back(std::move(box));
    taken_ = formula.taken;
  }

  // Of a formula's own source; without a length they are about the whole formula.
  void add_diagnostics(const Diagnostics& diagnostics, const LabelPart& part) {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.length == 0) {
        diagnostic.offset = part.offset;
        diagnostic.length = part.length;
      } else {
        diagnostic.offset += part.offset;
      }
      diagnostics_.push_back(std::move(diagnostic));
    }
  }

  std::size_t source_offset(std::size_t laid_out) const {
    const auto after =
        std::upper_bound(places_.begin(), places_.end(), laid_out,
                         [](std::size_t value, const SourcePlace& place) { return value < place.laid_out; });
    const auto place = after - 1;
    return laid_out == place->laid_out ? place->outer : place->inner + (laid_out - place->laid_out);
  }

  // A formula that says itself that it is too wide need not be reported again with its line.
  void merge(TextLayout& result) {
    std::vector<std::size_t> reported;  // offsets; formulas come in order
    for (const Diagnostic& diagnostic : diagnostics_) {
      if (diagnostic.code == "overflow") reported.push_back(diagnostic.offset);
    }
    const auto said = [&reported](const Diagnostic& of_line) {
      if (of_line.code != "overflow") return false;
      const auto next = std::lower_bound(reported.begin(), reported.end(), of_line.offset);
      return next != reported.end() && *next <= of_line.offset + of_line.length;
    };
    result.diagnostics.erase(std::remove_if(result.diagnostics.begin(), result.diagnostics.end(), said),
                             result.diagnostics.end());
    result.diagnostics.insert(result.diagnostics.begin(), diagnostics_.begin(), diagnostics_.end());
    std::stable_sort(result.diagnostics.begin(), result.diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.offset < b.offset; });
    result.pending.insert(result.pending.end(), pending_.begin(), pending_.end());
    std::sort(result.pending.begin(), result.pending.end());
    result.pending.erase(std::unique(result.pending.begin(), result.pending.end()), result.pending.end());
  }

  std::string_view source_;
  const LabelStyle& style_;
  const FontSet& fonts_;
  std::vector<Inline> content_;
  std::vector<SourcePlace> places_;
  std::size_t laid_out_ = 0;  // bytes
  std::size_t taken_ = 0;     // bytes of the next text that the last formula drew
  Diagnostics diagnostics_;
  std::vector<SliceId> pending_;
};

}  // namespace

TextLayout layout_label(std::string_view source, const LabelStyle& style, const FontSet& fonts) {
  return LabelBuilder(source, style, fonts).build();
}

}  // namespace sixiang
