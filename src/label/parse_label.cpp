#include "base/problems.h"
#include "label/bare_formulas.h"
#include "label/label.h"

namespace sixiang {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_escaped_dollar(std::string_view source, std::size_t at) { return source.substr(at, 2) == "\\$"; }

// Offset of the next `$` that is not written `\$`, or kNone.
std::size_t find_dollar(std::string_view source, std::size_t from) {
  for (std::size_t i = from; i < source.size(); ++i) {
    if (is_escaped_dollar(source, i)) {
      ++i;
    } else if (source[i] == '$') {
      return i;
    }
  }
  return kNone;
}

// Of the `$` or `$$` that closes a formula, on the same line; kNone where there is none.
std::size_t find_close(std::string_view source, std::size_t from, std::string_view delimiter) {
  std::size_t close = find_dollar(source, from);
  while (close != kNone && source.substr(close, delimiter.size()) != delimiter) close = find_dollar(source, close + 1);
  if (close == kNone) return kNone;
  return source.substr(from, close - from).find('\n') == kNone ? close : kNone;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == kNone; }

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
  std::size_t open = find_dollar(source, 0);
  while (open != kNone) {
    const std::string_view delimiter = source.substr(open, 2) == "$$" ? "$$" : "$";
    const std::size_t begin = open + delimiter.size();
    const std::size_t close = find_close(source, begin, delimiter);
    std::size_t next = begin;
    if (close == kNone) {
      report(label, open, delimiter.size(), Problem::UnclosedDollar);
    } else if (is_blank(source.substr(begin, close - begin))) {
      next = close + delimiter.size();
      report(label, open, next - open, Problem::EmptyFormula);
    } else {
      next = close + delimiter.size();
      add_text(label, source, text_begin, open);
      LabelPart& part = label.parts.emplace_back();
      part.kind = LabelPart::Kind::Formula;
      part.text = std::string(source.substr(begin, close - begin));
      part.offset = begin;
      part.length = close - begin;
      part.begin = open;
      part.end = next;
      text_begin = next;
    }
    open = find_dollar(source, next);
  }
  add_text(label, source, text_begin, source.size());
  report_bare_formulas(label, source);
  return label;
}

bool is_formula(const ParsedLabel& label) {
  return label.parts.size() == 1 && label.parts.front().kind == LabelPart::Kind::Formula;
}

}  // namespace sixiang
