#include "model/check.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "base/icon_mark.h"
#include "model/json_path.h"
#include "model/rules.h"
#include "model/sections.h"
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
  void source(std::string_view key, const std::string& value) {
    expect(key, source_problem(value), quoted_text(value));
  }
  void icon(std::string_view key, const std::string& value) { expect(key, icon_problem(value), quoted_text(value)); }
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
  explicit ReferenceChecker(const Poster& poster) : poster_(poster) {}

  // One set of ids for all sections, wherever they stand.
  void list(const Name& name, const std::vector<Section>& value, std::size_t most, Presence presence) {
    const std::size_t before = sections_;
    sections_ += value.size();
    if (before <= kMaxSections && sections_ > kMaxSections) report_sections(name);
    if (depth_ > 1 && !value.empty()) {
      return report(name, {"a section within a section holds no sections of its own: move them one level up",
                           "板块内的板块不能再含板块：请上移一层"});
    }
    ++depth_;
    Checker::list(name, value, most, presence);
    --depth_;
  }
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
  void text(const Name& name, const std::string& value, Presence) {
    const std::size_t before = icons_;
    icons_ += count_icon_marks(value);
    if (before <= kMaxIconsInTexts && icons_ > kMaxIconsInTexts) report_icons(name);
  }
  void face(const Name&, const std::string&, Presence) {}
  void id(const Name& name, const std::string& id, Presence) {
    // Ids of a diagram stand behind its own.
    if (!diagram_ && is_reserved_id(id)) {
      report(name, {"\"" + id + "\" names a part of the poster itself: choose another id",
                    "\"" + id + "\" 是海报自身部件的名称，请换一个 id"});
    }
    if ((diagram_ ? ids_ : section_ids_).insert(id).second) return;
    report(name, {"the id \"" + id + "\" is used twice: ids must differ", "id \"" + id + "\" 重复：id 不能相同"});
  }
  void node_id(const Name& name, const std::string& id, Presence) {
    std::vector<std::string> ids;
    for (const FlowNode& node : std::get<FlowDiagram>(*diagram_).nodes) ids.push_back(node.id);
    refer(name, id, ids, {"node", "节点"}, {"the diagram", "该图"});
  }
  void section_id(const Name& name, const std::string& id, Presence) {
    std::vector<std::string> ids;
    for (const Section* section : all_sections(poster_)) ids.push_back(section->id);
    refer(name, id, ids, {"section", "板块"}, {"the poster", "海报"});
  }
  void tile_index(const Name& name, int tile, Presence) {
    const std::size_t tiles = std::get<NoiseDiagram>(*diagram_).tiles.size();
    if (tile >= 0 && std::size_t(tile) < tiles) return;
    const std::string number = std::to_string(tile), count = std::to_string(tiles);
    report(name, {"there is no tile " + number + ": the diagram has " + count + ", counted from 0",
                  "没有第 " + number + " 格：该图共 " + count + " 格，从 0 数起"});
  }

 private:
  // `id` is to be one of `ids`, of things like `one` that `whole` has.
  void refer(const Name& name, const std::string& id, const std::vector<std::string>& ids, const Phrase& one,
             const Phrase& whole) {
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) return;
    const Message thing = one.message(), holder = whole.message();
    std::string names;
    for (const std::string& other : ids) names += (names.empty() ? "" : ", ") + other;
    const Message nobody{"no " + thing.english + " has the id \"" + id + "\"",
                         "没有 id 为 \"" + id + "\" 的" + thing.chinese};
    if (names.empty()) {
      return report(name, {nobody.english + ": " + holder.english + " has no " + thing.english + "s",
                           nobody.chinese + "：" + holder.chinese + "没有" + thing.chinese});
    }
    report(name, {nobody.english + "; there are: " + shortened(names, 80),
                  nobody.chinese + "；现有：" + shortened(names, 80)});
  }

  void report_sections(const Name& name) {
    const std::string most = std::to_string(kMaxSections), found = std::to_string(sections_);
    report(name, {"with these the poster has " + found + " sections, at most " + most +
                      ": leave some out, or make several posters",
                  "加上这些，海报共有 " + found + " 个板块，最多 " + most + " 个：请删减，或拆成几张海报"});
  }

  void report_icons(const Name& name) {
    const std::string most = std::to_string(kMaxIconsInTexts), found = std::to_string(icons_);
    report(name,
           {"with this text the poster has " + found + " icons in its texts, at most " + most +
                ": leave some out, or write \\: for a colon",
            "加上这段文字，海报的文字中共有 " + found + " 个图标，最多 " + most + " 个：请删减；要显示冒号请写 \\:"});
  }

  // Said once, of the diagram with which there are too many.
  void report_parts(const Name& name) {
    const std::string most = std::to_string(kMaxParts), found = std::to_string(parts_);
    report(name, {"with this one all diagrams together have " + found + " parts, at most " + most +
                      ": leave some out, or make several posters",
                  "加上这个图，所有图示共有 " + found + " 个部件，最多 " + most + " 个：请删减，或拆成几张海报"});
  }

  const Poster& poster_;
  std::size_t sections_ = 0;  // so far
  std::size_t depth_ = 0;     // of sections around
  std::set<std::string> section_ids_;
  std::size_t icons_ = 0;      // in texts so far
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
  ReferenceChecker checker(poster);
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
