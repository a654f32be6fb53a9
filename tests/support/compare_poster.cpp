#include "support/compare_poster.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "base/color.h"
#include "base/utf8.h"
#include "support/compare_diagram.h"
#include "support/expectation.h"
#include "support/printed_text.h"

namespace sixiang::testing {

namespace {

// What an expected section is compared with: a section, or a node of a tree that fills the page.
struct Part {
  std::string id, title, number;
  const Section* section = nullptr;
  std::optional<NodeShape> shape;
  std::optional<Color> fill;
  std::vector<PrintedText> texts;
};

Part part_of(const Section& section) {
  Part part{section.id, printed(section.title).text, section.number, &section, std::nullopt, section.colors.fill, {}};
  const auto add = [&](std::string_view text) { part.texts.push_back(printed(text)); };
  for (const std::string& text : {section.title, section.subtitle, section.number}) add(text);
  if (section.badge) add(section.badge->text);
  for (const Label& label : section.content) {
    for (const std::string& text : texts_of(label)) add(text);
  }
  return part;
}

Part part_of(const FlowNode& node) {
  const std::size_t name = std::min(node.text.find('\n'), node.text.size());
  return {node.id, printed(node.text.substr(0, name)).text, "", nullptr, node.shape, node.fill, {printed(node.text)}};
}

const FlowDiagram* tree_of(const Section& section) {
  for (const Label& label : section.content) {
    const FlowDiagram* flow = label.diagram ? std::get_if<FlowDiagram>(&*label.diagram) : nullptr;
    if (flow && flow->arrange == FlowArrangement::Tree) return flow;
  }
  return nullptr;
}

struct SeenLink {
  std::string from, to;
  PrintedText name, detail;
  LineStyle style = LineStyle::Solid;
  std::optional<Color> color;
  bool drawn_by_layout = false, expected = false;
};

SeenLink seen_link(const std::string& from, const std::string& to, const std::string& text, LineStyle style,
                   const std::optional<Color>& color) {
  const std::size_t name = std::min(text.find('\n'), text.size());
  return {from, to, printed(text.substr(0, name)), printed(text.substr(name)), style, color};
}

class Comparison {
 public:
  Comparison(const Poster& poster, const Json& expected) : poster_(poster), expected_(expected) {}

  std::vector<std::string> run() {
    page();
    layout();
    center();
    if (word(expected_, "layout") == "tree") {
      tree();
    } else {
      sections("", poster_.sections, expected_);
      links_of_poster();
    }
    links();
    for (const Json& diagram : list(expected_, "diagrams")) compare_diagram(diagram);
    never();
    return std::move(differences_);
  }

 private:
  template <class... Words>
  void differ(const Words&... words) {
    std::string line;
    ((line += words), ...);
    differences_.push_back(line);
  }
  void expect(bool met, const std::string& where, const std::string& what) {
    if (!met) differ(where.empty() ? "poster" : where, ": ", what);
  }
  void color(const std::string& where, const Json& expected, std::string_view field, const std::optional<Color>& seen) {
    const std::string wanted = word(expected, field);
    if (wanted.empty()) return;
    expect(seen && parse_color(wanted) == *seen, where,
           std::string(field) + " is not " + wanted + " but " + (seen ? to_hex(*seen) : "left out"));
  }

  // ---- the page ----
  void page() {
    expect(normal(poster_.title.text) == normal(word(expected_, "title")), "title", "it is " + poster_.title.text);
    if (const std::string wanted = word(expected_, "emphasis"); !wanted.empty()) {
      expect(stressed() == wanted, "title", "“" + stressed() + "” is stressed, not “" + wanted + "”");
    }
    if (const auto aspect = expected_.find("aspect"); aspect != expected_.end()) {
      const double wanted = (*aspect)[0].get<double>() / (*aspect)[1].get<double>();
      expect(std::abs(double(poster_.page.width) / double(poster_.page.height) / wanted - 1) < 0.005, "page",
             "not " + aspect->dump());
    }
    color("page", expected_, "background", poster_.page.background);
    color("palette", expected_, "ink", poster_.palette.ink);
  }
  std::string stressed() const {
    if (!poster_.title.emphasis) return "";
    const std::vector<CodePoint> letters = decode_utf8(poster_.title.text);
    std::string text;
    for (int i = 0; i < poster_.title.emphasis->length; ++i) {
      const auto at = std::size_t(poster_.title.emphasis->start + i);
      if (at < letters.size()) append_utf8(text, letters[at].value);
    }
    return text;
  }
  void center() {
    const bool wanted = expected_.contains("center");
    expect(wanted == poster_.center.has_value(), "center", wanted ? "missing" : "not asked for");
    if (!wanted || !poster_.center) return;
    std::string lines;
    for (const CenterLine& line : poster_.center->lines) lines += line.text + "\n";
    const PrintedText seen = printed(lines);
    for (const std::string& line : words(expected_["center"], "lines")) {
      expect(seen.places(normal(line)).size() == 1, "center", "not once: " + line);
    }
    for (const std::string& formula : words(expected_["center"], "formulas")) {
      expect(seen.holds_as_formula(normal(formula)), "center", "no formula: " + formula);
    }
    color("center", expected_["center"], "fill", poster_.center->fill);
  }
  void never() {
    std::vector<PrintedText> seen;
    for (const std::string& text : texts_of(poster_)) {
      seen.push_back(printed(text));
      expect(text.find('\r') == std::string::npos && text.find("\xEF\xBB\xBF") == std::string::npos, "texts",
             "a sign of the file is left in " + text);
    }
    for (const std::string& unwanted : words(expected_, "never")) {
      for (const PrintedText& text : seen) {
        expect(normal(unwanted).empty() || !text.holds(normal(unwanted)), "never",
               "“" + unwanted + "” in " + text.text);
      }
    }
  }

