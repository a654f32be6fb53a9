#include "font/math_table.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace sixiang {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t kConstantCount = std::size_t(MathConstant::RadicalDegreeBottomRaisePercent) + 1;
// Reading stops at these counts; the largest mathematical fonts stay far below them.
constexpr std::size_t kMaxRecords = 20000, kMaxVariants = 64, kMaxParts = 16;

// Big-endian numbers out of a slice of the file. A read outside gives 0 and marks the reader as failed for good.
class Reader {
 public:
  Reader(Bytes bytes, bool* failed) : bytes_(bytes), failed_(failed) {}

  std::uint16_t u16(std::size_t at) const {
    if (at + 2 > bytes_.size()) return fail();
    return std::uint16_t(bytes_[at] << 8 | bytes_[at + 1]);
  }
  std::int16_t i16(std::size_t at) const { return std::int16_t(u16(at)); }
  std::uint32_t u32(std::size_t at) const { return std::uint32_t(u16(at)) << 16 | u16(at + 2); }

  Reader from(std::size_t offset) const {
    if (offset > bytes_.size()) {
      fail();
      return Reader({}, failed_);
    }
    return Reader(bytes_.subspan(offset), failed_);
  }
  // The table that an Offset16 at `at` points to; an empty reader for the null offset.
  Reader table(std::size_t at) const {
    const std::uint16_t offset = u16(at);
    return offset == 0 ? Reader({}, failed_) : from(offset);
  }
  bool empty() const { return bytes_.empty(); }
  bool failed() const { return *failed_; }

 private:
  std::uint16_t fail() const {
    *failed_ = true;
    return 0;
  }
  Bytes bytes_;
  bool* failed_;
};

// OpenType “Coverage Table”: the glyphs that the records of a table belong to, in their order.
std::vector<std::uint16_t> read_coverage(const Reader& table) {
  std::vector<std::uint16_t> glyphs;
  if (table.empty()) return glyphs;
  const std::uint16_t format = table.u16(0), count = table.u16(2);
  if (format == 1) {
    for (std::size_t i = 0; i < count && !table.failed(); ++i) glyphs.push_back(table.u16(4 + 2 * i));
  } else if (format == 2) {
    for (std::size_t i = 0; i < count && !table.failed(); ++i) {
      const std::uint16_t first = table.u16(4 + 6 * i), last = table.u16(6 + 6 * i);
      for (std::uint32_t glyph = first; glyph <= last && glyphs.size() < kMaxRecords; ++glyph) {
        glyphs.push_back(std::uint16_t(glyph));
      }
    }
  }
  return glyphs;
}

// Offset of the table `tag` in the font file, 0 if absent.
std::size_t find_table(const Reader& file, std::uint32_t tag) {
  const std::uint16_t count = file.u16(4);
  for (std::size_t i = 0; i < count && !file.failed(); ++i) {
    if (file.u32(12 + 16 * i) == tag) return file.u32(12 + 16 * i + 8);
  }
  return 0;
}

constexpr std::uint32_t tag(const char (&name)[5]) {
  return std::uint32_t(name[0]) << 24 | std::uint32_t(name[1]) << 16 | std::uint32_t(name[2]) << 8 |
         std::uint32_t(name[3]);
}

// MathConstants: two percentages, two plain heights, 51 MathValueRecords (value, device offset), one percentage.
std::vector<float> read_constants(const Reader& table, float em) {
  std::vector<float> constants(kConstantCount);
  const std::size_t last = kConstantCount - 1;
  for (std::size_t i = 0; i < 2; ++i) constants[i] = float(table.i16(2 * i)) / 100.0f;
  for (std::size_t i = 2; i < 4; ++i) constants[i] = float(table.u16(2 * i)) / em;
  for (std::size_t i = 4; i < last; ++i) constants[i] = float(table.i16(8 + 4 * (i - 4))) / em;
  constants[last] = float(table.i16(8 + 4 * (last - 4))) / 100.0f;
  return constants;
}

// MathItalicsCorrectionInfo and MathTopAccentAttachment share one shape.
template <class Entry>
std::vector<Entry> read_values(const Reader& table, float em) {
  std::vector<Entry> entries;
  if (table.empty()) return entries;
  const std::vector<std::uint16_t> glyphs = read_coverage(table.table(0));
  const std::size_t count = std::min<std::size_t>(table.u16(2), glyphs.size());
  for (std::size_t i = 0; i < count && !table.failed(); ++i) {
    entries.push_back({glyphs[i], float(table.i16(4 + 4 * i)) / em});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.glyph < b.glyph; });
  return entries;
}

