#include <array>
#include <iterator>
#include <utility>

#include "editor/navigation.h"
#include "editor/thing_names.h"
#include "model/ids.h"
#include "model/visitor.h"

namespace sixiang {

namespace {

// How a label is called, which is counted among those of its role.
constexpr Phrase name_of_role(LabelRole role) {
  switch (role) {
    case LabelRole::Text:
      return {"Label", "要点"};
    case LabelRole::Key:
      return {"Key label", "重点"};
    case LabelRole::Sub:
      return {"Second level", "次级要点"};
    case LabelRole::Figure:
      return {"Big figure", "大数字"};
    case LabelRole::Callout:
      return {"Callout", "提示框"};
    case LabelRole::Code:
      return {"Code", "代码"};
    case LabelRole::Tag:
      return {"Tag", "标签"};
  }
  return {};
}

constexpr ThingKind kind_of_thing(const Title&) { return ThingKind::Title; }
constexpr ThingKind kind_of_thing(const Center&) { return ThingKind::Center; }
constexpr ThingKind kind_of_thing(const CenterLine&) { return ThingKind::CenterLine; }
constexpr ThingKind kind_of_thing(const Section&) { return ThingKind::Section; }
constexpr ThingKind kind_of_thing(const Badge&) { return ThingKind::Badge; }
constexpr ThingKind kind_of_thing(const Divider&) { return ThingKind::Divider; }
constexpr ThingKind kind_of_thing(const Axes&) { return ThingKind::Axes; }
constexpr ThingKind kind_of_thing(const FlowNode&) { return ThingKind::Node; }
constexpr ThingKind kind_of_thing(const FlowArrow&) { return ThingKind::Arrow; }
constexpr ThingKind kind_of_thing(const NoiseTile&) { return ThingKind::Tile; }
constexpr ThingKind kind_of_thing(const NoiseSpan&) { return ThingKind::Span; }
constexpr ThingKind kind_of_thing(const ChainToken&) { return ThingKind::Token; }
constexpr ThingKind kind_of_thing(const Bar&) { return ThingKind::Bar; }
constexpr ThingKind kind_of_thing(const TableColumn&) { return ThingKind::Column; }
constexpr ThingKind kind_of_thing(const TableRow&) { return ThingKind::Row; }
constexpr ThingKind kind_of_thing(const Link&) { return ThingKind::Link; }
constexpr ThingKind kind_of_thing(const Decoration&) { return ThingKind::Decoration; }

// The visitor of describe() that lists what can be selected.
class Outliner : public FieldVisitor<Outliner> {
 public:
  explicit Outliner(const Poster& poster) : poster_(poster) {
    add({}, ThingKind::Page, {"Page", "页面"}, {});
    ++depth_;
  }

  std::vector<OutlineItem> run() {
    describe(*this, poster_);
    items_.insert(items_.end(), std::make_move_iterator(last_.begin()), std::make_move_iterator(last_.end()));
    return std::move(items_);
  }

  template <class T>
  void list(const Name& name, const std::vector<T>& value, std::size_t, Presence) {
    const std::string list = join_id(path_, name);
    for (std::size_t i = 0; i < value.size(); ++i) {
      std::string id = item_id(list, value[i], i);
      add(id, kind_of_thing(value[i]), name_of(value[i], i), id);
      inside(std::move(id), value[i]);
    }
  }
  void list(const Name& name, const std::vector<Label>& value, std::size_t, Presence) {
    const std::string list = join_id(path_, name);
    std::array<std::size_t, kWords<LabelRole>.size()> labels{};
    std::array<std::size_t, std::variant_size_v<Diagram>> diagrams{};
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string id = item_id(list, i);
      if (value[i].diagram) {
        add_diagram(id, value[i], ++diagrams[value[i].diagram->index()]);
        continue;
      }
      const std::size_t number = ++labels[std::size_t(value[i].role)];
      add(id, ThingKind::Label, numbered(name_of_role(value[i].role).message(), number), id);
    }
  }
  // What belongs to the thing around it: its layout, its colours.
  template <class T>
  void enter(const Name& name, const T& value) {
    walk(join_id(path_, name), value);
  }
  void enter(const Name& name, const Title& title) { part(name, title); }
  void enter(const Name& name, const Center& center) { part(name, center); }
  void enter(const Name& name, const Badge& badge) { part(name, badge); }
  // On the page they stand between the sections: nothing that comes first.
  void enter(const Name& name, const Divider& divider) { part(name, divider); }
  void enter(const Name& name, const Axes& axes) { part(name, axes); }

