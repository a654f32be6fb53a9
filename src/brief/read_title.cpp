#include <algorithm>

#include "brief/find_heads.h"
#include "brief/free_words.h"
#include "brief/icons.h"
#include "brief/quotes.h"
#include "brief/readers.h"

namespace sixiang::brief {

namespace {

class TitleReader {
 public:
  explicit TitleReader(Context& context) : context_(context), draft_(context.draft) {}

  // What the layout asks for, what the title zone says, a key, the heading; the longest that holds another.
  void read() {
    std::vector<Text> candidates;
    for (const Block* block : blocks_of(context_.document, Topic::Layout)) {
      for (const Said& said : said_in(*block)) add_titles(candidates, said.text);
    }
    if (!draft_.title.empty()) candidates.push_back(draft_.title);
    if (!draft_.emphasis.empty()) candidates.push_back(draft_.emphasis);
    for (const Block* block : blocks_of(context_.document, Topic::Title)) {
      if (block->line < context_.document.template_end || context_.document.is_structured) continue;
      context_.report.read(block->line, "title");
      for (const Said& said : said_in(*block)) {
        candidates.push_back(unquoted(said.text));
        context_.report.read(said.line, "title");
      }
    }
    for (const Block* block : blocks_of(context_.document, Topic::Subtitle)) {
      if (context_.document.is_structured) continue;
      context_.report.read(block->line, "subtitle");
      for (const Said& said : said_in(*block)) {
        draft_.subtitle = unquoted(said.text);
        context_.report.read(said.line, "subtitle");
      }
    }
    if (const Text asked = asked_title(); candidates.empty() && !asked.empty()) candidates.push_back(asked);
    const Text heading = heading_title();
    if (candidates.empty() && !heading.empty()) candidates.push_back(heading);
    if (candidates.empty()) return;
    draft_.title = candidates[0];
    for (const Text& candidate : candidates) {
      if (candidate.size() > draft_.title.size() && contains(candidate, draft_.title)) draft_.title = candidate;
    }
    for (const Text& candidate : candidates) {
      if (candidate != draft_.title && contains(draft_.title, candidate)) draft_.emphasis = candidate;
    }
    if (draft_.emphasis == draft_.title) draft_.emphasis.clear();
  }

 private:
  static void add_titles(std::vector<Text>& candidates, View text) {
    const Text low = folded(text);
    for (const View word : {U"title", U"标题", U"题为", U"题目"}) {
      const std::size_t reach = word.size() + 4;
      for (std::size_t at = low.find(word); at != Text::npos;) {
        const std::optional<Quote> quote = first_quote(text, at);
        if (!quote) break;  // nor behind any other
        const std::size_t begin = quote->outer.begin;
        if (begin <= at + reach) candidates.push_back(Text(slice(text, quote->inner)));
        at = low.find(word, std::max(at + word.size(), begin > reach ? begin - reach : 0));
      }
    }
  }

  // The first heading, else the last line before the first key, without « - Process Flow».
  Text heading_title() {
    for (const Block& block : context_.document.blocks) {
      if (block.level == 1 && !block.head && !block.topic && block.line >= context_.document.template_end) {
        context_.report.read(block.line, "title");
        for (const Line& line : block.lines) read_before(line);
        return without_tail(block.key);
      }
    }
    const std::vector<Line>& before = context_.document.before;
    for (const Line& line : before) {
      if (title_without_tail(line.text) != View::npos) {
        context_.report.read(line.number, "title");
        return without_tail(line.text);
      }
    }
    if (before.empty()) return {};
    const auto told = std::find_if_not(before.rbegin(), before.rend(), [](const Line& line) {
      return is_instruction(line.text) || asks_for_icons(line.text);
    });
    const Line& title = told == before.rend() ? before.back() : *told;
    context_.report.read(title.number, "title");
    return without_tail(title.text);
  }
  // «Create a portrait infographic titled “…”.», «画一张海报《…》».
  Text asked_title() {
    for (const Line& line : context_.document.before) {
      std::vector<Text> found;
      add_titles(found, line.text);
      const bool may_name = found.empty() && speaks_of_poster(line.text);
      if (const auto named = may_name ? first_named(line.text) : std::nullopt) found.push_back(*named);
      if (found.empty()) continue;
      context_.report.read(line.number, "title");
      return found[0];
    }
    return {};
  }
  // A line between the title and the first key: what kind of page it is to be.
  void read_before(const Line& line) {
    if (speaks_of_page(line.text)) return;
    if (line.marker == Marker::None && !draft_.subtitle.size() && has_han(line.text) && line.text.size() <= 40 &&
        !context_.document.is_structured) {
      draft_.subtitle = line.text;
      context_.report.read(line.number, "subtitle");
    }
  }
  static Text without_tail(View text) { return Text(trimmed(text.substr(0, title_without_tail(text)))); }

  Context& context_;
  Draft& draft_;
};

}  // namespace

void read_title(Context& context) { TitleReader(context).read(); }

}  // namespace sixiang::brief
