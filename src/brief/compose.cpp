#include "brief/compose.h"

#include <algorithm>

#include "base/oklab.h"
#include "brief/bento_spans.h"
#include "brief/cards.h"
#include "brief/formulas.h"
#include "brief/section_defaults.h"
#include "model/defaults.h"
#include "model/limits.h"

namespace sixiang::brief {

namespace {

constexpr Color kMustard{0xF2, 0xCC, 0x8F, 255}, kCoral{0xE8, 0x65, 0x5A, 255};
constexpr std::size_t kMostLinks = 64;
// Cards down a page so many times as high as wide have their headers beside them, where no title is longer, em.
constexpr float kTallPage = 1.5f, kLongestBeside = 6;

// Where the brief says none. A long timeline goes down its page.
Size default_page(PageKind kind, std::size_t sections) {
  if (kind == PageKind::Timeline && sections > 8) return {1080, 1920};
  switch (kind) {
    case PageKind::Rows:
    case PageKind::Table:
      return {1080, 1440};
    case PageKind::Grid:
      return {1080, 1080};
    default:
      return {1920, 1080};
  }
}

class Composer {
 public:
  explicit Composer(Context& context) : context_(context), draft_(context.draft) {}

  Poster compose() {
    drop_empty();
    kind_ = draft_.kind.value_or(PageKind::Grid);
    if (kind_ == PageKind::Tree && draft_.links.empty()) kind_ = PageKind::Grid;
    poster_ =
        blank_poster(draft_.page.value_or(default_page(kind_, draft_.sections.size())), document_text(draft_.title));
    if (kind_ == PageKind::Bento) {
      const Size page = draft_.page.value_or(default_page(kind_, draft_.sections.size()));
      span_cells(draft_, page.width > page.height);
    }
    page();
    title();
    center();
    choose_fills();
    choose_headers();
    if (kind_ == PageKind::Tree) {
      tree();
    } else {
      sections();
      links();
    }
    layout();
    const bool has_panels = kind_ != PageKind::Tree && kind_ != PageKind::Ring && poster_.style != Style::Dark;
    if (kind_ == PageKind::Timeline) put_shared_leads_on_cards(poster_);
    if (has_panels) poster_.palette.bodies = body_tone_for(poster_);
    return std::move(poster_);
  }

 private:
  // Sections that have nothing to show.
  void drop_empty() {
    std::vector<std::size_t> places(draft_.sections.size(), npos);
    std::vector<DraftSection> kept;
    for (std::size_t i = 0; i < draft_.sections.size(); ++i) {
      const DraftSection& section = draft_.sections[i];
      const bool has_any =
          !section.title.empty() || !section.labels.empty() || !section.diagrams.empty() || !section.sections.empty();
      if (!has_any) continue;
      places[i] = kept.size();
      kept.push_back(section);
    }
    std::vector<DraftLink> links;
    for (DraftLink& link : draft_.links) {
      if (link.from >= places.size() || link.to >= places.size() || places[link.from] == npos ||
          places[link.to] == npos)
        continue;
      link.from = places[link.from];
      link.to = places[link.to];
      links.push_back(std::move(link));
    }
    draft_.sections = std::move(kept);
    draft_.links = std::move(links);
  }

  void page() {
    poster_.page.background = draft_.background;
    poster_.palette.ink = draft_.ink;
    poster_.palette.key_formula = draft_.key_formula;
    if (draft_.background && to_oklab(*draft_.background).lightness < 0.4) poster_.style = Style::Dark;
  }

  void title() {
    poster_.title.subtitle = document_text(draft_.subtitle);
    poster_.title.icon = draft_.title_icon;
    poster_.title.underline = draft_.center && draft_.center->fill ? *draft_.center->fill : kMustard;
    if (draft_.emphasis.empty()) return;
    const Text text = to_text(poster_.title.text);
    const std::size_t at = text.find(draft_.emphasis);
    if (at == Text::npos) return;
    Emphasis emphasis;
    emphasis.start = int(at);
    emphasis.length = int(draft_.emphasis.size());
    emphasis.color = draft_.key_formula.value_or(draft_.emphasis_color.value_or(kCoral));
    poster_.title.emphasis = emphasis;
  }

