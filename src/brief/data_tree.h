// A brief written as data, JSON, YAML or tags, as one tree. Its readers take what people and models write: commas too
// many, comments, missing ends. Linear in the text, nested at most kMaxDepth deep. Inside brief/ only.
#pragma once

#include <optional>
#include <vector>

#include "brief/text.h"

namespace sixiang::brief {

inline constexpr int kMaxDepth = 32;
inline constexpr std::size_t kMaxNodes = 20'000;

struct Node {
  enum class Kind : std::uint8_t { Scalar, List, Map };
  Kind kind = Kind::Scalar;
  Text key;    // of a member; empty: an item, or the text between tags
  Text value;  // of a scalar, without blanks around it
  std::vector<Node> children;
  int line = 0;  // in the file
};

// What was read from `begin` on, and where it ends.
struct Tree {
  Node root;  // a map or a list
  std::size_t end = 0;
};

// `line` is that of `begin`. nullopt: there is no such data.
std::optional<Tree> parse_json(View text, std::size_t begin, int line);
std::optional<Tree> parse_tags(View text, std::size_t begin, int line);

// A part of YAML: maps and lists by indentation, quotes, `|` and `>`, [a, b], {a: b}. Strict: nullopt where a line is
// none of that, as in a text for people; otherwise such a line is passed over.
enum class Strictness : std::uint8_t { Strict, Tolerant };
std::optional<Node> parse_yaml(View text, int line, Strictness strictness);

}  // namespace sixiang::brief
