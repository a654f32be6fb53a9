#include "brief/merge.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "brief/pair_up.h"
#include "model/poster_json.h"
#include "model/sections.h"

namespace sixiang::brief {

namespace {

using Json = nlohmann::json;

// Whose value holds where a hand and the new text have both changed it.
enum class Winner : std::uint8_t { Theirs, Ours };

constexpr int kNone = kUnpaired;

bool is_same(const Json* a, const Json* b) { return a && b ? *a == *b : a == b; }

const Json* member(const Json* object, const std::string& key) {
  if (!object || !object->is_object()) return nullptr;
  const auto found = object->find(key);
  return found == object->end() ? nullptr : &*found;
}

bool is_of_colors(std::string_view key) {
  constexpr std::string_view kKeys[] = {"color", "iconColor", "fill", "background", "underline", "colors", "palette"};
  return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys);
}

// What an item of a list is told by.
std::string name_of(const Json& item) {
  const auto text = [&item](const char* key) {
    const auto found = item.find(key);
    return found != item.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  if (item.contains("id")) return text("id");
  if (item.contains("from")) return text("from") + " " + text("to");
  return text("text").empty() ? item.dump() : text("text");
}

Pairs pair_items(const Json& from, const Json& to) {
  const auto is_named_alike = [&](std::size_t a, std::size_t b) { return name_of(from[a]) == name_of(to[b]); };
  // Ids say all: those of one are given anew to the other before.
  const bool has_ids = !from.empty() && from[0].contains("id");
  if (has_ids) return pair_by_rank(from.size(), to.size(), {is_named_alike});
  return pair_in_order(from.size(), to.size(), is_named_alike);
}

// Of three that may be missing, as one value.
std::optional<Json> merge_whole(const Json* base, const Json* ours, const Json* theirs, Winner winner) {
  const bool holds = is_same(theirs, base) || (!is_same(ours, base) && winner == Winner::Ours);
  const Json* value = holds ? ours : theirs;
  return value ? std::optional(*value) : std::nullopt;
}

std::optional<Json> merge_value(const Json* base, const Json* ours, const Json* theirs, Winner winner);

Json merge_object(const Json* base, const Json& ours, const Json& theirs, Winner winner) {
  Json merged = Json::object();
  std::set<std::string> keys;
  for (const Json* object : {&ours, &theirs}) {
    for (const auto& [key, value] : object->items()) keys.insert(key);
  }
  for (const std::string& key : keys) {
    const auto merge_member = key == "diagram" ? merge_whole : merge_value;
    std::optional<Json> value = merge_member(member(base, key), member(&ours, key), member(&theirs, key),
                                             is_of_colors(key) ? Winner::Ours : winner);
    if (value) merged[key] = std::move(*value);
  }
  return merged;
}

// One list of three.
class ListMerger {
 public:
  ListMerger(const Json& base, const Json& ours, const Json& theirs, Winner winner)
      : base_(base), ours_(ours), theirs_(theirs), winner_(winner) {}

  Json run() {
    const Pairs to_ours = pair_items(base_, ours_), to_theirs = pair_items(base_, theirs_);
    std::vector<int> ours_of(ours_.size(), kNone), theirs_of(theirs_.size(), kNone);  // their entries
    for (std::size_t i = 0; i < base_.size(); ++i) {
      const int mine = to_ours[i], other = to_theirs[i];
      if (mine != kNone) ours_of[std::size_t(mine)] = kGone;
      if (other != kNone) theirs_of[std::size_t(other)] = kGone;
      const bool stays_away = mine == kNone && (other == kNone || theirs_[std::size_t(other)] == base_[i]);
      if (other == kNone || stays_away) continue;
      add({int(i), mine, other}, ours_of, theirs_of);
    }
    add_new(ours_of, theirs_of);
    const bool is_reordered = !is_in_order(to_theirs);
    const std::vector<int>& first = is_reordered ? theirs_of : ours_of;
    const std::vector<int>& second = is_reordered ? ours_of : theirs_of;
    return written(order(first, second));
  }

 private:
  static constexpr int kGone = -2;  // an item that is not in the result

  struct Entry {
    int base = kNone, ours = kNone, theirs = kNone;
  };

  static bool is_in_order(const Pairs& pairs) {
    int last = kNone;
    for (const int pair : pairs) {
      if (pair == kNone) continue;
      if (pair < last) return false;
      last = pair;
    }
    return true;
  }

  void add(const Entry& entry, std::vector<int>& ours_of, std::vector<int>& theirs_of) {
    if (entry.ours != kNone) ours_of[std::size_t(entry.ours)] = int(entries_.size());
    if (entry.theirs != kNone) theirs_of[std::size_t(entry.theirs)] = int(entries_.size());
    entries_.push_back(entry);
  }

  // What neither had before; the same in both is one.
  void add_new(std::vector<int>& ours_of, std::vector<int>& theirs_of) {
    for (std::size_t o = 0; o < ours_of.size(); ++o) {
      if (ours_of[o] != kNone) continue;
      int twin = kNone;
      for (std::size_t t = 0; t < theirs_of.size() && twin == kNone; ++t) {
        if (theirs_of[t] == kNone && name_of(ours_[o]) == name_of(theirs_[t])) twin = int(t);
      }
      add({kNone, int(o), twin}, ours_of, theirs_of);
    }
    for (std::size_t t = 0; t < theirs_of.size(); ++t) {
      if (theirs_of[t] == kNone) add({kNone, kNone, int(t)}, ours_of, theirs_of);
    }
  }

  // The entries as the first list has them, what only the second has behind what it follows there.
  static std::vector<int> order(const std::vector<int>& first, const std::vector<int>& second) {
    std::vector<int> all;
    for (const int entry : first) {
      if (entry >= 0) all.push_back(entry);
    }
    auto place = all.begin();
    for (const int entry : second) {
      if (entry < 0) continue;
      const auto found = std::find(all.begin(), all.end(), entry);
      place = found != all.end() ? found : all.insert(place, entry);
      ++place;
    }
    return all;
  }

  Json written(const std::vector<int>& entries) const {
    Json merged = Json::array();
    for (const int index : entries) {
      const Entry& entry = entries_[std::size_t(index)];
      const Json* base = item(base_, entry.base);
      const Json* ours = item(ours_, entry.ours);
      const Json* theirs = item(theirs_, entry.theirs);
      // What only one of them has is as it stands there.
      merged.push_back(ours && theirs ? *merge_value(base, ours, theirs, winner_) : ours ? *ours : *theirs);
    }
    return merged;
  }

  static const Json* item(const Json& list, int index) { return index == kNone ? nullptr : &list[std::size_t(index)]; }

  const Json& base_;
  const Json& ours_;
  const Json& theirs_;
  Winner winner_;
  std::vector<Entry> entries_;
};

std::optional<Json> merge_value(const Json* base, const Json* ours, const Json* theirs, Winner winner) {
  static const Json kNoItems = Json::array();
  const bool is_changed_twice = ours && theirs && !is_same(theirs, base) && !is_same(ours, base);
  if (is_changed_twice && ours->is_object() && theirs->is_object()) return merge_object(base, *ours, *theirs, winner);
  if (is_changed_twice && ours->is_array() && theirs->is_array()) {
    return ListMerger(base && base->is_array() ? *base : kNoItems, *ours, *theirs, winner).run();
  }
  return merge_whole(base, ours, theirs, winner);
}

// ---- ids
// --------------------------------------------------------------------------------------------------------------

std::vector<Section*> sections_of(Poster& poster) {
  std::vector<Section*> sections;
  for (Section& section : poster.sections) {
    sections.push_back(&section);
    for (Section& inner : section.sections) sections.push_back(&inner);
  }
  return sections;
}

// Ids count sections that have no Latin name, and shift when one comes in between: in `theirs` the sections that
// `base` has go by the ids that they have there.
void give_ids(Poster& theirs, const Poster& base, const Poster& ours) {
  const std::vector<const Section*> before = all_sections(base);
  const std::vector<Section*> now = sections_of(theirs);
  std::map<std::string, std::string> renamed;
  std::set<std::string> taken;
  for (const Section* section : before) taken.insert(section->id);
  for (const Section* section : all_sections(ours)) taken.insert(section->id);
  const Pairs pairs = pair_by_rank(
      before.size(), now.size(),
      {[&](std::size_t a, std::size_t b) { return !now[b]->title.empty() && before[a]->title == now[b]->title; },
       [&](std::size_t a, std::size_t b) { return before[a]->id == now[b]->id; },
       [](std::size_t, std::size_t) { return true; }});
  std::vector<bool> is_known(now.size(), false);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i] == kUnpaired) continue;
    const std::size_t index = std::size_t(pairs[i]);
    is_known[index] = true;
    renamed[std::exchange(now[index]->id, before[i]->id)] = before[i]->id;
  }
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (is_known[i]) continue;
    std::string id = now[i]->id;
    for (int number = 1; !taken.insert(id).second; ++number) id = "section-" + std::to_string(number);
    renamed[std::exchange(now[i]->id, id)] = id;
  }
  for (Link& link : theirs.links) {
    link.from = renamed[link.from];
    link.to = renamed[link.to];
  }
}

