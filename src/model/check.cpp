#include "model/check.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <variant>

#include "model/fields.h"
#include "model/json_path.h"
#include "model/rules.h"

namespace sixiang {

namespace {

constexpr std::array<std::string_view, 12> kReservedIds = {"format", "version",    "page",        "layout",
                                                           "fonts",  "typography", "palette",     "title",
                                                           "center", "sections",   "decorations", "poster"};

// The visitor of describe() that checks values which are there already.
class FieldChecker {
 public:
  explicit FieldChecker(std::vector<Error>& errors) : errors_(errors) {}

  void text(std::string_view key, const std::string& value, Presence) {
    report(key, text_problem(value), quoted_text(value));
  }
  void id(std::string_view key, const std::string& value, Presence) {
    report(key, id_problem(value), quoted_text(value));
  }
  void number(std::string_view key, float value, NumberRange range, Presence) {
    report(key, number_problem(double(value), range), found(double(value)));
  }
  template <class Integer>
  void integer(std::string_view key, Integer value, NumberRange range, Presence) {
    report(key, number_problem(double(value), range), found(double(value)));
  }
  void flag(std::string_view, bool) {}
  void color(std::string_view, const Color&) {}
  void color(std::string_view, const std::optional<Color>&) {}
  template <class Enum>
  void choice(std::string_view, Enum, std::optional<std::type_identity_t<Enum>>) {}
  template <class T>
  void object(std::string_view key, const T& value, Presence) {
    const std::size_t outer = path_.size();
    append_key(path_, key);
    describe(*this, value);
    path_.resize(outer);
  }
  template <class T>
  void object(std::string_view key, const std::optional<T>& value) {
    if (value) object(key, *value, Presence::Written);
  }
  template <class T>
  void list(std::string_view key, const std::vector<T>& value, std::size_t most, Presence) {
    const std::string count = std::to_string(value.size());
    report(key, count_problem(value.size(), most), {count, " " + count + " 项"});
    const std::size_t outer = path_.size();
    append_key(path_, key);
    const std::size_t inner = path_.size();
    for (std::size_t i = 0; i < value.size(); ++i) {
      append_index(path_, i);
      describe(*this, value[i]);
      path_.resize(inner);
    }
    path_.resize(outer);
  }
  void diagram(std::string_view key, const std::optional<Diagram>& value) {
    if (!value) return;
    std::visit([&](const auto& alternative) { object(key, alternative, Presence::Written); }, *value);
  }
  void unknown(const UnknownFields&) {}

 private:
  static Message found(double value) {
    const std::string text = number_text(float(value));
    return {text, " " + text};
  }

  void report(std::string_view key, const std::optional<Message>& problem, const Message& found) {
    if (!problem || errors_.size() >= kMaxErrors) return;
    std::string path = path_;
    append_key(path, key);
    errors_.push_back({path, expectation(*problem, found)});
  }

  std::vector<Error>& errors_;
  std::string path_;
};

class ReferenceChecker {
 public:
  std::vector<Error> run(const Poster& poster) {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < poster.sections.size(); ++i) {
      const Section& section = poster.sections[i];
      const std::string path = "sections[" + std::to_string(i) + "]";
      if (is_reserved_id(section.id)) {
        report(path + ".id", {"\"" + section.id + "\" names a part of the poster itself: choose another id",
                              "\"" + section.id + "\" 是海报自身部件的名称，请换一个 id"});
      }
      check_unique(ids, section.id, path + ".id");
      if (!section.diagram) continue;
      std::visit([&](const auto& diagram) { check(diagram, path + ".diagram"); }, *section.diagram);
    }
    return std::move(errors_);
  }

 private:
  void report(const std::string& path, const Message& message) {
    if (errors_.size() < kMaxErrors) errors_.push_back({path, message});
  }

  void check_unique(std::set<std::string>& ids, const std::string& id, const std::string& path) {
    if (ids.insert(id).second) return;
    report(path, {"the id \"" + id + "\" is used twice: ids must differ", "id \"" + id + "\" 重复：id 不能相同"});
  }

  void check(const FlowDiagram& diagram, const std::string& path) {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
      check_unique(ids, diagram.nodes[i].id, path + ".nodes[" + std::to_string(i) + "].id");
    }
    std::string names;
    for (const FlowNode& node : diagram.nodes) names += (names.empty() ? "" : ", ") + node.id;
    const auto check_end = [&](const std::string& id, const std::string& end_path) {
      if (ids.count(id)) return;
      if (ids.empty())
        return report(end_path, {"no node has the id \"" + id + "\": the diagram has no nodes",
                                 "没有 id 为 \"" + id + "\" 的节点：该图没有节点"});
      report(end_path, {"no node has the id \"" + id + "\"; there are: " + shortened(names, 80),
                        "没有 id 为 \"" + id + "\" 的节点；现有：" + shortened(names, 80)});
    };
    for (std::size_t i = 0; i < diagram.arrows.size(); ++i) {
      const std::string arrow = path + ".arrows[" + std::to_string(i) + "]";
      check_end(diagram.arrows[i].from, arrow + ".from");
      check_end(diagram.arrows[i].to, arrow + ".to");
    }
  }

  void check(const NoiseDiagram& diagram, const std::string& path) {
    const std::string count = std::to_string(diagram.tiles.size());
    const auto check_tile = [&](int tile, const std::string& tile_path) {
      if (tile >= 0 && std::size_t(tile) < diagram.tiles.size()) return;
      const std::string name = std::to_string(tile);
      report(tile_path, {"there is no tile " + name + ": the diagram has " + count + ", counted from 0",
                         "没有第 " + name + " 格：该图共 " + count + " 格，从 0 数起"});
    };
    for (std::size_t i = 0; i < diagram.spans.size(); ++i) {
      const std::string span = path + ".spans[" + std::to_string(i) + "]";
      check_tile(diagram.spans[i].from, span + ".from");
      check_tile(diagram.spans[i].to, span + ".to");
    }
  }

  void check(const ChainDiagram&, const std::string&) {}

  std::vector<Error> errors_;
};

}  // namespace

bool is_reserved_id(std::string_view id) {
  return std::find(kReservedIds.begin(), kReservedIds.end(), id) != kReservedIds.end();
}

std::vector<Error> check_references(const Poster& poster) { return ReferenceChecker().run(poster); }

std::vector<Error> check_poster(const Poster& poster) {
  std::vector<Error> errors;
  FieldChecker checker(errors);
  describe(checker, poster);
  return errors.empty() ? check_references(poster) : errors;
}

}  // namespace sixiang
