// Any bytes as a label with formulas, in any style: every byte stands on one line, everything is finite, and laying out
// again gives the same.
#include <cmath>

#include "fuzz/fuzz.h"
#include "label/label.h"

using namespace sixiang;
using fuzz::require;

namespace {

LabelStyle style_of(fuzz::Input& input) {
  LabelStyle style;
  style.text.face = FaceIndex(input.below(int(fuzz::fonts().manifest().faces.size())));
  style.text.size = float(1 + input.byte()) / 4;
  style.text.embolden_em = float(input.below(3)) / 100;
  style.paragraph.max_width = float(input.byte()) * 2;
  style.paragraph.align = TextAlign(input.below(3));
  style.paragraph.breaking = LineBreaking(input.below(3));
  style.paragraph.spacing = CjkLatinSpacing(input.below(2));
  style.formula_scale = float(1 + input.below(20)) / 10;
  style.formula_display = math::Display(input.below(2));
  return style;
}

TextLayout laid_out(std::string_view source, const LabelStyle& style) {
  TextLayout layout = layout_label(source, style, fuzz::fonts());
  for (int round = 0; !layout.pending.empty(); ++round) {
    require(round < 8, "loading the fonts that are asked for comes to an end");
    fuzz::load(layout.pending);
    layout = layout_label(source, style, fuzz::fonts());
  }
  return layout;
}

void check_parts(std::string_view source) {
  std::size_t end = 0;
  for (const LabelPart& part : parse_label(source).parts) {
    require(part.begin == end && part.end > part.begin, "the parts cover the source, one after the other");
    end = part.end;
  }
  require(end == source.size(), "the parts cover the source to its end");
}

void check_layout(const TextLayout& layout, std::string_view source) {
  std::size_t end = 0;
  for (const TextLine& line : layout.lines) {
    require(line.begin == end && line.end >= line.begin, "each line begins where the one before ends");
    require(std::isfinite(line.left + line.width + line.baseline + line.ascent + line.descent), "lines are finite");
    end = line.end;
  }
  require(layout.lines.empty() || end == source.size(), "the lines hold the whole source");
  require(std::isfinite(layout.box.width + layout.box.ascent + layout.box.descent), "the box is finite");
  for (const Diagnostic& diagnostic : layout.diagnostics) {
    require(diagnostic.offset <= source.size() && diagnostic.length <= source.size() - diagnostic.offset,
            "diagnostics lie within the source");
    require(!diagnostic.message.english.empty() && !diagnostic.message.chinese.empty(), "messages in both languages");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  const LabelStyle style = style_of(input);
  const std::string source(input.rest());
  check_parts(source);
  const TextLayout layout = laid_out(source, style);
  check_layout(layout, source);
  require(layout_label(source, style, fuzz::fonts()).box.items == layout.box.items, "laid out twice it is the same");
  return 0;
}
