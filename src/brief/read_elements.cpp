#include <algorithm>

#include "brief/color_words.h"
#include "brief/icons.h"
#include "brief/names.h"
#include "brief/quotes.h"
#include "brief/readers.h"

namespace sixiang::brief {

namespace {

// What a poster has anyway, or what says how it is drawn: no picture of something.
constexpr View kLookWords[] = {
    U"each",      U"every",      U"card",      U"cards",    U"layer",    U"layers",      U"arrow",
    U"arrows",    U"badge",      U"badges",    U"icon",     U"icons",    U"number",      U"numbers",
    U"row",       U"rows",       U"column",    U"columns",  U"bar",      U"bars",        U"banner",
    U"box",       U"boxes",      U"line",      U"lines",    U"outline",  U"outlines",    U"diamond",
    U"diamonds",  U"panel",      U"panels",    U"label",    U"labels",   U"corner",      U"timeline",
    U"node",      U"nodes",      U"divider",   U"header",   U"headers",  U"rounded",     U"percentage",
    U"color",     U"colors",     U"colour",    U"colours",  U"grid",     U"halves",      U"half",
    U"strip",     U"circle",     U"circles",   U"pipeline", U"tree",     U"flow",        U"axis",
    U"dots",      U"stars",      U"shapes",    U"text",     U"tags",     U"tag",         U"formula",
    U"formulas",  U"questions",  U"tests",     U"answers",  U"results",  U"gradient",    U"shadows",
    U"space",     U"title",      U"steps",     U"step",     U"stages",   U"section",     U"sections",
    U"quadrants", U"connectors", U"frames",    U"borders",  U"border",   U"hub",         U"spokes",
    U"ring",      U"table",      U"cells",     U"sparkles", U"accents",  U"decorations", U"typography",
    U"lettering", U"strokes",    U"vertices",  U"markers",  U"callouts", U"bubbles",     U"pill",
    U"pills",     U"ribbon",     U"underline", U"lane",     U"lanes",    U"tier",        U"tiers",
    U"levels",    U"level",      U"blocks",    U"block",    U"stacked",  U"vertically",  U"horizontally",
    U"arranged",  U"aligned",    U"centered",  U"side",
};
constexpr View kPrepositions[] = {
    U"of",     U"on",      U"in",    U"beside", U"behind", U"over",   U"under", U"along",   U"with", U"at",   U"from",
    U"to",     U"between", U"above", U"below",  U"per",    U"inside", U"sits",  U"sitting", U"fade", U"near", U"around",
    U"across", U"holding", U"as",    U"that",   U"for",    U"is",     U"are",   U"racing",  U"next", U"down"};
constexpr View kPictureWords[] = {U"doodle",     U"doodles",   U"backdrop", U"scene",  U"photo",
                                  U"silhouette", U"sketch of", U"涂鸦",     U"背景图", U"插画"};

bool is_in(View word, const View* begin, const View* end) { return std::find(begin, end, word) != end; }

// «A small globe over box 4»: the words before the first preposition.
std::vector<Text> subject_of(View text) {
  std::vector<Text> subject;
  for (Text& word : words_of(text)) {
    const bool is_verb = word.size() > 4 && ends_with(word, U"ing");  // «leaning against»
    if ((is_verb || is_in(word, std::begin(kPrepositions), std::end(kPrepositions))) && !subject.empty() &&
        word != U"can")
      break;
    subject.push_back(std::move(word));
  }
  return subject;
}

class ElementReader {
 public:
  explicit ElementReader(Context& context) : context_(context), names_(context.draft.sections) {
    for (std::size_t i = 0; i < context.draft.sections.size(); ++i) {
      if (context.draft.sections[i].place == SectionPlace::Flow) flow_.push_back(i);
    }
  }

  void read(const Block& block) {
    if (block.line < context_.document.template_end) return;
    what_ = block.topic == Topic::Elements ? "elements" : "style";
    if (block.value.empty()) context_.report.read(block.line, what_);
    for (const Said& said : sentences_in(block)) read_said(said, *block.topic);
    for (const Line& line : block.lines) {  // that go on with the one before
      if (!context_.report.is_read(line.number)) context_.report.read(line.number, what_);
    }
  }

