// What diagrams came to: a page asks for each in several rooms, and after an edit elsewhere for the same ones again.
// They take most of a layout's time. With it and without, a page is the same.
#pragma once

#include <cstdint>
#include <vector>

#include "diagram/diagram.h"

namespace sixiang {

// For one set of fonts: who loads more of them begins with an empty memory.
class DiagramMemory {
 public:
  // Those of diagram.h.
  DiagramLayout laid_out(const Diagram& diagram, const DiagramStyle& style, const FontSet& fonts);
  DiagramLayout measured(const Diagram& diagram, const DiagramStyle& style, const FontSet& fonts);

  // A page is laid out. What none of the last few asked for goes.
  void end_page();
  void clear() { entries_.clear(); }

 private:
  enum class Kind : std::uint8_t { LaidOut, Measured };
  struct Entry {
    Kind kind = Kind::LaidOut;
    Diagram diagram;
    DiagramStyle style;
    DiagramLayout layout;
    std::uint64_t asked = 0;  // by which page, the last time
  };

  DiagramLayout find(Kind kind, const Diagram& diagram, const DiagramStyle& style, const FontSet& fonts);

  std::vector<Entry> entries_;
  std::uint64_t page_ = 0;
};

}  // namespace sixiang