  // ---- layouts ----
  void layout() {
    const std::string kind = word(expected_, "layout");
    expect(is_kind(kind, poster_.layout, poster_.sections), "layout", "it is no " + kind);
    if (expected_.contains("columns")) {
      expect(poster_.layout.columns == expected_["columns"].get<int>(), "layout", "other columns");
    }
    expect(flag(expected_, "fromBottom") == (poster_.layout.order == Order::Up), "layout", "other order");
    if (flag(expected_, "alternating")) {
      expect(poster_.layout.offset == Offset::Alternate, "layout", "cards do not alternate");
    }
    if (const std::string wanted = word(expected_, "divider"); !wanted.empty()) {
      expect(poster_.layout.divider && normal(poster_.layout.divider->text) == normal(wanted), "layout",
             "no divider with " + wanted);
    }
  }
  static bool is_kind(const std::string& kind, const Layout& layout, const std::vector<Section>& sections) {
    const bool grid = layout.kind == LayoutKind::Grid;
    const auto any = [&](auto has) { return std::any_of(sections.begin(), sections.end(), has); };
    const std::map<std::string, bool> kinds = {
        {"grid", grid && layout.connect == Connect::None && !layout.divider},
        {"rows", grid && layout.columns == 1},
        {"columns", grid && layout.columns > 1 && !layout.divider},
        {"pipeline", grid && layout.connect == Connect::Arrows},
        {"split", grid && layout.columns == 2 && layout.divider},
        {"ring", !grid && layout.connect != Connect::Spokes},
        {"hub", !grid && layout.connect == Connect::Spokes},
        {"timeline", grid && layout.connect == Connect::Line},
        {"tree", any([](const Section& section) { return tree_of(section) != nullptr; })},
        {"table", any([](const Section& section) { return has_table(section); })},
        {"bento", grid && any([](const Section& section) { return section.span != Span{}; })},
    };
    const auto found = kinds.find(kind);
    return found != kinds.end() && found->second;
  }