 private:
  // What nothing came of is told as one: how a thing is drawn, the page's style says.
  void read_said(const Said& said, Topic topic) {
    const bool is_known = context_.report.is_read(said.line);
    const bool has_icons = (topic == Topic::Markers && (read_named_icon(said) || read_marker_list(said))) ||
                           read_icon_list(said.text, said.line) || (topic == Topic::Style && read_ground(said.text));
    bool is_any = is_known || has_icons || topic == Topic::Markers;
    if (topic == Topic::Elements) {
      const Text text = with_stops(said.text);
      for (const Extent sentence : split(text, U",，;；\n"))
        is_any |= read_element(trimmed(slice(View(text), sentence)), said.line);
    }
    const Text low = folded(said.text);
    const bool is_usual = is_boilerplate(said.text) || contains(low, U"macaron") || contains(low, U"马卡龙");
    if (is_any || is_usual) {
      context_.report.read(said.line, what_);
    } else {
      context_.report.leave_out(said.line, said.text, is_of_style());
    }
  }
  // «hand-drawn on cream paper (#FBF6EA background)».
  bool read_ground(View text) {
    const std::optional<SaidColor> color = find_color(text);
    const Text low = folded(text);
    const bool is_ground = contains(low, U"background") || contains(low, U"背景") || contains(low, U"底色");
    if (!is_ground || !color || !color->is_code || !color->color || context_.draft.background) return false;
    context_.draft.background = color->color;
    return true;
  }
  // A line for each sentence; the stops of numbers end none.
  static Text with_stops(View source) {
    Text text(source);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == U'.' && i + 1 < text.size() && is_blank(text[i + 1])) text[i + 1] = U'\n';
      if (text[i] == U'。' && i + 1 < text.size()) text[i] = U'\n';
    }
    return text;
  }

