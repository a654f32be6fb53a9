#include <initializer_list>
#include <optional>

#include "base/problems.h"
#include "label/bare_formulas.h"
#include "label/inline_marks.h"
#include "label/label.h"

namespace sixiang {

namespace {

void report(ParsedLabel& label, ByteRange place, Problem problem, std::initializer_list<std::string_view> named = {}) {
  Diagnostic& diagnostic = label.diagnostics.emplace_back(make_diagnostic(problem, named));
  diagnostic.offset = place.begin;
  diagnostic.length = place.end - place.begin;
}

void add_text(ParsedLabel& label, std::string_view source, std::size_t begin, std::size_t end) {
  if (begin == end) return;
  LabelPart& part = label.parts.emplace_back();
  part.offset = part.begin = begin;
  part.length = end - begin;
  part.end = end;
  for (std::size_t i = begin; i < end; ++i) {
    if (is_escape(source.substr(0, end), i)) ++i;
    part.text += source[i];
  }
}

void add_marked(ParsedLabel& label, std::string_view source, const InlineMark& mark, LabelPart::Kind kind) {
  LabelPart& part = label.parts.emplace_back();
  part.kind = kind;
  part.text = slice(source, mark.inner);
  part.offset = mark.inner.begin;
  part.length = mark.inner.end - mark.inner.begin;
  part.begin = mark.outer.begin;
  part.end = mark.outer.end;
}

// What is shown as typed all the same; nullopt where nothing is to be said.
std::optional<Problem> problem_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::Doubtful:
      return Problem::DoubtfulDollars;
    case MarkKind::Empty:
      return Problem::EmptyFormula;
    case MarkKind::Unclosed:
      return Problem::UnclosedDollar;
    case MarkKind::UnknownIcon:
      return Problem::UnknownIconInText;
    case MarkKind::Text:
    case MarkKind::Formula:
    case MarkKind::Icon:
      break;
  }
  return std::nullopt;
}

std::optional<LabelPart::Kind> part_of(MarkKind kind) {
  if (kind == MarkKind::Formula) return LabelPart::Kind::Formula;
  if (kind == MarkKind::Icon) return LabelPart::Kind::Icon;
  return std::nullopt;
}

void report_bare_formulas(ParsedLabel& label, std::string_view source) {
  for (const LabelPart& part : label.parts) {
    if (part.kind != LabelPart::Kind::Text) continue;
    for (const ByteRange& found : find_bare_formulas(source.substr(part.begin, part.length))) {
      report(label, {part.begin + found.begin, part.begin + found.end}, Problem::BareFormula);
    }
  }
}

}  // namespace

ParsedLabel parse_label(std::string_view source) {
  ParsedLabel label;
  std::size_t text_begin = 0;
  bool all_dollars_are_clear = true;
  for (std::size_t at = find_mark(source, 0); at != std::string_view::npos;) {
    const InlineMark mark = read_mark(source, at);
    if (const std::optional<Problem> problem = problem_of(mark.kind)) {
      report(label, mark.outer, *problem, {slice(source, mark.inner)});
      all_dollars_are_clear = all_dollars_are_clear && mark.kind == MarkKind::UnknownIcon;
    } else if (const std::optional<LabelPart::Kind> kind = part_of(mark.kind)) {
      add_text(label, source, text_begin, at);
      add_marked(label, source, mark, *kind);
      text_begin = mark.outer.end;
    }
    at = find_mark(source, mark.outer.end);
  }
  add_text(label, source, text_begin, source.size());
  // An unclosed dollar is the first thing to mend: what lies around it may be a formula then.
  if (all_dollars_are_clear) report_bare_formulas(label, source);
  return label;
}

bool is_formula(const ParsedLabel& label) {
  return label.parts.size() == 1 && label.parts.front().kind == LabelPart::Kind::Formula;
}

}  // namespace sixiang
