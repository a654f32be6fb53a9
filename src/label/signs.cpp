#include "label/signs.h"

#include "base/stroke.h"

namespace sixiang {

namespace {

// em: the arrow's width, height and half shaft; how far it reaches below the baseline; its outline; room at both sides.
constexpr float kWidth = 0.7f, kHeight = 0.9f, kHalfShaft = 0.16f, kHead = 0.44f, kDrop = 0.08f, kOutline = 0.085f;
constexpr float kSide = 0.1f;

Path arrow(float em, Sign sign) {
  const float middle = (kSide + kWidth / 2) * em, half = kWidth / 2 * em, shaft = kHalfShaft * em;
  const float low = kDrop * em, high = low - kHeight * em;
  const bool up = sign == Sign::Up;
  const float tip = up ? high : low, foot = up ? low : high, neck = up ? high + kHead * em : low - kHead * em;
  Path path;
  path.move_to({middle, tip});
  path.line_to({middle + half, neck});
  path.line_to({middle + shaft, neck});
  path.line_to({middle + shaft, foot});
  path.line_to({middle - shaft, foot});
  path.line_to({middle - shaft, neck});
  path.line_to({middle - half, neck});
  path.close();
  return path;
}

Path tick(float em) {
  Path path;
  path.move_to({0.12f * em, -0.36f * em});
  path.line_to({0.34f * em, -0.12f * em});
  path.line_to({0.78f * em, -0.62f * em});
  return path;
}

Path cross(float em) {
  Path path;
  path.move_to({0.16f * em, -0.66f * em});
  path.line_to({0.7f * em, -0.12f * em});
  path.move_to({0.7f * em, -0.66f * em});
  path.line_to({0.16f * em, -0.12f * em});
  return path;
}

void add(Box& box, Path path, Color color) {
  FillPath item;
  item.path = std::move(path);
  item.color = color;
  box.items.emplace_back(std::move(item));
}

Path stroked(const Path& path, float width) {
  StrokeStyle pen;
  pen.width = width;
  return stroke_outline(path, pen);
}

}  // namespace

std::optional<Sign> sign_at(std::string_view text) {
  struct Known {
    std::string_view text;
    Sign sign;
  };
  constexpr Known kSigns[] = {{"↑", Sign::Up},    {"↓", Sign::Down},  {"✓", Sign::Check},
                              {"✔", Sign::Check}, {"✗", Sign::Cross}, {"✘", Sign::Cross}};
  for (const Known& known : kSigns) {
    if (text.substr(0, known.text.size()) == known.text) return known.sign;
  }
  return std::nullopt;
}

Box sign_box(Sign sign, float size, const LabelStyle::SignColors& colors) {
  constexpr float kThick = 0.15f;  // em
  Box box;
  box.ascent = (kHeight - kDrop) * size;
  box.descent = kDrop * size;
  box.width = (kWidth + 2 * kSide) * size;
  switch (sign) {
    case Sign::Up:
    case Sign::Down: {
      const Path shape = arrow(size, sign);
      add(box, shape, sign == Sign::Up ? colors.up : colors.down);
      add(box, stroked(shape, kOutline * size), colors.outline);
      break;
    }
    case Sign::Check:
      add(box, stroked(tick(size), kThick * size), colors.check);
      box.width = 0.9f * size;
      break;
    case Sign::Cross:
      add(box, stroked(cross(size), kThick * size), colors.cross);
      box.width = 0.86f * size;
      break;
  }
  return box;
}

}  // namespace sixiang
