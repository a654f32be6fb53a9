// Icons that nobody named: where a brief asks for icons, or gives some of the cards or rows one, the others get theirs.
#include <algorithm>
#include <map>
#include <set>

#include "brief/blocks.h"
#include "brief/icon_words.h"
#include "brief/icons.h"
#include "brief/readers.h"

namespace sixiang::brief {

namespace {

// Fewer of the siblings than two in three: those without would look forgotten.
constexpr std::size_t kOf = 3, kWithIcon = 2;

struct Sibling {
  std::string* icon = nullptr;
  std::vector<Text> names;    // its title in one language and the other
  std::vector<Text> content;  // asked where the names lead to none
  bool has_sign = false;      // its title is drawn with arrows, in place of an icon
};

void append(IconNames& names, IconNames more) {
  for (std::string& name : more) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
}

IconNames fitting(const Sibling& sibling) {
  IconNames all;
  for (const Text& text : sibling.names) append(all, icons_fitting(text));
  if (!all.empty()) return all;
  for (const Text& text : sibling.content) append(all, icons_fitting_content(text));
  return all;
}

// Each its own as long as there is another that fits; those that have the least choice choose first.
void give_icons(const std::vector<Sibling>& siblings) {
  struct Choice {
    std::string* icon = nullptr;
    IconNames fits;
  };
  std::map<std::string, int> taken;
  std::vector<Choice> choices;
  std::size_t with_icon = 0;
  for (const Sibling& sibling : siblings) {
    if (sibling.has_sign || !sibling.icon->empty()) {
      ++with_icon;
      ++taken[*sibling.icon];
      continue;
    }
    IconNames fits = fitting(sibling);
    if (!fits.empty()) choices.push_back({sibling.icon, std::move(fits)});
  }
  if ((with_icon + choices.size()) * kOf < siblings.size() * kWithIcon) return;
  std::stable_sort(choices.begin(), choices.end(),
                   [](const Choice& a, const Choice& b) { return a.fits.size() < b.fits.size(); });
  for (const Choice& choice : choices) {
    const auto least =
        std::min_element(choice.fits.begin(), choice.fits.end(),
                         [&taken](const std::string& a, const std::string& b) { return taken[a] < taken[b]; });
    // Of one picture a pair may be, more tell nothing apart.
    if (taken[*least] > 1) continue;
    *choice.icon = *least;
    ++taken[*least];
  }
}

Text lead_of(const DraftLabel& label) {
  const std::optional<Field> field = read_field(label.text);
  return field ? field->key : Text();
}

bool has_arrow_sign(View title) { return title.find_first_of(U"↑↓") != View::npos; }

// A star is said of one of them alone.
bool has_own_icon(const DraftSection& section) { return !section.icon.empty() && section.icon != "star"; }

bool has_any_icon(const std::vector<DraftSection*>& sections) {
  return std::any_of(sections.begin(), sections.end(),
                     [](const DraftSection* section) { return has_own_icon(*section); });
}

void give_sections_icons(const std::vector<DraftSection*>& sections) {
  if (sections.size() < 2) return;
  std::vector<Sibling> siblings;
  for (DraftSection* section : sections) {
    Sibling sibling;
    sibling.icon = &section->icon;
    sibling.names = {section->title, section->subtitle};
    for (const DraftLabel& label : section->labels) sibling.content.push_back(label.text);
    sibling.has_sign = has_arrow_sign(section->title);
    siblings.push_back(std::move(sibling));
  }
  give_icons(siblings);
}

// ---- rows ----

bool is_row(const DraftLabel& label) {
  return label.role == LabelRole::Text && label.bullet == Bullet::Dot && !label.is_code;
}

// «纹理绘制 (PBR)» and «纹理绘制».
Text bare(View lead) {
  Text low = folded(lead);
  low = Text(trimmed(View(low).substr(0, low.find(U'('))));
  low.erase(std::remove_if(low.begin(), low.end(), is_blank), low.end());
  return low;
}

// 绑定 is 骨骼绑定, 动画 is 基础动画.
bool is_same_thing(View lead, View other) {
  const View shorter = lead.size() < other.size() ? lead : other;
  return lead == other || (shorter.size() >= 2 && has_han(shorter) && (contains(lead, other) || contains(other, lead)));
}

bool is_total(View lead) {
  constexpr View kTotals[] = {U"总计", U"合计", U"总共", U"总和", U"共计", U"小计", U"total", U"sum"};
  return std::find(std::begin(kTotals), std::end(kTotals), lead) != std::end(kTotals);
}

void share_row_icons(const std::vector<DraftSection*>& sections) {
  struct Named {
    const DraftSection* section = nullptr;
    Text lead;
    std::string icon;
  };
  std::vector<Named> named;
  for (const DraftSection* section : sections) {
    for (const DraftLabel& label : section->labels) {
      if (!label.icon.empty()) named.push_back({section, bare(lead_of(label)), label.icon});
    }
  }
  for (DraftSection* section : sections) {
    // Where both lists have icons these show what stands behind the leads, which is not the same.
    const bool has_own =
        std::any_of(named.begin(), named.end(), [section](const Named& each) { return each.section == section; });
    if (has_own) continue;
    for (DraftLabel& label : section->labels) {
      const Text lead = bare(lead_of(label));
      if (!is_row(label) || !label.icon.empty() || lead.empty()) continue;
      const auto same = std::find_if(named.begin(), named.end(), [&](const Named& each) {
        return !each.lead.empty() && is_same_thing(lead, each.lead);
      });
      if (same != named.end()) label.icon = same->icon;
    }
  }
}

void give_rows_icons(DraftSection& section) {
  std::vector<Sibling> rows;
  bool has_any = false;
  for (DraftLabel& label : section.labels) {
    const Text lead = lead_of(label);
    if (!is_row(label) || is_total(bare(lead))) continue;
    has_any |= !label.icon.empty();
    Sibling row;
    row.icon = &label.icon;
    row.names = {lead.empty() ? label.text : lead};
    rows.push_back(std::move(row));
  }
  if (has_any) give_icons(rows);
}

std::vector<DraftSection*> in_flow(std::vector<DraftSection>& sections) {
  std::vector<DraftSection*> flow;
  for (DraftSection& section : sections) {
    if (section.place == SectionPlace::Flow && !section.title.empty()) flow.push_back(&section);
  }
  return flow;
}

// ---- the bar at the foot ----

// «数据来自…», «仅作科普»: said of the poster.
bool is_footnote(View text) {
  constexpr View kBeginnings[] = {U"数据来自", U"数据来源", U"数据:", U"来源",   U"出处",  U"注",   U"仅作", U"仅供",
                                  U"作者",     U"©",        U"@",     U"source", U"data:", U"note", U"by "};
  return begins_with_any(plain(text), kBeginnings) || begins_with_any(folded(text), kBeginnings);
}

// What the poster comes to: a bulb, or what its lead says.
void give_bar_icon(DraftSection& bar, const std::vector<DraftSection*>& flow) {
  const bool is_insight = bar.place == SectionPlace::Bottom && bar.title.empty() && bar.icon.empty() &&
                          bar.diagrams.empty() && bar.labels.size() == 1 && !is_footnote(bar.labels[0].text);
  if (!is_insight) return;
  IconNames fits = icons_fitting(lead_of(bar.labels[0]));
  fits.emplace_back("lightbulb");
  const auto is_free = [&flow](const std::string& name) {
    return std::none_of(flow.begin(), flow.end(), [&name](const DraftSection* other) { return other->icon == name; });
  };
  const auto free = std::find_if(fits.begin(), fits.end(), is_free);
  if (free != fits.end()) bar.icon = *free;
}

// Whether so many of them have one that a bar without would look forgotten.
bool have_icons(const std::vector<DraftSection*>& flow) {
  const auto count =
      std::count_if(flow.begin(), flow.end(), [](const DraftSection* section) { return has_own_icon(*section); });
  return count > 1 && std::size_t(count) * kOf >= flow.size() * kWithIcon;
}

// Lines that say how the poster is drawn, none of what is on it.
bool asks_anywhere(const Context& context, const std::vector<Line>& lines) {
  std::set<int> printed;
  for (const DraftSection& section : context.draft.sections) {
    printed.insert(section.line);
    for (const DraftLabel& label : section.labels) printed.insert(label.line);
  }
  return std::any_of(lines.begin(), lines.end(), [&printed](const Line& line) {
    return !printed.contains(line.number) && asks_for_icons(line.text);
  });
}

}  // namespace

void give_siblings_icons(Context& context, const std::vector<Line>& lines) {
  Draft& draft = context.draft;
  if (draft.kind == PageKind::Tree || draft.kind == PageKind::Table) return;
  const std::vector<DraftSection*> flow = in_flow(draft.sections);
  if (has_any_icon(flow) || asks_anywhere(context, lines)) give_sections_icons(flow);
  share_row_icons(flow);
  for (DraftSection* section : flow) {
    give_rows_icons(*section);
    const std::vector<DraftSection*> inner = in_flow(section->sections);
    if (has_any_icon(inner)) give_sections_icons(inner);
  }
  if (!have_icons(flow)) return;
  for (DraftSection& section : draft.sections) give_bar_icon(section, flow);
}

}  // namespace sixiang::brief
