#include <algorithm>
#include <map>

#include "brief/data_nodes.h"
#include "brief/data_tree.h"

namespace sixiang::brief {

namespace {

// Tags that mark words within a text.
constexpr View kInline[] = {U"b", U"i", U"u", U"em", U"strong", U"span", U"br"};

bool is_name(char32_t c) { return is_latin(c) || is_digit(c) || is_han(c) || View(U"_-.:").find(c) != View::npos; }
bool begins_name(char32_t c) { return is_latin(c) || is_han(c) || c == U'_'; }

bool is_singular_of(View item, View list) {
  return list == Text(item) + U"s" || list == Text(item) + U"es" || contains(list, U"list") || ends_with(list, U"列表");
}

// An element between its tags.
struct Element {
  Node node;
  Text text;
  bool has_attributes = false;
};

// Those of a table are lists of cells.
bool is_repeatable(const Node& node) {
  return node.kind == Node::Kind::Map || (node.kind == Node::Kind::List && member_of(node) == Member::TableRows);
}

// Elements of one name among others, each with members, are a list.
void gather_repeated(std::vector<Node>& children) {
  std::map<Text, std::size_t> counts;
  for (const Node& child : children) {
    if (is_repeatable(child)) ++counts[child.key];
  }
  std::map<Text, std::size_t> lists;  // where each stands among the new ones
  std::vector<Node> gathered;
  for (Node& child : children) {
    if (!is_repeatable(child) || counts[child.key] < 2) {
      gathered.push_back(std::move(child));
      continue;
    }
    const auto [list, is_new] = lists.emplace(child.key, gathered.size());
    if (is_new) gathered.push_back(Node{Node::Kind::List, child.key, {}, {}, child.line});
    gathered[list->second].children.push_back(std::move(child));
  }
  children = std::move(gathered);
}

Node finished(Element element) {
  Node node = std::move(element.node);
  const Text text = single_spaced(trimmed(element.text, U"\n"));
  if (node.children.empty()) {
    node.value = text;
    return node;
  }
  node.kind = Node::Kind::Map;
  const Text& first = node.children[0].key;
  const bool is_list =
      !element.has_attributes && text.empty() && (node.children.size() > 1 || is_singular_of(first, node.key)) &&
      std::all_of(node.children.begin(), node.children.end(), [&](const Node& child) { return child.key == first; });
  if (is_list) {
    node.kind = Node::Kind::List;
  } else {
    gather_repeated(node.children);
  }
  if (text.empty()) return node;
  Node between;
  between.value = text;
  between.line = node.line;
  node.children.push_back(std::move(between));
  return node;
}

class TagReader {
 public:
  TagReader(View text, std::size_t begin, int line) : text_(text), at_(begin), line_(line) { open_.emplace_back(); }

  std::optional<Tree> read() {
    while (at_ < text_.size() && !is_broken_) {
      if (open_.size() == 1 && !continues()) break;
      step();
    }
    const std::size_t end = at_;
    while (open_.size() > 1) close();
    Node root = std::move(open_[0].node);
    if (root.children.size() == 1) root = Node(std::move(root.children[0]));
    if (is_broken_ || root.children.empty()) return std::nullopt;
    if (root.kind == Node::Kind::Scalar) {
      root.kind = Node::Kind::Map;
      gather_repeated(root.children);
    }
    return Tree{std::move(root), end};
  }

 private:
  void advance(std::size_t to) {
    to = std::min(to, text_.size());
    line_ += int(std::count(text_.begin() + std::ptrdiff_t(at_), text_.begin() + std::ptrdiff_t(to), U'\n'));
    at_ = to;
  }
  bool is_at(View sign) const { return text_.substr(at_, sign.size()) == sign; }
  void skip_past(View sign) {
    const std::size_t found = text_.find(sign, at_);
    advance(found == View::npos ? text_.size() : found + sign.size());
  }
  // Behind the last element: another tag.
  bool continues() {
    std::size_t at = at_;
    while (at < text_.size() && (is_blank(text_[at]) || text_[at] == U'\n')) ++at;
    if (at + 1 >= text_.size() || text_[at] != U'<') return false;
    const char32_t c = text_[at + 1];
    if (!begins_name(c) && c != U'!' && c != U'?' && c != U'/') return false;
    advance(at);
    return true;
  }

