#include "editor/measure.h"

#include <string>
#include <string_view>
#include <vector>

#include "model/visitor.h"

namespace sixiang {

namespace {

// The visitor of describe() that adds up sizes: texts and list items are all that can be many.
class FieldMeasurer : public FieldVisitor<FieldMeasurer> {
 public:
  std::size_t bytes() const { return bytes_; }

  void text(std::string_view, const std::string& value, Presence) { bytes_ += value.size(); }
  void id(std::string_view, const std::string& value, Presence) { bytes_ += value.size(); }
  void source(std::string_view, const std::string& value) { bytes_ += value.size(); }
  template <class T>
  void list(const Name& name, const std::vector<T>& value, std::size_t most, Presence presence) {
    bytes_ += value.size() * sizeof(T);
    FieldVisitor::list(name, value, most, presence);
  }
  void unknown(const UnknownFields& fields) {
    for (const auto& [key, json] : fields) bytes_ += key.size() + json.size() + sizeof fields[0];
  }

 private:
  std::size_t bytes_ = 0;
};

}  // namespace

std::size_t measure(const Poster& poster) {
  FieldMeasurer measurer;
  describe(measurer, poster);
  return sizeof poster + measurer.bytes() + (poster.newer ? poster.newer->text.size() : 0);
}

std::size_t measure(const Diagram& diagram) {
  FieldMeasurer measurer;
  std::visit([&](const auto& kind) { describe(measurer, kind); }, diagram);
  return sizeof diagram + measurer.bytes();
}

}  // namespace sixiang