  void center() {
    if (!draft_.center || (draft_.center->parts.empty() && draft_.center->icon.empty())) return;
    Center center;
    if (draft_.center->fill) center.fill = *draft_.center->fill;
    center.icon = draft_.center->icon;
    for (const DraftCenter::Part& part : draft_.center->parts) {
      if (center.lines.size() >= 16) break;
      CenterLine line;
      line.role = part.role == CenterRole::Formula && !is_math(part.text) ? CenterRole::Text : part.role;
      line.text = is_math(part.text) ? math(part.text) : document_text(part.text);
      center.lines.push_back(std::move(line));
    }
    poster_.center = std::move(center);
  }
  static bool is_math(View text) { return is_formula(text) || is_symbol(text); }
  static std::string math(View text) { return "$" + to_utf8(plain(trimmed(text, U"$"))) + "$"; }

  // In turn where no section has a colour; where some have, the others take what is not taken.
  void choose_fills() {
    const bool is_dark = poster_.style == Style::Dark;
    SectionFills fills;
    for (DraftSection& section : draft_.sections) {
      if (section.fill || section.header) continue;
      if (section.place != SectionPlace::Flow) {
        const bool is_bare = kind_ == PageKind::Tree && section.title.empty();
        if (!is_dark && !is_bare) section.fill = kMustard;
        continue;
      }
      std::vector<Color> taken;
      for (const DraftSection& other : draft_.sections) {
        if (other.fill) taken.push_back(*other.fill);
      }
      (is_dark ? section.header : section.fill) = fills.next(taken);
    }
  }

  // Where headers of white cards have colours, the others are not left grey.
  void choose_headers() {
    const auto is_white = [](const DraftSection& section) {
      const bool in_flow = section.place == SectionPlace::Flow;
      return in_flow && section.fill && to_oklab(*section.fill).lightness > 0.97;
    };
    std::vector<Color> taken;
    for (const DraftSection& section : draft_.sections) {
      if (is_white(section) && section.header) taken.push_back(*section.header);
    }
    if (taken.empty()) return;
    SectionFills fills;
    for (DraftSection& section : draft_.sections) {
      if (!is_white(section) || section.header) continue;
      section.header = fills.next_unlike(taken);
      taken.push_back(*section.header);
    }
  }

  // ---- sections ----
  void sections() {
    for (const DraftSection& draft : draft_.sections) poster_.sections.push_back(section_of(draft, 0));
  }
  Section section_of(const DraftSection& draft, int depth) {
    Section section;
    section.id = ids_.free_id(draft.title, draft.subtitle);
    section.title = document_text(draft.title);
    section.subtitle = document_text(draft.subtitle);
    section.number = to_utf8(kind_ == PageKind::Timeline && !draft.date.empty() ? draft.date
                             : draft.shows_number                               ? draft.number
                                                                                : Text());
    if (section.number.empty() && !draft.date.empty()) section.number = to_utf8(draft.date);
    section.icon = draft.icon;
    section.place = draft.place;
    if (kind_ == PageKind::Bento) section.span = draft.span;
    if (!draft.badge.empty()) {
      Badge badge;
      badge.text = document_text(draft.badge);
      if (draft.badge_color) badge.color = *draft.badge_color;
      section.badge = std::move(badge);
    }
    section.colors.fill = draft.fill;
    section.colors.header = draft.header;
    section.colors.accent = draft.accent;
    if (draft.header && !draft.fill && depth == 0 && poster_.style != Style::Dark)
      section.colors.fill = Color{255, 255, 255, 255};
    if (draft.place != SectionPlace::Flow) section.header = section.title.empty() ? HeaderKind::None : HeaderKind::Side;
    if (depth > 0) section.header = HeaderKind::Plain;
    content(section, draft);
    for (const DraftSection& nested : draft.sections) {
      if (depth > 0 || section.sections.size() + ids_.count() >= kMaxSections) {
        context_.report.leave_out(nested.line, nested.title, too_many());
        continue;
      }
      section.sections.push_back(section_of(nested, depth + 1));
    }
    const int flows = int(flow_count(draft_));
    const bool is_column = flows > 1 && (kind_ == PageKind::Columns || draft_.columns == flows);
    const std::size_t beside = is_column ? 1 : std::min<std::size_t>(section.sections.size(), 6);
    section.layout.columns = section.sections.empty() ? 0 : int(beside);
    return section;
  }

