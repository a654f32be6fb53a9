#include "layout/measured_label.h"

#include <optional>
#include <utility>

#include "base/icon_mark.h"
#include "base/utf8.h"
#include "icon/icon.h"
#include "label/stress_marks.h"
#include "layout/groups.h"
#include "layout/label_look.h"
#include "layout/section_body.h"

namespace sixiang {

namespace {

// Where a figure ends: with its first line, else before the first blank after a digit.
std::size_t figure_end(std::string_view text) {
  if (const std::size_t line = text.find('\n'); line != std::string_view::npos) return line;
  bool digit = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    digit = digit || (text[i] >= '0' && text[i] <= '9');
    if (digit && text[i] == ' ') return i;
  }
  return text.size();
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
  return at;
}

std::size_t without_blanks_at_end(std::string_view text, std::size_t end) {
  while (end > 0 && text[end - 1] == ' ') --end;
  return end;
}

// The icon that a text begins with, and where what it stands for begins.
struct LeadingIcon {
  std::string name;
  std::size_t text = 0;
};
LeadingIcon leading_icon(std::string_view source) {
  const std::optional<ByteRange> name = source.empty() ? std::nullopt : icon_name_at(source, 0);
  if (!name || !find_icon(slice(source, *name))) return {};
  const std::size_t text = skip_blanks(source, name->end + 1);
  return text < source.size() ? LeadingIcon{std::string(slice(source, *name)), text} : LeadingIcon{};
}

// Statements of a list, behind no sign of their own.
bool may_have_tile(const Section& section, const Label& label) {
  const bool is_free = label.bullet == Bullet::Dot || label.bullet == Bullet::None;
  return label.role == LabelRole::Text && is_free && !label.diagram && !is_insight(section);
}

// What stands in brackets at the end of a text, and where these begin.
struct BracketAtEnd {
  std::size_t begin = 0;
  ByteRange inner;
};
std::optional<BracketAtEnd> bracket_at_end(std::string_view text) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    if (text.size() < close.size() || text.substr(text.size() - close.size()) != close) continue;
    const std::size_t begin = text.rfind(open);
    if (begin == std::string_view::npos || begin == 0) continue;
    return BracketAtEnd{begin, {begin + open.size(), text.size() - close.size()}};
  }
  return std::nullopt;
}

// A share in a few words: "替代85%".
std::optional<BracketAtEnd> share_at_end(const Label& label) {
  if (label.role != LabelRole::Text || label.diagram) return std::nullopt;
  const std::optional<BracketAtEnd> bracket = bracket_at_end(label.text);
  if (!bracket) return std::nullopt;
  const std::string_view inner = slice(label.text, bracket->inner);
  const bool is_plain = inner.find_first_of("$:\\*=\n") == std::string_view::npos;
  const bool is_share =
      inner.size() >= 2 && inner.back() == '%' && inner[inner.size() - 2] >= '0' && inner[inner.size() - 2] <= '9';
  return is_plain && is_share && utf8_length(inner) <= kDesign.roles.longest_seal ? bracket : std::nullopt;
}

// Where most of a section's statements end so.
bool has_seals(const Section& section) {
  std::size_t statements = 0, shares = 0;
  for (const Label& label : section.content) {
    if (label.role != LabelRole::Text || label.diagram) continue;
    ++statements;
    shares += share_at_end(label) ? 1 : 0;
  }
  return shares >= kDesign.roles.leads && float(shares) >= kDesign.roles.leads_part * float(statements);
}

bool may_have_lead(LabelRole role) {
  return role == LabelRole::Text || role == LabelRole::Sub || role == LabelRole::Key;
}

}  // namespace

MeasuredLabel::MeasuredLabel(const PageBuilder& page, const Section& section, std::size_t index)
    : index_(index),
      role_(section.content[index].role),
      bullet_(section.content[index].bullet),
      is_caption_(section.content[index].diagram.has_value()),
      has_formula_(section.content[index].text.find('$') != std::string::npos ||
                   section.content[index].text.find('\\') != std::string::npos),
      is_formula_(sixiang::is_formula(parse_label(section.content[index].text))) {
  const Label& label = section.content[index];
  const std::string_view source = label.text;
  const bool of_ink = (role_ == LabelRole::Key || role_ == LabelRole::Figure) && !is_caption_;
  const TextHeight height = of_ink ? TextHeight::Ink : TextHeight::Lines;
  const auto measure = [&](ByteRange bytes, LabelPiece piece, std::size_t lead) {
    LabelStyle style = label_look(page, section, label, piece);
    style.lead = lead;
    return std::make_shared<const LabelText>(source, bytes, style, height, page.fonts());
  };
  const LeadingIcon icon = may_have_tile(section, label) ? leading_icon(source) : LeadingIcon{};
  tile_ = icon.name;
  const std::size_t begin = icon.text;
  const std::optional<BracketAtEnd> share = has_seals(section) ? share_at_end(label) : std::nullopt;
  const std::size_t end = share ? without_blanks_at_end(source, share->begin) : source.size();
  if (share) seal_ = measure(share->inner, LabelPiece::Seal, 0);
  std::size_t lead = may_have_lead(role_) && !is_caption_ ? find_lead(source.substr(begin, end - begin)) : 0;
  if (lead == 0 && page.groups() == Groups::OnCards && names_group(section, index)) lead = end - begin;
  whole_ = measure({begin, end}, LabelPiece::Whole, lead);
  std::size_t split = lead > 0 ? begin + lead : 0;
  if (role_ == LabelRole::Figure && !is_caption_) split = figure_end(source);
  if (split == 0) return;
  head_ = measure({begin, without_blanks_at_end(source, split)}, LabelPiece::Head, lead);
  const std::size_t rest = skip_blanks(source, split);
  tail_begin_ = rest;
  if (rest < end) tail_ = measure({rest, end}, LabelPiece::Tail, 0);
}

std::size_t MeasuredLabel::work() const {
  std::size_t work = whole_->work();
  if (head_) work += head_->work();
  if (tail_) work += tail_->work();
  if (seal_) work += seal_->work();
  return work;
}

}  // namespace sixiang
