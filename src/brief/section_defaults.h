// What a section has that nobody wrote: an id out of its title, a colour. Inside brief/ only.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/color.h"
#include "brief/text.h"

namespace sixiang::brief {

class SectionIds {
 public:
  void take(const std::string& id) { taken_.insert(id); }
  // One that is free: the Latin words of the title, or of the subtitle, else a number.
  std::string free_id(View title, View subtitle);
  std::size_t count() const { return taken_.size(); }

 private:
  std::set<std::string> taken_;
};

// Colours in turn, those that are taken passed over as long as others are left.
class SectionFills {
 public:
  Color next(const std::vector<Color>& taken);
  // One that is not nearly as one of those, as long as there is one.
  Color next_unlike(const std::vector<Color>& taken);

 private:
  std::size_t turn_ = 0;
};

}  // namespace sixiang::brief
