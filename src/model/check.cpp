#include "model/check.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
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

// What visitors share that report where something is wrong. At most kMaxErrors.
template <class Self>
class Checker : public FieldVisitor<Self> {
 public:
  std::vector<Error> take_errors() { return std::move(errors_); }

  void enter(const Name& name, const auto& value) {
    const std::size_t outer = path_.size();
    append_key(path_, name);
    describe(this->self(), value);
    path_.resize(outer);
  }
  void item(const Name& name, const auto& value, std::size_t index) {
    const std::size_t outer = path_.size();
    append_key(path_, name);
    append_index(path_, index);
    describe(this->self(), value);
    path_.resize(outer);
  }

 protected:
  void report(std::string_view key, const Message& message) {
    if (errors_.size() >= kMaxErrors) return;
    std::string path = path_;
    append_key(path, key);
    errors_.push_back({path, message});
  }

 private:
  std::vector<Error> errors_;
  std::string path_;
};

// The visitor of describe() that checks values which are there already.
class FieldChecker : public Checker<FieldChecker> {
 public:
  void text(std::string_view key, const std::string& value, Presence) {
    expect(key, text_problem(value), quoted_text(value));
  }
  void id(std::string_view key, const std::string& value, Presence) {
    expect(key, id_problem(value), quoted_text(value));
  }
  void number(std::string_view key, float value, NumberRange range, Presence) {
    expect(key, number_problem(double(value), range), found(double(value)));
  }
  void integer(std::string_view key, auto& value, NumberRange range, Presence) {
    expect(key, number_problem(double(value), range), found(double(value)));
  }
  void list(const Name& name, const auto& value, std::size_t most, Presence presence) {
    const std::string count = std::to_string(value.size());
    expect(name, count_problem(value.size(), most), {count, " " + count + " 项"});
    Checker::list(name, value, most, presence);
  }

 private:
  static Message found(double value) {
    const std::string text = number_text(float(value));
    return {text, " " + text};
  }

  void expect(std::string_view key, const std::optional<Message>& problem, const Message& found) {
    if (problem) report(key, expectation(*problem, found));
  }
};

// The visitor of describe() that checks what binds fields to each other.
class ReferenceChecker : public Checker<ReferenceChecker> {
 public:
  void list(const Name& name, const auto& value, std::size_t most, Presence presence) {
    if (diagram_) parts_ += value.size();
    std::set<std::string> outer = std::exchange(ids_, {});
    Checker::list(name, value, most, presence);
    ids_ = std::move(outer);
  }
  void diagram(const Name& name, const std::optional<Diagram>& value) {
    const std::size_t before = parts_;
    diagram_ = value ? &*value : nullptr;
    Checker::diagram(name, value);
    diagram_ = nullptr;
    if (before <= kMaxParts && parts_ > kMaxParts) report_parts(name);
  }
  void face(const Name&, const std::string&, Presence) {}
  void id(const Name& name, const std::string& id, Presence) {
    // Ids of a diagram stand behind its own.
    if (!diagram_ && is_reserved_id(id)) {
      report(name, {"\"" + id + "\" names a part of the poster itself: choose another id",
                    "\"" + id + "\" 是海报自身部件的名称，请换一个 id"});
    }
    if (ids_.insert(id).second) return;
    report(name, {"the id \"" + id + "\" is used twice: ids must differ", "id \"" + id + "\" 重复：id 不能相同"});
  }
  void node_id(const Name& name, const std::string& id, Presence) {
    std::string names;
    for (const FlowNode& node : std::get<FlowDiagram>(*diagram_).nodes) {
      if (node.id == id) return;
      names += (names.empty() ? "" : ", ") + node.id;
    }
    if (names.empty()) {
      return report(name, {"no node has the id \"" + id + "\": the diagram has no nodes",
                           "没有 id 为 \"" + id + "\" 的节点：该图没有节点"});
    }
    report(name, {"no node has the id \"" + id + "\"; there are: " + shortened(names, 80),
                  "没有 id 为 \"" + id + "\" 的节点；现有：" + shortened(names, 80)});
  }
  void tile_index(const Name& name, int tile, Presence) {
    const std::size_t tiles = std::get<NoiseDiagram>(*diagram_).tiles.size();
    if (tile >= 0 && std::size_t(tile) < tiles) return;
    const std::string number = std::to_string(tile), count = std::to_string(tiles);
    report(name, {"there is no tile " + number + ": the diagram has " + count + ", counted from 0",
                  "没有第 " + number + " 格：该图共 " + count + " 格，从 0 数起"});
  }

 private:
  // Said once, of the diagram with which there are too many.
  void report_parts(const Name& name) {
    const std::string most = std::to_string(kMaxParts), found = std::to_string(parts_);
    report(name, {"with this one all diagrams together have " + found + " parts, at most " + most +
                      ": leave some out, or make several posters",
                  "加上这个图，所有图示共有 " + found + " 个部件，最多 " + most + " 个：请删减，或拆成几张海报"});
  }

  std::size_t parts_ = 0;      // nodes, arrows and the like of the diagrams so far
  std::set<std::string> ids_;  // of the list around
  const Diagram* diagram_ = nullptr;
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

std::vector<Error> check_references(const Poster& poster) {
  ReferenceChecker checker;
  describe(checker, poster);
  return checker.take_errors();
}

std::vector<Error> check_poster(const Poster& poster) {
  FieldChecker checker;
  describe(checker, poster);
  const std::vector<Error> errors = checker.take_errors();
  return errors.empty() ? check_references(poster) : errors;
}

}  // namespace sixiang
