#include "editor/contrast.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/problems.h"
#include "model/text_contrast.h"

namespace sixiang {

namespace {

// "2.8", never rounded up to what would do.
std::string one_decimal(float ratio) {
  const int tenths = int(std::floor(ratio * 10));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

bool is_hard_to_read(const TextContrast& text) { return !text.color_field.empty() && !text.is_readable(); }

}  // namespace

Diagnostics contrast_problems(const Poster& poster) {
  Diagnostics problems;
  for (const TextContrast& text : text_contrasts(poster)) {
    if (!is_hard_to_read(text)) continue;
    const std::string ratio = one_decimal(text.ratio()), wanted = one_decimal(text.wanted());
    Diagnostic problem = make_diagnostic(Problem::LowContrast, {ratio, wanted});
    problem.block = text.block;
    problem.field = text.field;
    problems.push_back(std::move(problem));
  }
  return problems;
}

std::optional<Command> mend_contrast(const Poster& poster, std::string_view block) {
  for (const TextContrast& text : text_contrasts(poster)) {
    if (text.block != block || !is_hard_to_read(text)) continue;
    return Batch{{"Make the text readable", "调清文字颜色"}, {SetColor{text.color_field, nearest_readable(text)}}};
  }
  return std::nullopt;
}

}  // namespace sixiang
