#include "layout/diagram_memory.h"

#include <algorithm>

namespace sixiang {

namespace {

// Pages: who types back and forth finds again what was there.
constexpr std::uint64_t kKept = 4;

}  // namespace

DiagramLayout DiagramMemory::laid_out(const Diagram& diagram, const DiagramStyle& style, const FontSet& fonts) {
  return find(Kind::LaidOut, diagram, style, fonts);
}

DiagramLayout DiagramMemory::measured(const Diagram& diagram, const DiagramStyle& style, const FontSet& fonts) {
  return find(Kind::Measured, diagram, style, fonts);
}

DiagramLayout DiagramMemory::find(Kind kind, const Diagram& diagram, const DiagramStyle& style, const FontSet& fonts) {
  const auto lay_out = [&] {
    return kind == Kind::LaidOut ? layout_diagram(diagram, style, fonts) : measure_diagram(diagram, style, fonts);
  };
  // Bars beside others depend on those, which belong to the document.
  if (!style.beside.empty()) return lay_out();
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.kind == kind && entry.style == style && entry.diagram == diagram;
  });
  if (found != entries_.end()) {
    found->asked = page_;
    return found->layout;
  }
  entries_.push_back({kind, diagram, style, lay_out(), page_});
  return entries_.back().layout;
}

void DiagramMemory::end_page() {
  ++page_;
  const auto is_old = [this](const Entry& entry) { return entry.asked + kKept < page_; };
  entries_.erase(std::remove_if(entries_.begin(), entries_.end(), is_old), entries_.end());
}

}  // namespace sixiang
