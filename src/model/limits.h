// What a document may hold at most; how many items a list may have, and how large a number may be, stands with the
// field in its describe(). The same figures stand in specs/limits.md and, where a schema can say it, in
// specs/poster.schema.json.
#pragma once

#include <cstddef>

namespace sixiang {

// Checked on the text, before a tree is built of it.
inline constexpr std::size_t kMaxDocumentBytes = 2u << 20;
inline constexpr int kMaxNesting = 64;
inline constexpr int kMaxValues = 20'000;
inline constexpr std::size_t kMaxStringBytes = 64u << 10;
inline constexpr std::size_t kMaxTextBytes = 128u << 10;  // all texts together, keys apart

// Counted when all of it is there.
inline constexpr std::size_t kMaxParts = 1024;  // items of all lists in all diagrams together

inline constexpr std::size_t kMaxIconsInTexts = 1024;

inline constexpr std::size_t kMaxSections = 64;  // those within others too

// Ids of sections, nodes and faces; names of icons.
inline constexpr std::size_t kMaxIdBytes = 64;

// Numbers: both ends belong to the range.
struct NumberRange {
  double least = 0, most = 0;
};
inline constexpr NumberRange kCharacterIndex{0, 65'536};

// How many errors of one document are reported.
inline constexpr std::size_t kMaxErrors = 20;

}  // namespace sixiang
