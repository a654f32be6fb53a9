// What is selected: the ids of things or fields, in the order in which they were; the last one leads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "editor/command.h"
#include "model/poster.h"

namespace sixiang {

class Selection {
 public:
  Selection() = default;
  // Empty: nothing.
  explicit Selection(std::string id);
  // The poster's page is none of them, nor what it has not, nor what lies in another of them: that one is dropped which
  // comes later.
  Selection(const Poster& poster, std::vector<std::string> ids);

  bool empty() const { return ids_.empty(); }
  std::size_t size() const { return ids_.size(); }
  bool contains(std::string_view id) const;
  const std::vector<std::string>& ids() const { return ids_; }
  // Empty where nothing is selected.
  const std::string& lead() const;
  bool operator==(const Selection&) const = default;

 private:
  std::vector<std::string> ids_;
};

// The same things after `command` made `after` of `before`. Where all of them are gone: what stood behind the lead in
// its list, else before it, else what it lay in.
Selection selection_after(const Selection& selection, const Command& command, const Poster& before,
                          const Poster& after);

}  // namespace sixiang