  // «节点一：种子».
  bool read_named_icon(const Said& said) {
    const std::optional<Field> field = read_field(said.text);
    const std::optional<std::size_t> at = field ? names_.find(field->key) : std::nullopt;
    if (!at) return false;
    DraftSection& section = context_.draft.sections[*at];
    section.icon = icon_named(field->value);
    if (section.icon.empty()) context_.report.leave_out(said.line, field->value, unknown_icon_name());
    return true;
  }
  // «magnet / cloud / target», «(1) wind, (2) hammer»: by their order, or by the numbers in front.
  bool read_marker_list(const Said& said) {
    const std::vector<Extent> parts = split(said.text, U",，/、;；");
    if (parts.size() != flow_.size() || parts.size() < 2) return false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      View words = slice(View(said.text), parts[i]);
      std::size_t at = flow_[i];
      const std::size_t begin = words.find_first_not_of(U"(（#");
      std::size_t end = begin;
      while (end < words.size() && is_digit(plain(words[end]))) ++end;
      if (begin != View::npos && end > begin) {
        if (const std::optional<std::size_t> named = names_.find(words.substr(begin, end - begin))) at = *named;
        words = trimmed(words.substr(end), U")）.、:：= -");
      }
      DraftSection& section = context_.draft.sections[at];
      if (section.icon.empty()) section.icon = icon_named(words);
      if (section.icon.empty()) context_.report.leave_out(said.line, words, unknown_icon_name());
    }
    return true;
  }
  // «small icons per event (furnace, lamp, atom)»: as many as there are sections, or for the rows of the one that is
  // named behind: «operation icons (split/collapse/flip) in step 4».
  bool read_icon_list(View text, int line) {
    const Text low = folded(text);
    if (!contains(low, U"icon") && !contains(low, U"图标")) return false;
    for (std::size_t open = low.find(U'('); open != Text::npos; open = low.find(U'(', open + 1)) {
      const std::optional<std::size_t> end = closing(text, open);
      if (!end) return false;
      const View inner = text.substr(open + 1, *end - open - 1);
      const std::vector<Extent> parts = split(inner, U",，/、;；");
      std::vector<std::string*> icons;
      if (DraftSection* section = section_behind(low, *end + 1)) icons = row_icons(*section);
      if (icons.size() < parts.size() && parts.size() == flow_.size()) {
        icons.clear();
        for (const std::size_t at : flow_) icons.push_back(&context_.draft.sections[at].icon);
      }
      if (parts.size() < 2 || parts.size() > icons.size()) continue;
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const View words = slice(inner, parts[i]);
        if (!icons[i]->empty()) continue;
        *icons[i] = icon_named(words);
        if (icons[i]->empty()) context_.report.leave_out(line, words, unknown_icon_name());
      }
      return true;
    }
    return false;
  }
  DraftSection* section_behind(View low, std::size_t begin) {
    const View rest = low.substr(std::min(begin, low.size()));
    const std::vector<std::size_t> found = names_.within(rest.substr(0, rest.find_first_of(U",;，；。")));
    return found.size() == 1 ? &context_.draft.sections[found[0]] : nullptr;
  }
  static std::vector<std::string*> row_icons(DraftSection& section) {
    std::vector<std::string*> icons;
    for (DraftLabel& label : section.labels) {
      if (label.role == LabelRole::Text) icons.push_back(&label.icon);
    }
    return icons;
  }

  // Whether something came of it, or it was told.
  bool read_element(View text, int line) {
    const Text low = folded(text);
    if (low.empty() || begins_with(low, U"no ") || contains(low, U"not ")) return false;
    const bool is_dashed = holds_word(low, U"dashed") || holds_word(low, U"dotted") || contains(low, U"虚线");
    if (is_dashed && (contains(low, U"arrow") || contains(low, U"箭头")) && dash_ways_back()) return true;
    const std::vector<Text> subject = subject_of(text);
    const bool is_drawn_badly = std::any_of(std::begin(kPictureWords), std::end(kPictureWords), [&low](View word) {
      return has_han(word) ? contains(low, word) : holds_word(low, word);
    });
    if (has_han(text) && !is_drawn_badly) return false;
    const bool is_look =
        std::any_of(subject.end() - std::ptrdiff_t(std::min<std::size_t>(subject.size(), 2)), subject.end(),
                    [](const Text& word) { return is_in(word, std::begin(kLookWords), std::end(kLookWords)); });
    if (is_look && !is_drawn_badly) return read_icon(text, low);
    Text words;
    for (const Text& word : subject) words += (words.empty() ? U"" : U" ") + word;
    const bool may_be_icon = !is_drawn_badly && subject.size() <= 3 && stands_somewhere(text, subject.size());
    if (may_be_icon && place_icon(words, low)) return true;
    context_.report.leave_out(line, text, is_picture());
    return true;
  }
  // «A small globe over box 4», behind the words of its subject; one that does something is a scene.
  static bool stands_somewhere(View text, std::size_t subject) {
    constexpr View kPlaces[] = {U"over", U"above", U"beside", U"on", U"in"};
    const std::vector<Text> words = words_of(text);
    return words.size() > subject && is_in(words[subject], std::begin(kPlaces), std::end(kPlaces));
  }
  bool dash_ways_back() {
    bool is_any = false;
    for (DraftLink& link : context_.draft.links) {
      if (link.to >= link.from) continue;
      link.style = LineStyle::Dashed;
      is_any = true;
    }
    return is_any;
  }
  // «seesaw icon behind the title», «gauge icon in step 5».
  bool read_icon(View text, View low) {
    const Text words = icon_phrase(text);
    return !words.empty() && place_icon(words, low);
  }
  bool place_icon(View words, View low) {
    const std::string icon = icon_named(words);
    if (icon.empty()) return false;
    if (holds_word(low, U"title") || contains(low, U"标题")) {
      if (context_.draft.title_icon.empty()) context_.draft.title_icon = icon;
      return true;
    }
    const std::vector<std::size_t> found = names_.within(trimmed(low, U".。"));
    if (found.size() == 1) {
      DraftSection& section = context_.draft.sections[found[0]];
      if (section.icon.empty()) section.icon = icon;
      return true;
    }
    if (!found.empty() || !is_for_title(low)) return false;
    if (context_.draft.title_icon.empty()) context_.draft.title_icon = icon;
    return true;
  }
  // «balance icon for the trade-off concept» of a poster whose title says so.
  bool is_for_title(View low) const {
    const std::optional<Extent> behind = find_word(low, U"for");
    if (!behind) return false;
    const Text title = folded(context_.draft.title);
    const std::vector<Text> words = words_of(low.substr(behind->end));
    return std::any_of(words.begin(), words.end(), [&title](const Text& word) {
      return word.size() > 3 && (has_han(word) ? contains(title, word) : holds_word(title, word));
    });
  }

  Context& context_;
  SectionNames names_;
  std::vector<std::size_t> flow_;
  std::string what_;
};

}  // namespace

void read_elements(Context& context) {
  for (const Topic topic : {Topic::Markers, Topic::Elements, Topic::Style}) {
    for (const Block* block : blocks_of(context.document, topic)) ElementReader(context).read(*block);
  }
}

}  // namespace sixiang::brief
