#include "model/check.h"

#include <algorithm>
#include <set>
#include <string>
#include <variant>

#include "model/json_path.h"
#include "model/rules.h"
#include "model/visitor.h"

namespace sixiang {

namespace {

// The names of a struct's members.
class MemberLister : public FieldVisitor<MemberLister> {
 public:
  std::vector<std::string> names;

  void field(std::string_view key, const auto&) { names.emplace_back(key); }
  void object(std::string_view key, const auto&, Presence) { names.emplace_back(key); }
  void object(std::string_view key, const auto&) { names.emplace_back(key); }
  void list(std::string_view key, const auto&, std::size_t, Presence) { names.emplace_back(key); }
};

// The visitor of describe() that checks values which are there already.
class FieldChecker : public FieldVisitor<FieldChecker> {
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
  void integer(std::string_view key, auto& value, NumberRange range, Presence) {
    report(key, number_problem(double(value), range), found(double(value)));
  }
  void list(const Name& name, const auto& value, std::size_t most, Presence presence) {
    const std::string count = std::to_string(value.size());
    report(name, count_problem(value.size(), most), {count, " " + count + " 项"});
    FieldVisitor::list(name, value, most, presence);
  }
  void enter(std::string_view key, const auto& value) {
    const std::size_t outer = path_.size();
    append_key(path_, key);
    describe(*this, value);
    path_.resize(outer);
  }
  void item(std::string_view key, const auto& value, std::size_t index) {
    const std::size_t outer = path_.size();
    append_key(path_, key);
    append_index(path_, index);
    describe(*this, value);
    path_.resize(outer);
  }

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

// How many nodes, arrows and the like a diagram has.
class PartCounter : public FieldVisitor<PartCounter> {
 public:
  std::size_t parts = 0;

  void list(const Name&, const auto& value, std::size_t, Presence) { parts += value.size(); }
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
      check_parts(*section.diagram, path + ".diagram");
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

  // Said once, of the diagram with which there are too many.
  void check_parts(const Diagram& diagram, const std::string& path) {
    const std::size_t before = parts_;
    PartCounter counter;
    std::visit([&](const auto& kind) { describe(counter, kind); }, diagram);
    parts_ += counter.parts;
    if (before > kMaxParts || parts_ <= kMaxParts) return;
    const std::string most = std::to_string(kMaxParts), found = std::to_string(parts_);
    report(path, {"with this one all diagrams together have " + found + " parts, at most " + most +
                      ": leave some out, or make several posters",
                  "加上这个图，所有图示共有 " + found + " 个部件，最多 " + most + " 个：请删减，或拆成几张海报"});
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
  std::size_t parts_ = 0;
};

}  // namespace

std::vector<std::string> reserved_ids() {
  MemberLister members;
  members.names = {"format", "version"};
  const Poster poster;
  describe(members, poster);
  members.names.push_back("poster");
  return std::move(members.names);
}

bool is_reserved_id(std::string_view id) {
  static const std::vector<std::string> kReserved = reserved_ids();
  return std::find(kReserved.begin(), kReserved.end(), id) != kReserved.end();
}

std::vector<Error> check_references(const Poster& poster) { return ReferenceChecker().run(poster); }

std::vector<Error> check_poster(const Poster& poster) {
  std::vector<Error> errors;
  FieldChecker checker(errors);
  describe(checker, poster);
  return errors.empty() ? check_references(poster) : errors;
}

}  // namespace sixiang