  // Labels and diagrams in the order of their lines.
  void content(Section& section, const DraftSection& draft) {
    std::size_t next = 0;
    for (const DraftLabel& label : draft.labels) {
      while (next < draft.diagrams.size() && draft.diagrams[next].line <= label.line)
        add_diagram(section, draft.diagrams[next++]);
      add_label(section, label);
    }
    while (next < draft.diagrams.size()) add_diagram(section, draft.diagrams[next++]);
  }
  void add_label(Section& section, const DraftLabel& draft) {
    if (section.content.size() >= 60 || !budget_.takes(draft.text)) {
      return context_.report.leave_out(draft.line, draft.text, too_many());
    }
    Label label;
    label.role = draft.role;
    label.bullet = draft.bullet;
    if (draft.color)
      label.color = readable_large(*draft.color, section.colors.fill.value_or(Color{255, 255, 255, 255}));
    label.text = draft.is_code ? code_text(draft.text) : document_text(draft.text);
    // Many low rows have no height for a large number over other lines: it leads its line, bold.
    if (draft.role == LabelRole::Figure && kind_ == PageKind::Rows && draft_.sections.size() > 5) {
      label.role = LabelRole::Text;
      label.text = "**" + label.text + "**";
    }
    if (draft.is_stressed) {
      label.text = "**==" + label.text + "==**";
      label.bullet = Bullet::None;
    }
    if (!draft.icon.empty()) {
      label.text = ":" + draft.icon + ": " + label.text;
      label.bullet = Bullet::None;
    }
    section.content.push_back(std::move(label));
  }
  // What a brief asks for, darker where large text could not be read in it (3 to 1, WCAG 2.1).
  static Color readable_large(Color color, Color ground) {
    constexpr Color kBlack{0, 0, 0, 255};
    for (int step = 0; step < 10 && contrast(color, ground) < 3; ++step) color = mixed(color, kBlack, 0.1f);
    return color;
  }
  static std::string code_text(View text) {
    std::string escaped;
    for (const char c : to_utf8(text)) {
      if (c == '$' || c == '\\') escaped += '\\';
      escaped += c;
    }
    return escaped;
  }
  void add_diagram(Section& section, const DraftDiagram& draft) {
    std::optional<Diagram> diagram = compose_diagram(draft_, draft);
    if (!diagram) return;
    const std::size_t parts = std::visit([](const auto& kind) { return parts_of(kind); }, *diagram);
    if (section.content.size() >= 60 || !budget_.takes_parts(parts)) {
      return context_.report.leave_out(draft.line, U"", too_many());
    }
    Label label;
    label.diagram = std::move(diagram);
    section.content.push_back(std::move(label));
  }
  static std::size_t parts_of(const FlowDiagram& flow) { return flow.nodes.size() + flow.arrows.size(); }
  static std::size_t parts_of(const NoiseDiagram& noise) { return noise.tiles.size() + noise.spans.size(); }
  static std::size_t parts_of(const ChainDiagram& chain) { return chain.tokens.size(); }
  static std::size_t parts_of(const BarsDiagram& bars) { return bars.rows.size(); }
  static std::size_t parts_of(const TableDiagram& table) { return table.rows.size() + table.columns.size(); }

  // ---- links ----
  std::string link_text(const DraftLink& link) const {
    std::string text = document_text(link.text);
    if (!link.detail.empty()) text += "\n" + document_text(link.detail);
    return text;
  }
  // What the layout draws anyway: an arrow without a name from each section to the next.
  bool is_drawn_by_layout(const DraftLink& link) const {
    const bool is_next = link.to == link.from + 1 && link.text.empty() && link.style == LineStyle::Solid;
    return is_next && (kind_ == PageKind::Pipeline || kind_ == PageKind::Timeline || joins_neighbours());
  }
  // Rows that arrows join, each to the next.
  bool joins_neighbours() const {
    if (kind_ != PageKind::Rows) return false;
    const std::size_t flows = flow_count(draft_);
    for (std::size_t i = 0; i + 1 < flows; ++i) {
      const bool is_joined = std::any_of(draft_.links.begin(), draft_.links.end(),
                                         [i](const DraftLink& link) { return link.from == i && link.to == i + 1; });
      if (!is_joined) return false;
    }
    return flows > 1;
  }

