#include "base/color_functions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>

#include "base/color_names.h"

namespace sixiang {

namespace {

constexpr std::size_t kMaxDigits = 32;

struct Quantity {
  double value = 0;
  bool percent = false;
};

// Reads numbers and marks from left to right.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool take(std::string_view mark) {
    skip_spaces();
    if (text_.substr(at_, mark.size()) != mark) return false;
    at_ += mark.size();
    return true;
  }

  std::optional<Quantity> quantity() {
    skip_spaces();
    const std::size_t end = std::min(text_.find_first_not_of("+-.0123456789", at_), text_.size());
    const std::string digits(text_.substr(at_, end - at_));
    char* rest = nullptr;
    Quantity quantity{std::strtod(digits.c_str(), &rest)};
    const bool good = !digits.empty() && digits.size() <= kMaxDigits && rest == digits.c_str() + digits.size();
    if (!good) return std::nullopt;
    at_ = end;
    quantity.percent = text_.substr(at_, 1) == "%";
    if (quantity.percent) ++at_;
    return quantity;
  }

  bool at_end() {
    skip_spaces();
    return at_ == text_.size();
  }

 private:
  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::uint8_t byte_of(double part) { return std::uint8_t(std::lrint(std::clamp(part, 0.0, 1.0) * 255)); }

double part_of(const Quantity& quantity, double whole) { return quantity.value / (quantity.percent ? 100 : whole); }

// One channel of a hue in degrees, as CSS Color Module Level 4 computes it (section 7.1).
double channel(double offset, double hue, double saturation, double lightness) {
  const double k = offset + hue / 30 - 12 * std::floor((offset + hue / 30) / 12);
  const double reach = saturation * std::min(lightness, 1 - lightness);
  return lightness - reach * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
}

Color from_hsl(const std::array<Quantity, 3>& parts) {
  const double hue = parts[0].value;
  const double saturation = std::clamp(part_of(parts[1], 100), 0.0, 1.0);
  const double lightness = std::clamp(part_of(parts[2], 100), 0.0, 1.0);
  return {byte_of(channel(0, hue, saturation, lightness)), byte_of(channel(8, hue, saturation, lightness)),
          byte_of(channel(4, hue, saturation, lightness)), 255};
}

Color from_rgb(const std::array<Quantity, 3>& parts) {
  return {byte_of(part_of(parts[0], 255)), byte_of(part_of(parts[1], 255)), byte_of(part_of(parts[2], 255)), 255};
}

}  // namespace

std::optional<Color> named_color(std::string_view name) {
  if (name == "transparent") return Color{0, 0, 0, 0};
  const auto found =
      std::lower_bound(kColorNames.begin(), kColorNames.end(), name,
                       [](const ColorName& color, std::string_view wanted) { return color.name < wanted; });
  if (found == kColorNames.end() || found->name != name) return std::nullopt;
  return Color{std::uint8_t(found->rgb >> 16), std::uint8_t(found->rgb >> 8 & 0xFF), std::uint8_t(found->rgb & 0xFF),
               255};
}

std::optional<Color> color_of_function(std::string_view text) {
  Scanner scanner(text);
  const bool is_rgb = scanner.take("rgb"), is_hsl = !is_rgb && scanner.take("hsl");
  if (!is_rgb && !is_hsl) return std::nullopt;
  scanner.take("a");
  if (!scanner.take("(")) return std::nullopt;
  std::array<Quantity, 3> parts;
  bool commas = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0 && scanner.take(",") != commas) {
      if (i > 1) return std::nullopt;  // all or none
      commas = true;
    }
    const std::optional<Quantity> part = scanner.quantity();
    if (!part) return std::nullopt;
    parts[i] = *part;
    if (is_hsl && i == 0) {
      if (part->percent) return std::nullopt;
      scanner.take("deg");
    }
  }
  Color color = is_rgb ? from_rgb(parts) : from_hsl(parts);
  if (scanner.take(commas ? "," : "/")) {
    const std::optional<Quantity> alpha = scanner.quantity();
    if (!alpha) return std::nullopt;
    color.alpha = byte_of(part_of(*alpha, 1));
  }
  if (!scanner.take(")") || !scanner.at_end()) return std::nullopt;
  return color;
}

}  // namespace sixiang
