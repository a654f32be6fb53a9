// New things as an editor or an importer adds them: they show at once and are easy to change.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "model/poster.h"
#include "model/visitor.h"

namespace sixiang {

// What there is where a new thing is added.
struct NewItemContext {
  const Poster& poster;
  const Diagram* diagram;  // around the list; nullptr outside diagrams
  const std::string& text;

  // The diagram around, where it is of that kind.
  template <class Kind>
  const Kind* around() const {
    return diagram ? std::get_if<Kind>(diagram) : nullptr;
  }
};

// Gives the first text of a new thing its words.
class FirstWords : public FieldVisitor<FirstWords> {
 public:
  explicit FirstWords(const std::string& words) : words_(&words) {}

  void text(const Name&, std::string& value, Presence) {
    if (words_) value = *words_;
    words_ = nullptr;
  }
  void icon(const Name&, std::string&) {}

 private:
  const std::string* words_;
};

// A page of that size, poster points, without sections.
Poster blank_poster(Size page, const std::string& title);

// A part that was missing.
template <class T>
T new_part(std::type_identity<T>, const NewItemContext& context) {
  T part;
  FirstWords words(context.text);
  describe(words, part);
  return part;
}
Center new_part(std::type_identity<Center>, const NewItemContext& context);
Emphasis new_part(std::type_identity<Emphasis>, const NewItemContext& context);

// An item for the end of its list; nullopt where there is nothing that it could belong to: an arrow without nodes.
// Items of diagrams that depend on others have a new_item() beside them.
template <class T>
std::optional<T> new_item(std::type_identity<T> type, const NewItemContext& context) {
  return new_part(type, context);
}
std::optional<Section> new_item(std::type_identity<Section>, const NewItemContext& context);
// From the last section but one to the last; nullopt where there are not two.
std::optional<Link> new_item(std::type_identity<Link>, const NewItemContext& context);

// A small example of a kind of diagram. `kind` is a word of the format ("flow"); nullopt for any other.
std::optional<Diagram> new_diagram(std::string_view kind);

// "section-1", "node-3": the first that is_taken() says false of.
template <class IsTaken>
std::string free_id(const std::string& stem, const IsTaken& is_taken) {
  for (int number = 1;; ++number) {
    std::string id = stem + std::to_string(number);
    if (!is_taken(id)) return id;
  }
}

}  // namespace sixiang