GlyphConstruction read_construction(const Reader& table, float em) {
  GlyphConstruction construction;
  const std::size_t variants = std::min<std::size_t>(table.u16(2), kMaxVariants);
  for (std::size_t i = 0; i < variants && !table.failed(); ++i) {
    construction.variants.push_back({table.u16(4 + 4 * i), float(table.u16(6 + 4 * i)) / em});
  }
  const Reader assembly = table.table(0);
  if (assembly.empty()) return construction;
  construction.assembly_italics_correction = float(assembly.i16(0)) / em;
  const std::size_t parts = std::min<std::size_t>(assembly.u16(4), kMaxParts);
  for (std::size_t i = 0; i < parts && !table.failed(); ++i) {
    const Reader record = assembly.from(6 + 10 * i);
    GlyphPart part;
    part.glyph = record.u16(0);
    part.start_connector = float(record.u16(2)) / em;
    part.end_connector = float(record.u16(4)) / em;
    part.full_advance = float(record.u16(6)) / em;
    part.extender = (record.u16(8) & 1) != 0;
    construction.parts.push_back(part);
  }
  return construction;
}

template <class Entry>
std::vector<Entry> read_constructions(const Reader& variants, const Reader& coverage, std::size_t first_offset,
                                      std::size_t count, float em) {
  std::vector<Entry> entries;
  const std::vector<std::uint16_t> glyphs = read_coverage(coverage);
  for (std::size_t i = 0; i < std::min(count, glyphs.size()) && !variants.failed(); ++i) {
    const Reader table = variants.table(first_offset + 2 * i);
    if (!table.empty()) entries.push_back({glyphs[i], read_construction(table, em)});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.glyph < b.glyph; });
  return entries;
}

template <class Entry>
const Entry* find(const std::vector<Entry>& entries, std::uint16_t glyph) {
  const auto at = std::lower_bound(entries.begin(), entries.end(), glyph,
                                   [](const Entry& entry, std::uint16_t wanted) { return entry.glyph < wanted; });
  return at != entries.end() && at->glyph == glyph ? &*at : nullptr;
}

Error damaged() { return {"", {"The font's MATH table is damaged.", "字体的 MATH 表已损坏。"}}; }

}  // namespace

Result<MathTable> MathTable::parse(std::span<const std::uint8_t> font_file) {
  bool failed = false;
  const Reader file(font_file, &failed);
  const std::size_t head = find_table(file, tag("head")), math = find_table(file, tag("MATH"));
  if (failed) return damaged();
  if (head == 0 || math == 0) return Error{"", {"The font has no MATH table.", "字体没有 MATH 表。"}};
  const float em = float(file.from(head).u16(18));
  const Reader root = file.from(math);
  if (failed || em < 16 || root.u16(0) != 1) return damaged();

  MathTable table;
  const Reader constants = root.table(4), glyph_info = root.table(6), variants = root.table(8);
  if (constants.empty() || glyph_info.empty() || variants.empty()) return damaged();
  table.constants_ = read_constants(constants, em);
  table.italics_ = read_values<Entry>(glyph_info.table(0), em);
  table.top_accents_ = read_values<Entry>(glyph_info.table(2), em);

  const std::size_t vertical = variants.u16(6), horizontal = variants.u16(8);
  table.vertical_ = read_constructions<ConstructionEntry>(variants, variants.table(2), 10, vertical, em);
  table.horizontal_ =
      read_constructions<ConstructionEntry>(variants, variants.table(4), 10 + 2 * vertical, horizontal, em);
  if (failed) return damaged();
  return table;
}

float MathTable::constant(MathConstant which) const { return constants_[std::size_t(which)]; }

float MathTable::italics_correction(std::uint16_t glyph) const {
  const Entry* entry = find(italics_, glyph);
  return entry ? entry->value : 0.0f;
}

std::optional<float> MathTable::top_accent(std::uint16_t glyph) const {
  const Entry* entry = find(top_accents_, glyph);
  return entry ? std::optional<float>(entry->value) : std::nullopt;
}

const GlyphConstruction* MathTable::construction(std::uint16_t glyph, StretchDirection direction) const {
  const ConstructionEntry* entry = find(direction == StretchDirection::Vertical ? vertical_ : horizontal_, glyph);
  return entry ? &entry->construction : nullptr;
}

}  // namespace sixiang
