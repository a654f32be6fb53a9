#include <algorithm>

#include "brief/data_tree.h"

namespace sixiang::brief {

namespace {

constexpr std::size_t kLongestKey = 40;

struct YamlLine {
  int number = 0;
  std::size_t indent = 0;
  View text;  // without blanks around it; empty: blank
};

bool is_item(View text) { return text == U"-" || begins_with(text, U"- "); }
bool is_hex(char32_t c) { return is_digit(c) || (c >= U'a' && c <= U'f'); }

// «#F5F0E8», which YAML would take for a comment and people do not.
bool is_color(View text) {
  std::size_t end = 1;
  while (end < text.size() && is_hex(folded(text[end]))) ++end;
  const bool goes_on = end < text.size() && !is_blank(text[end]) && View(U",]}").find(text[end]) == View::npos;
  return begins_with(text, U"#") && (end == 4 || end == 7 || end == 9) && !goes_on;
}

bool is_comment(View text) { return begins_with(text, U"#") && !is_color(text); }

View without_comment(View text) {
  if (is_comment(text)) return {};
  char32_t quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quote != 0) {
      if (text[i] == quote) quote = 0;
    } else if ((text[i] == U'"' || text[i] == U'\'') && (i == 0 || is_blank(text[i - 1]) || text[i - 1] == U'[')) {
      quote = text[i];
    } else if (text[i] == U'#' && i > 0 && is_blank(text[i - 1]) && !is_color(text.substr(i))) {
      return trimmed(text.substr(0, i));
    }
  }
  return text;
}

struct YamlField {
  Text key;
  View value;
};
// «key: value», «key:»; the full-width colon where one only wants it.
std::optional<YamlField> read_field(View text, bool takes_full_width) {
  if (text.empty() || View(U"[{|>-&*!%@`").find(text[0]) != View::npos) return std::nullopt;
  std::size_t colon = View::npos, begin = 0;
  if (text[0] == U'"' || text[0] == U'\'') {
    begin = text.find(text[0], 1);
    if (begin == View::npos) return std::nullopt;
  }
  for (std::size_t i = begin; i < text.size() && i < kLongestKey && colon == View::npos; ++i) {
    const bool ends = i + 1 == text.size() || is_blank(text[i + 1]);
    if ((text[i] == U':' && ends) || (takes_full_width && text[i] == U'：')) colon = i;
  }
  if (colon == View::npos || colon == 0) return std::nullopt;
  return YamlField{Text(trimmed(text.substr(0, colon), U"\"'")), trimmed(text.substr(colon + 1))};
}

class YamlReader {
 public:
  YamlReader(View text, int line, Strictness strictness) : is_strict_(strictness == Strictness::Strict) {
    for (std::size_t begin = 0; begin <= text.size(); ++line) {
      const std::size_t end = std::min(text.find(U'\n', begin), text.size());
      const View raw = text.substr(begin, end - begin);
      std::size_t indent = 0;
      while (indent < raw.size() && is_blank(raw[indent])) ++indent;
      lines_.push_back({line, indent, trimmed(raw)});
      begin = end + 1;
    }
  }

  std::optional<Node> read() {
    Node root;
    skip();
    if (at_ < lines_.size()) root = block(lines_[at_].indent, 0);
    skip();
    if (at_ < lines_.size()) is_broken_ = true;
    if (is_broken_ && is_strict_) return std::nullopt;
    if (root.kind == Node::Kind::Scalar || root.children.empty()) return std::nullopt;
    return root;
  }

 private:
  // To the next line that says something.
  void skip() {
    while (at_ < lines_.size()) {
      const View text = lines_[at_].text;
      if (!text.empty() && !is_comment(text) && text != U"---" && text != U"...") return;
      ++at_;
    }
  }
  bool has_line(std::size_t indent) {
    skip();
    return at_ < lines_.size() && lines_[at_].indent >= indent;
  }
  void pass_over() {
    is_broken_ = true;
    ++at_;
  }

  Node block(std::size_t indent, int depth) {
    Node node;
    skip();
    if (at_ >= lines_.size()) return node;
    node.line = lines_[at_].number;
    if (depth > kMaxDepth || ++nodes_ > kMaxNodes) {
      is_broken_ = true;
      at_ = lines_.size();
    } else if (is_item(lines_[at_].text)) {
      list(node, indent, depth);
    } else {
      map(node, indent, depth);
    }
    return node;
  }