  void links() {
    for (const DraftLink& draft : draft_.links) {
      if (is_drawn_by_layout(draft)) continue;
      if (poster_.links.size() >= kMostLinks) {
        context_.report.leave_out(draft.line, draft.text, too_many());
        continue;
      }
      Link link;
      link.from = poster_.sections[draft.from].id;
      link.to = poster_.sections[draft.to].id;
      link.text = link_text(draft);
      link.style = draft.style;
      link.color = draft.color ? draft.color : draft_.arrow_color;
      const bool is_line = kind_ == PageKind::Ring || kind_ == PageKind::Hub || draft.style == LineStyle::Dashed;
      if (is_line) link.shape = LinkShape::Line;
      poster_.links.push_back(std::move(link));
    }
  }

  // ---- a tree: one diagram over the page ----
  void tree() {
    FlowDiagram flow;
    flow.arrange = FlowArrangement::Tree;
    std::vector<std::string> ids(draft_.sections.size());
    for (std::size_t i = 0; i < draft_.sections.size(); ++i) {
      const DraftSection& draft = draft_.sections[i];
      if (draft.place != SectionPlace::Flow || flow.nodes.size() >= 64) continue;
      FlowNode node;
      node.id = ids[i] = ids_.free_id(draft.title, draft.subtitle);
      node.text = document_text(draft.title);
      std::string detail;
      for (const DraftLabel& label : draft.labels) detail += (detail.empty() ? "" : ", ") + document_text(label.text);
      if (!detail.empty()) node.text += "\n" + detail;
      const auto leaves = std::count_if(draft_.links.begin(), draft_.links.end(),
                                        [i](const DraftLink& link) { return link.from == i; });
      if (leaves >= 2) node.shape = NodeShape::Diamond;
      node.icon = draft.icon;
      node.fill = draft.fill;
      flow.nodes.push_back(std::move(node));
    }
    for (const DraftLink& draft : draft_.links) {
      if (ids[draft.from].empty() || ids[draft.to].empty() || flow.arrows.size() >= 128) continue;
      FlowArrow arrow;
      arrow.from = ids[draft.from];
      arrow.to = ids[draft.to];
      arrow.text = link_text(draft);
      arrow.style = draft.style;
      arrow.color = draft.color;
      flow.arrows.push_back(std::move(arrow));
    }
    Section section;
    section.id = ids_.free_id(U"tree", U"");
    section.header = HeaderKind::None;
    section.colors.fill = section.colors.outline = draft_.background.value_or(Color{0xF5, 0xF0, 0xE8, 255});
    section.content.emplace_back();
    section.content.back().diagram = std::move(flow);
    poster_.sections.push_back(std::move(section));
    for (const DraftSection& draft : draft_.sections) {
      if (draft.place == SectionPlace::Flow) continue;
      poster_.sections.push_back(section_of(draft, 0));
      if (!draft.fill && !draft.header) lay_bare(poster_.sections.back());
    }
  }

  // Below a tree no bar: what the page concludes is only larger, behind a sign.
  void lay_bare(Section& section) {
    section.colors.fill = section.colors.outline = *poster_.sections.front().colors.fill;
    if (section.icon.empty()) section.icon = "lightbulb";
  }