  // ---- sections ----
  void sections(const std::string& around, const std::vector<Section>& seen, const Json& expected) {
    std::vector<Part> parts;
    for (const Section& section : seen) parts.push_back(part_of(section));
    match(around, parts, expected);
  }
  void tree() {
    for (const Section& section : poster_.sections) {
      const FlowDiagram* flow = tree_of(section);
      if (!flow) continue;
      std::vector<Part> parts;
      for (const FlowNode& node : flow->nodes) parts.push_back(part_of(node));
      for (const Section& other : poster_.sections) {
        if (&other != &section) parts.push_back(part_of(other));
      }
      match("", parts, expected_);
      for (const FlowArrow& arrow : flow->arrows) {
        links_.push_back(seen_link(arrow.from, arrow.to, arrow.text, arrow.style, arrow.color));
      }
    }
  }
  void match(const std::string& around, const std::vector<Part>& parts, const Json& expected) {
    std::vector<bool> taken(parts.size(), false);
    std::size_t next = 0;
    for (const Json& wanted : expected["sections"]) {
      const auto found = std::find_if(parts.begin() + std::ptrdiff_t(next), parts.end(),
                                      [&](const Part& part) { return is_called(part, wanted); });
      if (found == parts.end()) {
        differ("sections: missing, or not in this place: ", wanted["title"].dump());
        continue;
      }
      next = std::size_t(found - parts.begin()) + 1;
      taken[next - 1] = true;
      const std::string name = words(wanted, "title").front();
      if (around.empty()) ids_[name] = found->id;
      section(around + "/" + name, *found, wanted);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const bool in_flow = !parts[i].section || parts[i].section->place == SectionPlace::Flow;
      expect(taken[i] || !in_flow, around, "a section too much: " + parts[i].id);
    }
  }
  static bool is_called(const Part& part, const Json& wanted) {
    const std::string subtitle = normal(word(wanted, "subtitle"));
    const std::vector<std::string> names = words(wanted, "title");
    return std::any_of(names.begin(), names.end(), [&](const std::string& words) {
      const std::string name = normal(words);
      return part.title == name || part.title == name + " (" + subtitle + ")" ||
             part.title == name + "(" + subtitle + ")";
    });
  }
  void section(const std::string& where, const Part& part, const Json& wanted) {
    texts(where, part, wanted);
    if (const std::string shape = word(wanted, "shape"); !shape.empty()) {
      expect(part.shape && (*part.shape == NodeShape::Diamond) == (shape == "decision"), where, "no " + shape);
    }
    fill_like(where, part, wanted);
    color(where, wanted, "fill", part.fill);
    if (part.section) details(where, *part.section, wanted);
  }
  void texts(const std::string& where, const Part& part, const Json& wanted) {
    const auto any = [&](auto has) { return std::any_of(part.texts.begin(), part.texts.end(), has); };
    for (const std::string& line : words(wanted, "lines")) {
      std::size_t times = 0;
      for (const PrintedText& text : part.texts) times += text.places(normal(line)).size();
      expect(times == 1, where, std::to_string(times) + " times: " + line);
    }
    for (const std::string& formula : words(wanted, "formulas")) {
      expect(any([&](const PrintedText& text) { return text.holds_as_formula(normal(formula)); }), where,
             "no formula: " + formula);
    }
    for (const std::string& plain : words(wanted, "notFormulas")) {
      expect(!any([&](const PrintedText& text) { return !text.holds_as_text(normal(plain)); }), where,
             "must be no formula: " + plain);
    }
    if (const std::string subtitle = word(wanted, "subtitle"); !subtitle.empty()) {
      expect(any([&](const PrintedText& text) { return text.holds(normal(subtitle)); }), where, "not: " + subtitle);
    }
    if (const std::string number = word(wanted, "number"); !number.empty()) {
      // A year stands in the number's place: it is among the lines or the titles.
      const std::vector<std::string> lines = words(wanted, "lines"), titles = words(wanted, "title");
      const bool is_line = std::find(lines.begin(), lines.end(), part.number) != lines.end() ||
                           std::find(titles.begin(), titles.end(), part.number) != titles.end();
      expect(part.number.empty() || part.number == number || is_line, where, "it has the number " + part.number);
    }
  }
  void details(const std::string& where, const Section& section, const Json& wanted) {
    roles(where, section, wanted);
    if (wanted.contains("icon")) expect(!section.icon.empty(), where, "no icon for " + word(wanted, "icon"));
    if (const std::string badge = word(wanted, "badge"); !badge.empty()) {
      expect(
          (section.badge && normal(section.badge->text) == normal(badge)) || has_role(section, badge, {LabelRole::Tag}),
          where, "no badge " + badge);
    }
    place(where, section, wanted);
    color(where, wanted, "header", section.colors.header);
    if (const std::string any = word(wanted, "color"); !any.empty()) {
      const std::optional<Color> color = parse_color(any);
      expect(section.colors.fill == color || section.colors.header == color || section.colors.accent == color, where,
             "nowhere " + any);
    }
    if (wanted.contains("span")) {
      expect(section.span.columns == wanted["span"][0].get<int>() && section.span.rows == wanted["span"][1].get<int>(),
             where, "other span");
    }
    if (wanted.contains("sections")) {
      expect(is_kind(word(wanted, "layout"), section.layout, section.sections), where, "no " + word(wanted, "layout"));
      sections(where, section.sections, wanted);
    }
  }
  void roles(const std::string& where, const Section& section, const Json& wanted) {
    for (const std::string& line : words(wanted, "key")) {
      expect(has_role(section, line, {LabelRole::Key, LabelRole::Figure}), where, "no key line: " + line);
    }
    for (const std::string& line : words(wanted, "subLines")) {
      expect(has_role(section, line, {LabelRole::Sub}), where, "not of the second level: " + line);
    }
  }
  static bool has_role(const Section& section, const std::string& line, const std::vector<LabelRole>& roles) {
    return std::any_of(section.content.begin(), section.content.end(), [&](const Label& label) {
      return std::find(roles.begin(), roles.end(), label.role) != roles.end() &&
             printed(label.text).holds(normal(line));
    });
  }
  void place(const std::string& where, const Section& section, const Json& wanted) {
    if (!wanted.contains("place")) {
      return expect(section.place == SectionPlace::Flow, where, "not in the flow");
    }
    static const std::map<std::string, SectionPlace> kPlaces = {{"footer", SectionPlace::Bottom},
                                                                {"bottom", SectionPlace::Bottom},
                                                                {"top", SectionPlace::Top},
                                                                {"left", SectionPlace::Left},
                                                                {"right", SectionPlace::Right}};
    const std::vector<std::string> places = words(wanted, "place");
    expect(std::any_of(places.begin(), places.end(),
                       [&](const std::string& name) {
                         const auto found = kPlaces.find(name);
                         return found != kPlaces.end() && found->second == section.place;
                       }),
           where, "not at " + wanted["place"].dump());
  }
  void fill_like(const std::string& where, const Part& part, const Json& wanted) {
    const std::string hue = word(wanted, "fillLike");
    if (hue.empty()) return;
    const std::optional<Color> seen =
        part.section && part.section->colors.header ? part.section->colors.header : part.fill;
    expect(seen && is_like(*seen, hue), where, "its fill is not " + hue);
  }