  void step() {
    if (is_at(U"<!--")) return skip_past(U"-->");
    if (is_at(U"<![CDATA[")) {
      const std::size_t begin = at_ + 9;
      skip_past(U"]]>");
      open_.back().text += text_.substr(begin, at_ >= begin + 3 ? at_ - begin - 3 : 0);
      return;
    }
    if (is_at(U"<?") || is_at(U"<!")) return skip_past(U">");
    if (is_at(U"</")) return end_tag();
    if (text_[at_] == U'<' && at_ + 1 < text_.size() && begins_name(text_[at_ + 1])) return start_tag();
    add_text();
  }

  void add_text() {
    const std::size_t end = std::min(text_.find(U'<', at_ + 1), text_.size());
    Text& text = open_.back().text;
    for (std::size_t i = at_; i < end; ++i) {
      if (text_[i] == U'&') {
        text += entity(i, end);
      } else {
        text += text_[i] == U'\n' ? U' ' : text_[i];
      }
    }
    advance(end);
  }
  // `i` is its last character afterwards.
  Text entity(std::size_t& i, std::size_t end) const {
    struct Entity {
      View name;
      char32_t sign;
    };
    static constexpr Entity kEntities[] = {{U"&lt;", U'<'},   {U"&gt;", U'>'},    {U"&amp;", U'&'},
                                           {U"&quot;", U'"'}, {U"&apos;", U'\''}, {U"&nbsp;", U' '}};
    for (const Entity& entity : kEntities) {
      if (i + entity.name.size() > end || text_.substr(i, entity.name.size()) != entity.name) continue;
      i += entity.name.size() - 1;
      return Text(1, entity.sign);
    }
    return Text(1, U'&');
  }

  View name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  void skip_blanks() {
    std::size_t to = at_;
    while (to < text_.size() && (is_blank(text_[to]) || text_[to] == U'\n')) ++to;
    advance(to);
  }

  void start_tag() {
    if (++nodes_ > kMaxNodes || open_.size() > std::size_t(kMaxDepth)) {
      is_broken_ = true;
      return;
    }
    Element element;
    element.node.line = line_;
    ++at_;
    element.node.key = Text(name());
    while (at_ < text_.size() && text_[at_] != U'>' && !is_at(U"/>")) {
      skip_blanks();
      if (at_ >= text_.size() || text_[at_] == U'>' || text_[at_] == U'<' || is_at(U"/>")) break;
      attribute(element);
    }
    const bool is_closed = is_at(U"/>");
    if (at_ < text_.size() && text_[at_] != U'<') advance(at_ + (is_closed ? 2 : 1));
    const Text low = folded(element.node.key);
    if (std::find(std::begin(kInline), std::end(kInline), View(low)) != std::end(kInline) && open_.size() > 1) {
      if (low == U"br") open_.back().text += U' ';
      return;
    }
    open_.push_back(std::move(element));
    if (is_closed) close();
  }
  void attribute(Element& element) {
    const View key = name();
    if (key.empty()) return advance(at_ + 1);
    Node node;
    node.key = Text(key);
    node.line = line_;
    skip_blanks();
    if (at_ < text_.size() && text_[at_] == U'=') {
      ++at_;
      skip_blanks();
      node.value = attribute_value();
    }
    ++nodes_;
    element.has_attributes = true;
    element.node.children.push_back(std::move(node));
  }
  Text attribute_value() {
    if (at_ >= text_.size()) return {};
    const char32_t quote = text_[at_];
    const bool is_quoted = quote == U'"' || quote == U'\'';
    const std::size_t begin = at_ + (is_quoted ? 1 : 0);
    const std::size_t end =
        std::min(is_quoted ? text_.find(quote, begin) : text_.find_first_of(U" \t\n>", begin), text_.size());
    Text value;
    for (std::size_t i = begin; i < end; ++i) {
      if (text_[i] == U'&') {
        value += entity(i, end);
      } else {
        value += text_[i];
      }
    }
    advance(end + (is_quoted ? 1 : 0));
    return Text(trimmed(value));
  }

  // Closes the elements that were left open within.
  void end_tag() {
    at_ += 2;
    const Text key(name());
    skip_past(U">");
    for (std::size_t i = open_.size(); i-- > 1;) {
      if (open_[i].node.key != key) continue;
      while (open_.size() > i) close();
      return;
    }
  }
  void close() {
    Node node = finished(std::move(open_.back()));
    open_.pop_back();
    open_.back().node.children.push_back(std::move(node));
  }

  View text_;
  std::size_t at_;
  int line_;
  std::vector<Element> open_;  // the first holds all
  std::size_t nodes_ = 0;
  bool is_broken_ = false;
};

}  // namespace

std::optional<Tree> parse_tags(View text, std::size_t begin, int line) { return TagReader(text, begin, line).read(); }

}  // namespace sixiang::brief
