#include "app/session/brief_report.h"

#include <algorithm>

#include "model/sections.h"

namespace sixiang::app {

namespace {

bool stands_on(const Poster& poster, const std::string& text) {
  const std::vector<const Section*> sections = all_sections(poster);
  return std::any_of(sections.begin(), sections.end(), [&text](const Section* section) {
    return std::any_of(section->content.begin(), section->content.end(),
                       [&text](const Label& label) { return label.text == text; });
  });
}

}  // namespace

const std::vector<brief::LeftOut>& BriefReport::read(const std::string& text) {
  if (text == text_) return lines_;
  text_ = text;
  Result<std::vector<brief::ReadBrief>> briefs = brief::read_briefs(text);
  lines_ = briefs ? std::move(briefs.value()[0].left_out) : std::vector<brief::LeftOut>();
  return lines_;
}

std::vector<LeftOutLine> BriefReport::left_out(const std::string& text, const Poster& poster) {
  std::vector<LeftOutLine> left;
  const std::vector<brief::LeftOut>& lines = read(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (ignored_.contains(lines[i].text) || stands_on(poster, brief::label_text(lines[i].text))) continue;
    left.push_back({i, lines[i].line, lines[i].text, lines[i].why});
  }
  return left;
}

const brief::LeftOut* BriefReport::line(const std::string& text, std::size_t index) {
  const std::vector<brief::LeftOut>& lines = read(text);
  return index < lines.size() ? &lines[index] : nullptr;
}

}  // namespace sixiang::app
