// What a document may hold at most. The same figures stand in specs/limits.md and, where a schema can say it, in
// specs/poster.schema.json.
#pragma once

#include <cstddef>

namespace sixiang {

// Checked on the text, before a tree is built of it.
inline constexpr std::size_t kMaxDocumentBytes = 2u << 20;
inline constexpr int kMaxNesting = 64;
inline constexpr int kMaxValues = 20'000;
inline constexpr std::size_t kMaxStringBytes = 64u << 10;

// Lists.
inline constexpr std::size_t kMaxSections = 32;
inline constexpr std::size_t kMaxLabels = 64;  // a section
inline constexpr std::size_t kMaxNodes = 64;   // a flow diagram
inline constexpr std::size_t kMaxArrows = 128;
inline constexpr std::size_t kMaxTiles = 64;  // a noise diagram
inline constexpr std::size_t kMaxSpans = 64;
inline constexpr std::size_t kMaxTokens = 64;  // a chain diagram
inline constexpr std::size_t kMaxCenterLines = 16;
inline constexpr std::size_t kMaxDecorations = 64;

// Ids of sections, nodes and faces.
inline constexpr std::size_t kMaxIdBytes = 64;

// Numbers: both ends belong to the range.
struct NumberRange {
  double least = 0, most = 0;
};
inline constexpr NumberRange kPageSide{64, 16'384};
inline constexpr NumberRange kGridPlace{-100, 100};
inline constexpr NumberRange kBend{-1, 1};
inline constexpr NumberRange kNoiseLevel{0, 1};
inline constexpr NumberRange kDots{1, 400};
inline constexpr NumberRange kSeed{0, 4'294'967'295.0};
inline constexpr NumberRange kCharacterIndex{0, 65'536};
inline constexpr NumberRange kTileIndex{0, double(kMaxTiles - 1)};

// How many errors of one document are reported.
inline constexpr std::size_t kMaxErrors = 20;

}  // namespace sixiang
