// The OpenType MATH table of the formula font: constants, italics corrections, top accents, variants and assemblies.
// Source: OpenType specification, “MATH — The Mathematical Typesetting Table”. All lengths in em, y up as in the font
// where a constant has a direction (shifts and heights are positive upwards by name).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"

namespace sixiang {

// In the table's own order.
enum class MathConstant : std::uint8_t {
  ScriptPercentScaleDown,
  ScriptScriptPercentScaleDown,
  DelimitedSubFormulaMinHeight,
  DisplayOperatorMinHeight,
  MathLeading,
  AxisHeight,
  AccentBaseHeight,
  FlattenedAccentBaseHeight,
  SubscriptShiftDown,
  SubscriptTopMax,
  SubscriptBaselineDropMin,
  SuperscriptShiftUp,
  SuperscriptShiftUpCramped,
  SuperscriptBottomMin,
  SuperscriptBaselineDropMax,
  SubSuperscriptGapMin,
  SuperscriptBottomMaxWithSubscript,
  SpaceAfterScript,
  UpperLimitGapMin,
  UpperLimitBaselineRiseMin,
  LowerLimitGapMin,
  LowerLimitBaselineDropMin,
  StackTopShiftUp,
  StackTopDisplayStyleShiftUp,
  StackBottomShiftDown,
  StackBottomDisplayStyleShiftDown,
  StackGapMin,
  StackDisplayStyleGapMin,
  StretchStackTopShiftUp,
  StretchStackBottomShiftDown,
  StretchStackGapAboveMin,
  StretchStackGapBelowMin,
  FractionNumeratorShiftUp,
  FractionNumeratorDisplayStyleShiftUp,
  FractionDenominatorShiftDown,
  FractionDenominatorDisplayStyleShiftDown,
  FractionNumeratorGapMin,
  FractionNumDisplayStyleGapMin,
  FractionRuleThickness,
  FractionDenominatorGapMin,
  FractionDenomDisplayStyleGapMin,
  SkewedFractionHorizontalGap,
  SkewedFractionVerticalGap,
  OverbarVerticalGap,
  OverbarRuleThickness,
  OverbarExtraAscender,
  UnderbarVerticalGap,
  UnderbarRuleThickness,
  UnderbarExtraDescender,
  RadicalVerticalGap,
  RadicalDisplayStyleVerticalGap,
  RadicalRuleThickness,
  RadicalExtraAscender,
  RadicalKernBeforeDegree,
  RadicalKernAfterDegree,
  RadicalDegreeBottomRaisePercent,
};

enum class StretchDirection : std::uint8_t { Vertical, Horizontal };

struct GlyphPart {
  std::uint16_t glyph = 0;
  float start_connector = 0, end_connector = 0, full_advance = 0;  // em
  bool extender = false;
};

struct GlyphVariant {
  std::uint16_t glyph = 0;
  float advance = 0;  // em, along the direction of growth
};

struct GlyphConstruction {
  std::vector<GlyphVariant> variants;  // ascending
  std::vector<GlyphPart> parts;        // bottom to top, or left to right; empty: no assembly
  float assembly_italics_correction = 0;
};

class MathTable {
 public:
  // `font_file`: the whole sfnt file. Every offset is checked; a damaged table is an error, never a wild read.
  static Result<MathTable> parse(std::span<const std::uint8_t> font_file);

  // Em; the percentages (ScriptPercentScaleDown, ScriptScriptPercentScaleDown, RadicalDegreeBottomRaisePercent) as
  // fractions.
  float constant(MathConstant which) const;
  float italics_correction(std::uint16_t glyph) const;         // 0 where the table has none
  std::optional<float> top_accent(std::uint16_t glyph) const;  // x of the attachment point
  const GlyphConstruction* construction(std::uint16_t glyph,
                                        StretchDirection direction) const;  // nullptr: does not grow

 private:
  MathTable() = default;
  struct Entry {
    std::uint16_t glyph;
    float value;
  };
  struct ConstructionEntry {
    std::uint16_t glyph;
    GlyphConstruction construction;
  };
  std::vector<float> constants_;
  std::vector<Entry> italics_, top_accents_;  // sorted by glyph
  std::vector<ConstructionEntry> vertical_, horizontal_;
};

}  // namespace sixiang
