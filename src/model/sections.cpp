#include "model/sections.h"

namespace sixiang {

namespace {

void collect(const std::vector<Section>& sections, std::vector<const Section*>& all) {
  for (const Section& section : sections) {
    all.push_back(&section);
    collect(section.sections, all);
  }
}

}  // namespace

std::vector<const Section*> all_sections(const Poster& poster) {
  std::vector<const Section*> all;
  collect(poster.sections, all);
  return all;
}

const Section* find_section(const Poster& poster, std::string_view id) {
  for (const Section* section : all_sections(poster)) {
    if (section->id == id) return section;
  }
  return nullptr;
}

const Section* section_around(const Poster& poster, const Section& section) {
  for (const Section& outer : poster.sections) {
    for (const Section& inner : outer.sections) {
      if (&inner == &section) return &outer;
    }
  }
  return nullptr;
}

}  // namespace sixiang
