#include "editor/lists.h"

#include <algorithm>
#include <utility>

#include "model/ids.h"
#include "model/item_json.h"
#include "model/visitor.h"

namespace sixiang {

namespace {

// The visitor of describe() that lists the lists.
class Lister : public FieldVisitor<Lister> {
 public:
  std::vector<ListOfItems> take_lists() { return std::move(lists_); }

  template <class T>
  void list(const Name& name, const std::vector<T>& value, std::size_t, Presence) {
    const std::size_t here = lists_.size();
    lists_.push_back({join_id(path_, name), thing_of(std::type_identity<T>{}), {}});
    for (std::size_t i = 0; i < value.size(); ++i) {
      std::string id = item_id(lists_[here].id, value[i], i);
      lists_[here].items.push_back(id);
      walk(std::move(id), value[i]);
    }
  }
  void enter(const Name& name, const auto& value) { walk(join_id(path_, name), value); }

 private:
  void walk(std::string id, const auto& value) {
    std::swap(path_, id);
    describe(*this, value);
    std::swap(path_, id);
  }

  std::vector<ListOfItems> lists_;
  std::string path_;
};

// The first text of a thing.
class FirstWordsReader : public FieldVisitor<FirstWordsReader> {
 public:
  std::string words;

  void text(const Name&, const std::string& value, Presence) {
    if (words.empty()) words = value;
  }
  void icon(const Name&, const std::string&) {}
  void object(const Name&, const auto&, Presence) {}
  void object(const Name&, const auto&) {}
  void list(const Name&, const auto&, std::size_t, Presence) {}
  void diagram(const Name&, const auto&) {}
};

template <class T>
std::string words_in(const T& thing) {
  FirstWordsReader reader;
  describe(reader, thing);
  return std::move(reader.words);
}

std::string in_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// As Markdown: what a brief begins with as well.
std::string outlined(const Section& section, const std::string& heading) {
  std::string text = heading + " " + in_one_line(section.title);
  for (const Label& label : section.content) {
    if (label.text.empty()) continue;
    text += (label.role == LabelRole::Sub ? "\n  - " : "\n- ") + in_one_line(label.text);
  }
  for (const Section& inner : section.sections) text += "\n" + outlined(inner, heading + "#");
  return text;
}
std::string words_in(const Section& section) { return outlined(section, "##"); }

// The visitor of describe() that reads what an id names.
class ThingReader : public FieldVisitor<ThingReader> {
 public:
  explicit ThingReader(std::string_view target) : target_(target) {}
  std::string words, json;

  void text(const Name& name, const std::string& value, Presence) {
    if (join_id(path_, name) == target_) words = value;
  }
  void icon(const Name&, const std::string&) {}
  void enter(const Name& name, const auto& value) { walk(join_id(path_, name), value); }
  void item(const Name& name, const auto& value, std::size_t index) {
    const std::string id = item_id(join_id(path_, name), value, index);
    if (id == target_) json = item_json(value);
    walk(id, value);
  }

 private:
  template <class T>
  void walk(std::string id, const T& value) {
    if (!lies_within(target_, id, value)) return;
    if (id == target_) words = words_in(value);
    std::swap(path_, id);
    describe(*this, value);
    std::swap(path_, id);
  }

  std::string_view target_;
  std::string path_;
};

ThingReader read(const Poster& poster, std::string_view id) {
  ThingReader reader(id);
  if (!id.empty()) describe(reader, poster);
  return reader;
}

}  // namespace

std::vector<ListOfItems> lists_of(const Poster& poster) {
  Lister lister;
  describe(lister, poster);
  return lister.take_lists();
}

std::optional<ItemPlace> place_of_item(const Poster& poster, std::string_view item) {
  for (ListOfItems& list : lists_of(poster)) {
    const auto found = std::find(list.items.begin(), list.items.end(), item);
    if (found == list.items.end()) continue;
    const std::size_t index = std::size_t(found - list.items.begin());
    return ItemPlace{std::move(list), index};
  }
  return std::nullopt;
}

std::vector<OutlineItem> chosen_items(const Poster& poster, const std::vector<std::string>& ids) {
  const std::vector<OutlineItem> things = outline(poster);
  std::vector<OutlineItem> chosen;
  const auto is_named = [&](const OutlineItem& thing, const std::string& id) {
    const bool goes_by_it = thing.kind == ThingKind::Diagram && thing.item == id && thing_at(poster, id).item == id;
    return thing.id == id || goes_by_it;
  };
  const auto lies_in_chosen = [&](const OutlineItem& thing) {
    return std::any_of(chosen.begin(), chosen.end(), [&](const OutlineItem& other) {
      const bool joins =
          thing.kind == ThingKind::Arrow && other.kind == ThingKind::Node && thing.parent == other.parent;
      return joins || holds(poster, other.id, thing.id);
    });
  };
  for (const OutlineItem& thing : things) {
    const bool is_asked_for =
        std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return is_named(thing, id); });
    if (is_asked_for && !thing.item.empty() && !lies_in_chosen(thing)) chosen.push_back(thing);
  }
  return chosen;
}

std::vector<std::string> things_of(const Poster& poster, const std::vector<std::string>& items) {
  const std::vector<OutlineItem> things = outline(poster);
  std::vector<std::string> ids;
  for (const std::string& item : items) {
    const auto found = std::find_if(things.begin(), things.end(),
                                    [&](const OutlineItem& thing) { return !item.empty() && thing.item == item; });
    if (found != things.end()) ids.push_back(found->id);
  }
  return ids;
}

std::string json_of_item(const Poster& poster, std::string_view item) { return read(poster, item).json; }
std::string words_of(const Poster& poster, std::string_view id) { return read(poster, id).words; }

}  // namespace sixiang
