#include "brief/cards.h"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "base/utf8.h"

namespace sixiang::brief {

namespace {

// Bars of values stand on the body, other diagrams are shapes of their own.
bool is_on_card(const Label& label) {
  if (label.diagram) return !std::holds_alternative<BarsDiagram>(*label.diagram);
  return label.role == LabelRole::Key || label.role == LabelRole::Code || label.role == LabelRole::Sub;
}

bool has_cards(const Section& section) {
  return !section.sections.empty() || std::any_of(section.content.begin(), section.content.end(), is_on_card);
}

constexpr std::size_t kFewest = 3;        // sections that make a timeline's leads alike
constexpr std::size_t kLongestLead = 24;  // bytes

constexpr float kMostBeside = 64;  // ems of a section's texts, with which cards still leave them large

// Latin letters are about half as wide as Han.
float ems_of(const Section& section) {
  float ems = 0;
  for (const Label& label : section.content) {
    for (const CodePoint& point : decode_utf8(label.text)) ems += is_cjk(point.value) ? 1 : 0.5f;
  }
  return ems;
}

// Of a text that says something behind it; else empty.
std::string lead_of(const Section& section) {
  if (section.content.empty() || section.content.front().role != LabelRole::Text) return {};
  const std::string& text = section.content.front().text;
  const std::size_t at = std::min(text.find(": "), text.find("："));
  return at == std::string::npos || at > kLongestLead ? std::string() : text.substr(0, at);
}

}  // namespace

void put_shared_leads_on_cards(Poster& poster) {
  std::vector<Section*> flow;
  for (Section& section : poster.sections) {
    if (section.place == SectionPlace::Flow) flow.push_back(&section);
  }
  if (flow.size() < kFewest) return;
  const std::string lead = lead_of(*flow.front());
  const bool is_shared = !lead.empty() && std::all_of(flow.begin(), flow.end(), [&](const Section* section) {
    return lead_of(*section) == lead && section->content.size() > 1 && ems_of(*section) <= kMostBeside;
  });
  if (!is_shared) return;
  for (Section* section : flow) section->content.front().role = LabelRole::Key;
}

BodyTone body_tone_for(const Poster& poster) {
  std::size_t with_cards = 0, flows = 0;
  for (const Section& section : poster.sections) {
    if (section.place != SectionPlace::Flow) continue;
    ++flows;
    with_cards += has_cards(section) ? 1 : 0;
  }
  return 2 * with_cards > flows ? BodyTone::Filled : BodyTone::Pale;
}

}  // namespace sixiang::brief
