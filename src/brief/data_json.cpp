#include "brief/data_tree.h"

namespace sixiang::brief {

namespace {

constexpr View kOpeningQuotes = U"\"'“‘", kClosingQuotes = U"\"'”’";

// Also [a, b] and {a: b} of YAML: words need no quotes.
class JsonReader {
 public:
  JsonReader(View text, std::size_t begin, int line) : text_(text), at_(begin), line_(line) {}

  std::optional<Tree> read() {
    Tree tree;
    tree.root = value(0);
    tree.end = at_;
    if (tree.root.kind == Node::Kind::Scalar || tree.root.children.empty() || is_broken_) return std::nullopt;
    return tree;
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  char32_t next() const { return at_end() ? U'\0' : plain(text_[at_]); }
  void advance() {
    if (text_[at_] == U'\n') ++line_;
    ++at_;
  }
  void skip_line() {
    while (!at_end() && text_[at_] != U'\n') ++at_;
  }
  // Blanks and comments.
  void skip_space() {
    while (!at_end()) {
      const View rest = text_.substr(at_, 2);
      if (is_blank(text_[at_]) || text_[at_] == U'\n') {
        advance();
      } else if (rest == U"//" || text_[at_] == U'#') {
        skip_line();
      } else if (rest == U"/*") {
        const std::size_t end = std::min(text_.find(U"*/", at_), text_.size());
        while (at_ < end) advance();
        at_ = std::min(at_ + 2, text_.size());
      } else {
        return;
      }
    }
  }

  Node value(int depth) {
    Node node;
    skip_space();
    node.line = line_;
    if (depth > kMaxDepth || ++nodes_ > kMaxNodes) {
      is_broken_ = true;
      at_ = text_.size();
    } else if (next() == U'{') {
      node.kind = Node::Kind::Map;
      members(node, depth);
    } else if (next() == U'[') {
      node.kind = Node::Kind::List;
      items(node, depth);
    } else {
      node.value = scalar(U",]}\n");
    }
    return node;
  }

  void members(Node& map, int depth) {
    ++at_;
    while (true) {
      skip_space();
      if (at_end()) return;
      const char32_t c = next();
      if (c == U'}') return void(++at_);
      if (c == U']') return;  // of the list around it
      if (c == U',' || c == U':') {
        ++at_;
        continue;
      }
      const int line = line_;
      const Text key = scalar(U":,}\n");
      skip_space();
      if (next() != U':') continue;
      ++at_;
      Node member = value(depth + 1);
      member.key = key;
      member.line = line;
      map.children.push_back(std::move(member));
    }
  }

  void items(Node& list, int depth) {
    ++at_;
    while (true) {
      skip_space();
      if (at_end()) return;
      const char32_t c = next();
      if (c == U']') return void(++at_);
      if (c == U'}') return;
      if (c == U',' || c == U':') {
        ++at_;
        continue;
      }
      list.children.push_back(value(depth + 1));
    }
  }

  // In quotes, or up to one of `stops`.
  Text scalar(View stops) {
    const std::size_t quote = at_end() ? View::npos : kOpeningQuotes.find(text_[at_]);
    if (quote != View::npos) return quoted(kClosingQuotes[quote]);
    const std::size_t begin = at_;
    while (!at_end() && stops.find(plain(text_[at_])) == View::npos) ++at_;
    if (at_ == begin && !at_end() && next() != U']' && next() != U'}') advance();
    const Text word(trimmed(text_.substr(begin, at_ - begin)));
    return word == U"null" || word == U"~" ? Text() : word;
  }

  Text quoted(char32_t close) {
    Text text;
    for (++at_; !at_end() && text_[at_] != close; ++at_) {
      if (text_[at_] == U'\n') return text;  // it was left open
      if (text_[at_] == U'\\' && at_ + 1 < text_.size()) {
        ++at_;
        text += escaped();
      } else {
        text += text_[at_];
      }
    }
    if (!at_end()) ++at_;
    return Text(trimmed(text));
  }
  char32_t escaped() {
    switch (text_[at_]) {
      case U'n':
      case U'r':
        return U'\n';
      case U't':
      case U'b':
      case U'f':
        return U' ';
      case U'u':
        return escaped_unit();
      default:
        return text_[at_];
    }
  }
  // Its last digit is the current character afterwards.
  char32_t escaped_unit() {
    const std::optional<char32_t> high = hex4(at_ + 1);
    if (!high) return U'u';
    at_ += 4;
    const bool is_pair = *high >= 0xD800 && *high < 0xDC00 && text_.substr(at_ + 1, 2) == U"\\u";
    const std::optional<char32_t> low = is_pair ? hex4(at_ + 3) : std::nullopt;
    if (low && *low >= 0xDC00 && *low < 0xE000) {
      at_ += 6;
      return 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00);
    }
    return *high == 0 || (*high >= 0xD800 && *high < 0xE000) ? char32_t(0xFFFD) : *high;
  }
  std::optional<char32_t> hex4(std::size_t begin) const {
    char32_t unit = 0;
    for (std::size_t i = begin; i < begin + 4; ++i) {
      const char32_t c = i < text_.size() ? folded(text_[i]) : U' ';
      if (!is_digit(c) && !(c >= U'a' && c <= U'f')) return std::nullopt;
      unit = 16 * unit + (is_digit(c) ? c - U'0' : c - U'a' + 10);
    }
    return unit;
  }

  View text_;
  std::size_t at_;
  int line_;
  std::size_t nodes_ = 0;
  bool is_broken_ = false;
};

}  // namespace

std::optional<Tree> parse_json(View text, std::size_t begin, int line) { return JsonReader(text, begin, line).read(); }

}  // namespace sixiang::brief
