#include <utility>

#include "math/layouter.h"

namespace sixiang::math {

Fragment Layouter::node(const Node& node, MathStyle style) {
  if (!take_box()) return {};
  const SourceSpan outer = std::exchange(span_, node.span);
  struct Visitor {
    Layouter& layouter;
    MathStyle style;

    Fragment operator()(const Symbol& symbol) const { return layouter.character(symbol.character, style); }
    Fragment operator()(const Word& word) const { return layouter.word(word.text, style); }
    Fragment operator()(const Text& text) const { return layouter.text(text.text, style, Paint::Normal, text.face); }
    Fragment operator()(const BigOperator& big) const { return layouter.big_operator(big, style); }
    Fragment operator()(const Space& space) const {
      Fragment fragment;
      fragment.width = layouter.em(space.mu / 18.0f, style);
      return fragment;
    }
    Fragment operator()(const Group& group) const { return layouter.row(group.body, style); }
    Fragment operator()(const Scripts& scripts) const { return layouter.scripts(scripts, style); }
    Fragment operator()(const Fraction& fraction) const { return layouter.fraction(fraction, style); }
    Fragment operator()(const Radical& radical) const { return layouter.radical(radical, style); }
    Fragment operator()(const Accent& accent) const { return layouter.accent(accent, style); }
    Fragment operator()(const Line& line) const { return layouter.line(line, style); }
    Fragment operator()(const Enclosure& enclosure) const { return layouter.enclosure(enclosure, style); }
    Fragment operator()(const Stretch& stretch) const { return layouter.stretch(stretch, style); }
    Fragment operator()(const LabelledArrow& arrow) const { return layouter.labelled_arrow(arrow, style); }
    Fragment operator()(const Fence& fence) const { return layouter.fence(fence, style); }
    Fragment operator()(const Middle& middle) const { return layouter.character(middle.character, style); }
    Fragment operator()(const SizedDelimiter& sized) const { return layouter.sized_delimiter(sized, style); }
    Fragment operator()(const Table& table) const { return layouter.table(table, style); }
    Fragment operator()(const Styled& styled) const { return layouter.row(styled.body, at_level(style, styled.level)); }
    Fragment operator()(const Unread& unread) const {
      return layouter.text(unread.text, style, Paint::Error, TextFace::Formula);
    }
  };
  Fragment result = std::visit(Visitor{*this, style}, node.content);
  span_ = outer;
  return result;
}

}  // namespace sixiang::math
