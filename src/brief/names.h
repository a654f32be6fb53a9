// Sections by what a brief calls them elsewhere: by name, half a name, number, initials, place. Inside brief/ only.
#pragma once

#include <initializer_list>
#include <optional>
#include <vector>

#include "brief/draft.h"

namespace sixiang::brief {

class SectionNames {
 public:
  explicit SectionNames(const std::vector<DraftSection>& sections);

  // The one that the whole of `name` means.
  std::optional<std::size_t> find(View name) const;
  // All that are spoken of, in that order.
  std::vector<std::size_t> within(View text) const;
  // The one whose name `text` begins with, and how long that is.
  struct Beginning {
    std::size_t section = 0, length = 0;
  };
  std::optional<Beginning> at_beginning(View text) const;

 private:
  struct Alias {
    Text text;  // folded
    std::size_t section = 0;
    bool is_word = false;   // of a name of several
    bool is_place = false;  // where it stands: "footer bar"
  };
  void add(std::size_t section, View name);
  void add_all(std::size_t section, std::initializer_list<View> names);
  void add_names(std::size_t section, const DraftSection& draft);
  void add_bar_names(std::size_t section);
  void add_words();
  std::optional<std::size_t> only(const std::vector<std::size_t>& found) const;
  std::vector<std::size_t> numbered(View text) const;
  struct Mention {
    Extent extent;
    std::size_t section = 0;
  };
  std::vector<Mention> mentions_in(View text) const;
  std::vector<std::size_t> at_places(View text) const;
  std::vector<std::size_t> range_in(View text) const;
  std::vector<std::size_t> at_an_end(View text) const;
  std::vector<std::size_t> dated(View text) const;

  std::vector<Alias> aliases_;
  std::vector<std::size_t> flow_;  // sections that are not at a side
  std::vector<Text> numbers_, dates_;
  std::size_t count_ = 0;
};

}  // namespace sixiang::brief