  // ---- links ----
  void links_of_poster() {
    for (const Link& link : poster_.links) {
      links_.push_back(seen_link(link.from, link.to, link.text, link.style, link.color));
    }
    if (poster_.layout.connect != Connect::Arrows) return;
    const Section* before = nullptr;
    for (const Section& section : poster_.sections) {
      if (section.place != SectionPlace::Flow) continue;
      if (before && !linked(before->id, section.id)) {
        links_.push_back(seen_link(before->id, section.id, "", LineStyle::Solid, std::nullopt));
        links_.back().drawn_by_layout = true;
      }
      before = &section;
    }
  }
  bool linked(const std::string& from, const std::string& to) const {
    return std::any_of(links_.begin(), links_.end(),
                       [&](const SeenLink& link) { return link.from == from && link.to == to; });
  }
  void links() {
    for (const Json& wanted : list(expected_, "links")) link(wanted);
    for (const SeenLink& link : links_) {
      expect(link.expected || link.drawn_by_layout, "links", "one too much: " + link.from + " → " + link.to);
    }
    for (const std::string& formula : words(expected_, "linkFormulas")) {
      const auto holds = [&](const SeenLink& link) {
        return link.name.holds_as_formula(normal(formula)) || link.detail.holds_as_formula(normal(formula));
      };
      expect(std::any_of(links_.begin(), links_.end(), holds), "links", "no formula: " + formula);
    }
  }
  void link(const Json& wanted) {
    const std::string where = "links/" + word(wanted, "from") + " → " + word(wanted, "to");
    const auto found = std::find_if(links_.begin(), links_.end(), [&](const SeenLink& link) {
      return !link.expected && link.from == ids_[word(wanted, "from")] && link.to == ids_[word(wanted, "to")] &&
             link.name.text == normal(word(wanted, "text")) && link.detail.text == normal(word(wanted, "sub"));
    });
    if (found == links_.end()) return differ(where, ": missing, or with other words than “", word(wanted, "text"), "”");
    found->expected = true;
    color(where, wanted, "color", found->color);
    if (word(wanted, "style") == "dashed") expect(found->style == LineStyle::Dashed, where, "not dashed");
  }

  // ---- diagrams ----
  void compare_diagram(const Json& wanted) {
    const std::string where = "diagrams/" + word(wanted, "section");
    const auto found = std::find_if(poster_.sections.begin(), poster_.sections.end(), [&](const Section& section) {
      return section.id == ids_[word(wanted, "section")];
    });
    if (found == poster_.sections.end()) return differ(where, ": no such section");
    for (const std::string& difference : testing::compare_diagram(*found, wanted)) differ(where, ": ", difference);
  }

  const Poster& poster_;
  const Json& expected_;
  std::vector<std::string> differences_;
  std::map<std::string, std::string> ids_;  // of the sections, by the first of their expected titles
  std::vector<SeenLink> links_;
};

}  // namespace

std::vector<std::string> compare(const Poster& poster, const nlohmann::json& expected) {
  return Comparison(poster, expected).run();
}

}  // namespace sixiang::testing