  void list(Node& node, std::size_t indent, int depth) {
    node.kind = Node::Kind::List;
    while (has_line(indent)) {
      YamlLine& line = lines_[at_];
      if (line.indent > indent) {
        pass_over();
        continue;
      }
      if (!is_item(line.text)) return;
      const View content = without_comment(trimmed(line.text.substr(1)));
      const std::size_t inner = indent + (line.text.size() - trimmed(line.text.substr(1)).size());
      if (content.empty()) {
        ++at_;
        if (has_line(indent + 1)) node.children.push_back(block(lines_[at_].indent, depth + 1));
      } else if (is_item(content) || read_field(content, false)) {
        line.indent = inner;
        line.text = content;
        node.children.push_back(block(inner, depth + 1));
      } else {
        node.children.push_back(value(content, indent, depth));
      }
    }
  }

  void map(Node& node, std::size_t indent, int depth) {
    node.kind = Node::Kind::Map;
    while (has_line(indent)) {
      const YamlLine& line = lines_[at_];
      const std::optional<YamlField> field = line.indent == indent ? read_field(line.text, true) : std::nullopt;
      if (line.indent == indent && is_item(line.text)) return;
      if (!field) {
        pass_over();
        continue;
      }
      const int number = line.number;
      Node member = member_of(without_comment(field->value), indent, depth);
      member.key = field->key;
      member.line = number;
      node.children.push_back(std::move(member));
    }
  }
  Node member_of(View text, std::size_t indent, int depth) {
    if (!text.empty()) return value(text, indent, depth);
    ++at_;
    const bool has_items = has_line(indent) && lines_[at_].indent == indent && is_item(lines_[at_].text);
    if (has_items || has_line(indent + 1)) return block(lines_[at_].indent, depth + 1);
    return {};
  }

  // What stands behind a key or a dash of the current line, and the lines that go on with it.
  Node value(View text, std::size_t indent, int depth) {
    Node node;
    node.line = lines_[at_].number;
    if (++nodes_ > kMaxNodes) is_broken_ = true;
    ++at_;
    if (text[0] == U'|' || text[0] == U'>') {
      node.value = block_text(indent, text[0] == U'|' ? U'\n' : U' ');
      return node;
    }
    Text whole(text);
    while (at_ < lines_.size() && lines_[at_].indent > indent && !lines_[at_].text.empty() &&
           !is_comment(lines_[at_].text) && !is_item(lines_[at_].text) && goes_on(whole, lines_[at_].text)) {
      whole += U' ' + Text(without_comment(lines_[at_++].text));
    }
    const bool is_flow = whole[0] == U'[' || whole[0] == U'{';
    if (std::optional<Tree> tree = is_flow && depth < kMaxDepth ? parse_json(whole, 0, node.line) : std::nullopt) {
      set_lines(tree->root, node.line);
      return std::move(tree->root);
    }
    node.value = unescaped(whole);
    return node;
  }
  static bool goes_on(View before, View text) {
    return before[0] == U'[' || before[0] == U'{' || before[0] == U'"' || !read_field(text, false);
  }
  static void set_lines(Node& node, int line) {
    node.line = line;
    for (Node& child : node.children) set_lines(child, line);
  }
  Text block_text(std::size_t indent, char32_t joint) {
    Text text;
    for (; at_ < lines_.size() && (lines_[at_].text.empty() || lines_[at_].indent > indent); ++at_) {
      if (!text.empty()) text += joint;
      text += lines_[at_].text;
    }
    return Text(trimmed(text, U"\n"));
  }
  static Text unescaped(View text) {
    const char32_t quote = text[0];
    if (text.size() < 2 || (quote != U'"' && quote != U'\'') || text.back() != quote)
      return text == U"null" || text == U"~" ? Text() : Text(text);
    const View inner = text.substr(1, text.size() - 2);
    if (quote == U'\'') return replaced(inner, U"''", U"'");
    return replaced(replaced(replaced(inner, U"\\n", U"\n"), U"\\\"", U"\""), U"\\\\", U"\\");
  }

  std::vector<YamlLine> lines_;
  std::size_t at_ = 0, nodes_ = 0;
  bool is_strict_, is_broken_ = false;
};

}  // namespace

std::optional<Node> parse_yaml(View text, int line, Strictness strictness) {
  return YamlReader(text, line, strictness).read();
}

}  // namespace sixiang::brief