void collect_ids(const Json& sections, std::set<std::string>& ids) {
  for (const Json& section : sections) {
    ids.insert(name_of(section));
    if (section.contains("sections")) collect_ids(section["sections"], ids);
  }
}

// Links between sections of which one is gone.
void drop_loose_links(Json& poster) {
  std::set<std::string> ids;
  collect_ids(poster["sections"], ids);
  const auto links = poster.find("links");
  if (links == poster.end()) return;
  Json kept = Json::array();
  for (const Json& link : *links) {
    const bool is_whole = ids.contains(link["from"].get<std::string>()) && ids.contains(link["to"].get<std::string>());
    if (is_whole) kept.push_back(link);
  }
  *links = std::move(kept);
}

Json tree_of(const Poster& poster) {
  // As a view, as everywhere: the module then holds one parser.
  return Json::parse(std::string_view(to_json(poster)), nullptr, /*allow_exceptions=*/false);
}

}  // namespace

Poster merge(const Poster& base, const Poster& ours, Poster theirs) {
  give_ids(theirs, base, ours);
  if (base.newer || ours.newer) return theirs;
  const Json before = tree_of(base), mine = tree_of(ours), other = tree_of(theirs);
  Json merged = *merge_value(&before, &mine, &other, Winner::Theirs);
  drop_loose_links(merged);
  const Result<Poster> read = parse_poster(merged.dump());
  if (!read) return theirs;
  Poster poster = read.value();
  // They are places in the words.
  if (poster.title.text != ours.title.text) poster.title.emphasis = theirs.title.emphasis;
  return poster;
}

}  // namespace sixiang::brief