  // ---- the page's layout ----
  void layout() {
    Layout& layout = poster_.layout;
    const bool is_tall = poster_.page.height > poster_.page.width;
    const int flows = int(flow_count(draft_));
    switch (kind_) {
      case PageKind::Grid:
        layout.columns = std::min(draft_.columns, 12);
        break;
      case PageKind::Rows:
      case PageKind::Table:
      case PageKind::Tree:
        layout.columns = 1;
        break;
      case PageKind::Columns:
        layout.columns = std::clamp(draft_.columns > 1 ? draft_.columns : flows, 2, 6);
        break;
      case PageKind::Pipeline:
        layout.connect = Connect::Arrows;
        layout.columns = is_tall ? (flows <= 6 ? 1 : 2) : draft_.is_vertical && flows <= 5 && !is_wide() ? 1 : 0;
        break;
      case PageKind::Split:
        layout.columns = 2;
        layout.divider.emplace();
        layout.divider->text = document_text(draft_.divider);
        if (draft_.divider_is_arrow) layout.divider->shape = DividerShape::Arrow;
        break;
      case PageKind::Ring:
        layout.kind = LayoutKind::Ring;
        break;
      case PageKind::Hub:
        layout.kind = LayoutKind::Ring;
        layout.connect = Connect::Spokes;
        break;
      case PageKind::Timeline:
        layout.connect = Connect::Line;
        if (is_tall) layout.columns = 1;
        if (draft_.alternates) layout.offset = Offset::Alternate;
        break;
      case PageKind::Bento:
        layout.columns = bento_columns(draft_);
        break;
    }
    if (!draft_.horizontal_axis.empty() || !draft_.vertical_axis.empty()) {
      layout.axes.emplace();
      layout.axes->horizontal = document_text(draft_.horizontal_axis);
      layout.axes->vertical = document_text(draft_.vertical_axis);
    }
    if (joins_neighbours()) {
      layout.connect = Connect::Arrows;
      // A long chain down a page leaves its cards no height.
      if (layout.columns == 1 && flows > 6) layout.columns = 2;
    }
    if (draft_.from_bottom && kind_ != PageKind::Timeline) layout.order = Order::Up;
    if (is_pipeline_down()) stand_beside();
    if (kind_ == PageKind::Ring && draft_.links.empty()) layout.connect = Connect::Arrows;
  }

  // ---- a pipeline down a tall page: steps are its left column, the way back its right one ----
  bool is_pipeline_down() const {
    return kind_ == PageKind::Pipeline && poster_.layout.columns == 1 &&
           poster_.page.height >= kTallPage * poster_.page.width;
  }
  void stand_beside() {
    const auto fits_beside = [](const DraftSection& section) {
      return section.place != SectionPlace::Flow ||
             (!section.title.empty() && em_width(section.title) <= kLongestBeside && section.sections.empty() &&
              (section.shows_number || !section.icon.empty()));
    };
    if (!std::all_of(draft_.sections.begin(), draft_.sections.end(), fits_beside)) return;
    for (Section& section : poster_.sections) {
      if (section.place == SectionPlace::Flow) section.header = HeaderKind::Side;
    }
    for (Link& link : poster_.links) {
      if (!is_way_back(link)) continue;
      link.shape = LinkShape::Block;
      // Its own colour tells it from the others.
      if (link.color) link.style = LineStyle::Solid;
    }
  }
  bool is_way_back(const Link& link) const {
    const auto at = [&](const std::string& id) {
      return std::find_if(poster_.sections.begin(), poster_.sections.end(),
                          [&](const Section& section) { return section.id == id; });
    };
    return at(link.to) + 1 < at(link.from);
  }
  // Latin letters are about half as wide as Han.
  static float em_width(View text) {
    float width = 0;
    for (const char32_t c : text) width += c < 0x2E80 ? 0.5f : 1;
    return width;
  }
  bool is_wide() const { return poster_.page.width > poster_.page.height * 1.2f; }

  static constexpr std::size_t npos = std::size_t(-1);
  Context& context_;
  Draft& draft_;
  PageKind kind_ = PageKind::Grid;
  Poster poster_;
  Budget budget_;
  SectionIds ids_;
};

}  // namespace

bool Budget::takes(View text) {
  const std::size_t bytes = 4 * text.size();
  if (bytes > 4096 || text_ + bytes > kMaxTextBytes / 2) return false;
  text_ += bytes;
  return true;
}

bool Budget::takes_parts(std::size_t count) {
  if (parts_ + count > kMaxParts) return false;
  parts_ += count;
  return true;
}

std::string document_text(View text) {
  const MarkedText marked = mark_formulas(text);
  return to_utf8(View(marked.text).substr(0, 2000));
}

Poster compose(Context& context) { return Composer(context).compose(); }

}  // namespace sixiang::brief
