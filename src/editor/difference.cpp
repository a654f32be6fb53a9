#include "editor/difference.h"

#include <algorithm>
#include <string>
#include <vector>

#include "model/sections.h"

namespace sixiang {

namespace {

struct Count {
  std::size_t changed = 0, added = 0, removed = 0;
};

// Of the items of two lists, equal ones aside: as many as were taken out and put in are changed.
template <class Item>
void count(Count& into, std::vector<Item> before, const std::vector<Item>& after) {
  std::size_t added = 0;
  for (const Item& item : after) {
    const auto same = std::find(before.begin(), before.end(), item);
    if (same == before.end()) {
      ++added;
    } else {
      before.erase(same);
    }
  }
  const std::size_t changed = std::min(added, before.size());
  into.changed += changed;
  into.added += added - changed;
  into.removed += before.size() - changed;
}

void say(Message& message, const std::string& english, const std::string& chinese) {
  if (!message.english.empty()) {
    message.english += ", ";
    message.chinese += "，";
  }
  message.english += english;
  message.chinese += chinese;
}

struct Name {
  const char *one, *several, *chinese;
};

void say(Message& message, const Count& count, const Name& name) {
  const auto tell = [&](std::size_t number, const char* done, const char* done_in_chinese) {
    if (number == 0) return;
    const std::string figure = std::to_string(number);
    say(message, figure + " " + (number == 1 ? name.one : name.several) + " " + done,
        done_in_chinese + (" " + figure + " ") + name.chinese);
  };
  tell(count.changed, "changed", "改了");
  tell(count.added, "added", "加了");
  tell(count.removed, "removed", "删了");
}

std::vector<Label> labels_of(const Section& section, bool (*is_wanted)(const Label&)) {
  std::vector<Label> labels;
  std::copy_if(section.content.begin(), section.content.end(), std::back_inserter(labels), is_wanted);
  return labels;
}

// Without what is counted by itself.
Section frame_of(Section section) {
  section.content.clear();
  section.sections.clear();
  section.colors = {};
  return section;
}

Poster page_of(Poster poster) {
  poster.title = {};
  poster.sections.clear();
  poster.brief.clear();
  return poster;
}

}  // namespace

Message difference(const Poster& before, const Poster& after) {
  Count sections, labels, diagrams, colors;
  for (const Section* section : all_sections(after)) {
    const Section* old = find_section(before, section->id);
    if (!old) {
      ++sections.added;
      continue;
    }
    const auto is_diagram = [](const Label& label) { return label.diagram.has_value(); };
    const auto is_label = [](const Label& label) { return !label.diagram.has_value(); };
    count(labels, labels_of(*old, is_label), labels_of(*section, is_label));
    count(diagrams, labels_of(*old, is_diagram), labels_of(*section, is_diagram));
    if (!(frame_of(*old) == frame_of(*section))) ++sections.changed;
    if (!(old->colors == section->colors)) ++colors.changed;
  }
  for (const Section* section : all_sections(before)) {
    if (!find_section(after, section->id)) ++sections.removed;
  }
  Message said;
  if (!(before.title == after.title)) say(said, "title changed", "改了标题");
  say(said, sections, {"section", "sections", "个板块"});
  say(said, labels, {"label", "labels", "条要点"});
  say(said, diagrams, {"diagram", "diagrams", "幅示意图"});
  say(said, colors, {"section's colours", "sections' colours", "个板块的颜色"});
  if (!(page_of(before) == page_of(after))) say(said, "page changed", "改了版面");
  return said;
}

}  // namespace sixiang
