#include "editor/measure.h"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "model/fields.h"

namespace sixiang {

namespace {

// The visitor of describe() that adds up sizes: texts and list items are all that can be many.
class FieldMeasurer {
 public:
  std::size_t bytes() const { return bytes_; }

  void text(std::string_view, const std::string& value, Presence) { bytes_ += value.size(); }
  void id(std::string_view, const std::string& value, Presence) { bytes_ += value.size(); }
  void number(std::string_view, float, NumberRange, Presence) {}
  template <class Integer>
  void integer(std::string_view, Integer, NumberRange, Presence) {}
  void flag(std::string_view, bool) {}
  void color(std::string_view, const Color&) {}
  void color(std::string_view, const std::optional<Color>&) {}
  template <class Enum>
  void choice(std::string_view, Enum, std::optional<std::type_identity_t<Enum>>) {}
  template <class T>
  void object(std::string_view, const T& value, Presence) {
    describe(*this, value);
  }
  template <class T>
  void object(std::string_view, const std::optional<T>& value) {
    if (value) describe(*this, *value);
  }
  template <class T>
  void list(std::string_view, const std::vector<T>& value, std::size_t, Presence) {
    bytes_ += value.size() * sizeof(T);
    for (const T& item : value) describe(*this, item);
  }
  void diagram(std::string_view, const std::optional<Diagram>& value) {
    if (value) std::visit([&](const auto& alternative) { describe(*this, alternative); }, *value);
  }
  void unknown(const UnknownFields& fields) {
    for (const auto& [key, json] : fields) bytes_ += key.size() + json.size() + sizeof fields[0];
  }

 private:
  std::size_t bytes_ = sizeof(Poster);
};

}  // namespace

std::size_t measure(const Poster& poster) {
  FieldMeasurer measurer;
  describe(measurer, poster);
  return measurer.bytes() + (poster.newer ? poster.newer->text.size() : 0);
}

}  // namespace sixiang
