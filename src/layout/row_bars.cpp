#include "layout/row_bars.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "layout/design.h"

namespace sixiang {

namespace {

constexpr std::array<std::string_view, 8> kSums = {"总计", "合计", "共计", "总共", "小计", "Total", "total", "Sum"};

bool is_list_of_lines(const MeasuredSection& content) {
  return content.keeps_lines && content.obstacle.radius <= 0 && content.pieces.size() == 1;
}

// That most of its statements have; empty: there is none.
std::string common_unit(const MeasuredSection& content) {
  std::map<std::string_view, std::size_t> counts;
  for (const MeasuredLabel& label : content.labels) {
    const std::optional<ShownAmount> amount = amount_of(content, label);
    if (amount && amount->greatest > 0) ++counts[amount->unit];
  }
  for (const auto& entry : counts) {
    const bool most = float(entry.second) >= kDesign.roles.bars_part * float(content.labels.size());
    if (most && entry.second >= kDesign.roles.least_bars) return std::string(entry.first);
  }
  return {};
}

float widest_name(const MeasuredSection& content) {
  float widest = 0;
  for (const MeasuredLabel& label : content.labels) {
    if (label.has_head()) widest = std::max(widest, label.text(LabelPiece::Head).width());
  }
  return widest;
}

// The section with bars as long as its width allows; nullopt: a statement has no room.
std::optional<float> longest_unit(const PageBuilder& page, MeasuredSection content, const ArrangementOptions& options) {
  content.bars->length = 0;
  const Arrangement arrangement = arrange(page, content, options);
  if (!fits(page, content, arrangement)) return std::nullopt;
  std::optional<float> length;
  for (const ArrangedBar& bar : arrangement.bars) {
    const std::optional<ShownAmount> amount = amount_of(content, content.labels[bar.label]);
    const float own = bar.rect.width / amount->greatest;
    length = std::min(length.value_or(own), own);
  }
  return length;
}

void give_bars(const PageBuilder& page, MeasuredSection& left, MeasuredSection& right,
               const ArrangementOptions& left_options, const ArrangementOptions& right_options) {
  const std::string unit = common_unit(left);
  if (unit.empty() || common_unit(right) != unit) return;
  left.bars = right.bars = RowBars{unit, std::max(widest_name(left), widest_name(right)), 0};
  const std::optional<float> first = longest_unit(page, left, left_options);
  const std::optional<float> second = longest_unit(page, right, right_options);
  float longest = 0;
  for (const MeasuredSection* content : {&left, &right}) {
    for (const MeasuredLabel& label : content->labels) {
      const std::optional<ShownAmount> amount = amount_of(*content, label);
      if (amount && amount->unit == unit) longest = std::max(longest, amount->greatest);
    }
  }
  const float length = first && second ? std::min(*first, *second) : 0;
  const float text = kDesign.body.text_size * page.unit() * left_options.scale;
  if (length * longest < kDesign.roles.least_longest_bar * text) {
    left.bars = right.bars = std::nullopt;
    return;
  }
  left.bars->length = right.bars->length = length;
}

}  // namespace

std::optional<ShownAmount> amount_of(const MeasuredSection& content, const MeasuredLabel& label) {
  if (!label.has_head() || !label.has_tail() || label.role() != LabelRole::Text) return std::nullopt;
  const std::string_view text = content.section->content[label.index()].text;
  const bool is_sum = std::any_of(kSums.begin(), kSums.end(), [&](std::string_view sum) {
    return text.substr(0, label.tail_begin()).find(sum) != std::string_view::npos;
  });
  if (is_sum) return std::nullopt;
  return shown_amount(text.substr(label.tail_begin()));
}

void give_row_bars(const PageBuilder& page, std::vector<MeasuredSection>& contents,
                   const std::vector<SectionFit>& fits) {
  for (std::size_t i = 0; i + 1 < contents.size(); ++i) {
    MeasuredSection &left = contents[i], &right = contents[i + 1];
    const bool beside = left.row == right.row && is_list_of_lines(left) && is_list_of_lines(right);
    if (beside && fits[i].options.scale == fits[i + 1].options.scale)
      give_bars(page, left, right, fits[i].options, fits[i + 1].options);
  }
}

}  // namespace sixiang
