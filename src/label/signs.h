// The signs that a statement weighs with, drawn so that they are seen at once: ↑ ↓ as small fat arrows, ✓ ✗ as strokes.
// Inside label/ only.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "label/label.h"

namespace sixiang {

enum class Sign : std::uint8_t { Up, Down, Check, Cross };

// What `text` begins with; each takes three bytes: ↑ ↓, ✓ or ✔, ✗ or ✘.
std::optional<Sign> sign_at(std::string_view text);

// For text of `size` poster points.
Box sign_box(Sign sign, float size, const LabelStyle::SignColors& colors);

}  // namespace sixiang