 private:
  template <class T>
  void part(const Name& name, const T& value) {
    constexpr Thing kThing = thing_of(std::type_identity<T>{});
    std::string id = join_id(path_, name);
    const bool is_last = kind_of_thing(value) == ThingKind::Divider || kind_of_thing(value) == ThingKind::Axes;
    if (is_last && depth_ == 1) {
      last_.push_back({std::move(id), {}, kind_of_thing(value), kThing.heading.message(), {}, depth_});
      return;
    }
    add(id, kind_of_thing(value), kThing.heading.message(), {});
    inside(std::move(id), value);
  }

  void add_diagram(const std::string& id, const Label& label, std::size_t number) {
    const Word kind = kind_of(*label.diagram);
    std::string diagram = join_id(id, "diagram");
    add(diagram, ThingKind::Diagram, numbered({std::string(kind.english), std::string(kind.chinese)}, number), id);
    diagram_ = &*label.diagram;
    std::visit([&](const auto& of_kind) { inside(diagram, of_kind); }, *label.diagram);
    diagram_ = nullptr;
    if (!label.text.empty()) add(id, ThingKind::Caption, {"Caption", "图注"}, {});
  }

  void add(std::string id, ThingKind kind, Message name, std::string item) {
    items_.push_back({std::move(id), parent_, kind, std::move(name), std::move(item), depth_});
  }

  void inside(std::string id, const auto& value) {
    std::string outer = std::exchange(parent_, id);
    ++depth_;
    walk(std::move(id), value);
    --depth_;
    parent_ = std::move(outer);
  }

  void walk(std::string id, const auto& value) {
    std::swap(path_, id);
    describe(*this, value);
    std::swap(path_, id);
  }

  // Its own words, else what it is with its number.
  template <class T>
  static Message name_of(const T&, std::size_t index) {
    return numbered(capitalized(thing_of(std::type_identity<T>{}).one.message()), index + 1);
  }
  template <class T>
  static Message name_from(const std::string& text, const T& value, std::size_t index) {
    const std::string name = name_from_text(text);
    return name.empty() ? name_of<T>(value, index) : Message{name, name};
  }
  static Message name_of(const Section& section, std::size_t index) { return name_from(section.title, section, index); }
  static Message name_of(const FlowNode& node, std::size_t index) { return name_from(node.text, node, index); }
  static Message name_of(const NoiseSpan& span, std::size_t index) { return name_from(span.text, span, index); }
  static Message name_of(const ChainToken& token, std::size_t index) { return name_from(token.text, token, index); }
  static Message name_of(const Bar& bar, std::size_t index) { return name_from(bar.name, bar, index); }
  static Message name_of(const TableColumn& column, std::size_t index) { return name_from(column.text, column, index); }
  Message name_of(const FlowArrow& arrow, std::size_t) const {
    return arrow_name(std::get<FlowDiagram>(*diagram_), arrow);
  }
  Message name_of(const Link& link, std::size_t) const { return link_name(poster_, link); }
  static Message name_of(const Decoration& decoration, std::size_t) { return decoration_name(decoration); }

  const Poster& poster_;
  std::vector<OutlineItem> items_, last_;
  std::string path_, parent_;
  int depth_ = 0;
  const Diagram* diagram_ = nullptr;
};

}  // namespace

std::vector<OutlineItem> outline(const Poster& poster) { return Outliner(poster).run(); }

}  // namespace sixiang
