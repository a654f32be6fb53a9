// Diagrams of the kind "bars": amounts as lengths, all on one scale.
#pragma once

#include <optional>
#include <string>

#include "base/color.h"
#include "model/field.h"

namespace sixiang {

struct Bar {
  std::string name;
  float value = 0;             // below 0: to the other side
  std::string text;            // what is shown of the value; empty: its number
  std::optional<Color> color;  // default: the accent, paler for all but the greatest
  UnknownFields unknown;
  bool operator==(const Bar&) const = default;
};

constexpr Thing thing_of(std::type_identity<Bar>) {
  return {"bar", "A bar of a bars diagram.", {"bar", "数据条"}, {"Bars", "数据条"}, {"New bar", "新条目"}};
}

void describe(auto& fields, Is<Bar> auto& bar) {
  fields.text(Name{"name", "What is measured.", "Name", "名称"}, bar.name, Presence::Required);
  fields.number(Name{"value", "Its length, on one scale for all; below 0: to the left.", "Value", "数值"}, bar.value,
                NumberRange{-1e12, 1e12}, Presence::Required);
  fields.text(Name{"text", "Shown in place of the number, with the unit behind it.", "Shown value", "显示的数值"},
              bar.text, Presence::Sparse);
  fields.color(Name{"color", "Default: the accent, paler for all but the greatest.", "Colour", "颜色"}, bar.color,
               Fallback::Accent);
  fields.unknown(bar.unknown);
}

struct BarsDiagram {
  std::string unit;  // of all values; may be empty
  std::vector<Bar> rows;
  UnknownFields unknown;
  bool operator==(const BarsDiagram&) const = default;
};

constexpr Thing thing_of(std::type_identity<BarsDiagram>) {
  return {"bars", "Amounts as lengths, all on one scale.", {"bars", "条形图"}, {"Bars", "条形图"}};
}

void describe(auto& fields, Is<BarsDiagram> auto& diagram) {
  fields.text(Name{"unit", "Behind every value.", "Unit", "单位"}, diagram.unit, Presence::Sparse);
  fields.list(Name{"rows", "From top to bottom."}, diagram.rows, 32, Presence::Written);
  fields.unknown(diagram.unknown);
}

inline BarsDiagram example_of(std::type_identity<BarsDiagram>) {
  BarsDiagram bars;
  for (const float value : {8.0f, 5.0f, 3.0f}) {
    bars.rows.emplace_back();
    bars.rows.back().name = std::string(1, char('A' + bars.rows.size() - 1));
    bars.rows.back().value = value;
  }
  return bars;
}

}  // namespace sixiang
