#include <optional>

#include "base/problems.h"
#include "label/bare_formulas.h"
#include "label/formula_marks.h"
#include "label/label.h"

namespace sixiang {

namespace {

bool is_escaped_dollar(std::string_view source, std::size_t at) { return source.substr(at, 2) == "\\$"; }

void report(ParsedLabel& label, std::size_t offset, std::size_t length, Problem problem) {
  Diagnostic& diagnostic = label.diagnostics.emplace_back(make_diagnostic(problem));
  diagnostic.offset = offset;
  diagnostic.length = length;
}

void add_text(ParsedLabel& label, std::string_view source, std::size_t begin, std::size_t end) {
  if (begin == end) return;
  LabelPart& part = label.parts.emplace_back();
  part.offset = part.begin = begin;
  part.length = end - begin;
  part.end = end;
  for (std::size_t i = begin; i < end; ++i) {
    if (is_escaped_dollar(source.substr(0, end), i)) ++i;
    part.text += source[i];
  }
}

void add_formula(ParsedLabel& label, std::string_view source, const FormulaMark& mark) {
  LabelPart& part = label.parts.emplace_back();
  part.kind = LabelPart::Kind::Formula;
  part.text = slice(source, mark.inner);
  part.offset = mark.inner.begin;
  part.length = mark.inner.end - mark.inner.begin;
  part.begin = mark.outer.begin;
  part.end = mark.outer.end;
}

std::optional<Problem> problem_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::Doubtful:
      return Problem::DoubtfulDollars;
    case MarkKind::Empty:
      return Problem::EmptyFormula;
    case MarkKind::Unclosed:
      return Problem::UnclosedDollar;
    case MarkKind::Text:
    case MarkKind::Formula:
      break;
  }
  return std::nullopt;
}

// An unclosed dollar is the first thing to mend: what lies around it may be a formula then.
void report_bare_formulas(ParsedLabel& label, std::string_view source) {
  if (!label.diagnostics.empty()) return;
  for (const LabelPart& part : label.parts) {
    if (part.kind != LabelPart::Kind::Text) continue;
    for (const ByteRange& found : find_bare_formulas(source.substr(part.begin, part.length))) {
      report(label, part.begin + found.begin, found.end - found.begin, Problem::BareFormula);
    }
  }
}

}  // namespace

ParsedLabel parse_label(std::string_view source) {
  ParsedLabel label;
  std::size_t text_begin = 0;
  for (std::size_t at = find_mark(source, 0); at != std::string_view::npos;) {
    const FormulaMark mark = read_mark(source, at);
    if (const std::optional<Problem> problem = problem_of(mark.kind)) {
      report(label, at, mark.outer.end - at, *problem);
    } else if (mark.kind == MarkKind::Formula) {
      add_text(label, source, text_begin, at);
      add_formula(label, source, mark);
      text_begin = mark.outer.end;
    }
    at = find_mark(source, mark.outer.end);
  }
  add_text(label, source, text_begin, source.size());
  report_bare_formulas(label, source);
  return label;
}

bool is_formula(const ParsedLabel& label) {
  return label.parts.size() == 1 && label.parts.front().kind == LabelPart::Kind::Formula;
}

}  // namespace sixiang
