// Diagrams of the kind "chain": tokens in a row with arrows between neighbours, and arcs above for what each depends
// on.
#pragma once

#include <optional>
#include <string>

#include "base/color.h"
#include "model/field.h"

namespace sixiang {

enum class ChainArcs : std::uint8_t {
  All,
  Previous,
  None
};  // each token depends on all before it; on the one before; no arcs

constexpr Word word_of(ChainArcs arcs) {
  switch (arcs) {
    case ChainArcs::All:
      return {"all", "From all before", "来自之前全部"};
    case ChainArcs::Previous:
      return {"previous", "From the one before", "来自前一个"};
    case ChainArcs::None:
      return {"none", "None", "无"};
  }
  return {};
}

struct ChainToken {
  std::string text;
  std::optional<Color> fill;  // default: the palette's card colour
  UnknownFields unknown;
  bool operator==(const ChainToken&) const = default;
};

constexpr Thing thing_of(std::type_identity<ChainToken>) {
  return {"token", "A token of a chain diagram.", {"token", "词元"}, {"Tokens", "词元"}, {"$x$", "$x$"}};
}

void describe(auto& fields, Is<ChainToken> auto& token) {
  fields.text(Name{"text", "In the circle.", "Text", "文字"}, token.text, Presence::Required);
  fields.color(Name{"fill", "Default: the palette's card.", "Fill", "填充"}, token.fill, Fallback::Card);
  fields.unknown(token.unknown);
}

struct ChainDiagram {
  std::vector<ChainToken> tokens;
  ChainArcs arcs = ChainArcs::All;
  UnknownFields unknown;
  bool operator==(const ChainDiagram&) const = default;
};

constexpr Thing thing_of(std::type_identity<ChainDiagram>) {
  return {"chain", "Tokens in a row with arrows between neighbours.", {"chain", "链式图"}, {"Chain", "链式图"}};
}

void describe(auto& fields, Is<ChainDiagram> auto& diagram) {
  fields.list(Name{"tokens", "From left to right."}, diagram.tokens, 64, Presence::Written);
  fields.choice(Name{"arcs", "all: each token depends on all before it; previous: on the one before.", "Arcs", "弧线"},
                diagram.arcs, std::nullopt);
  fields.unknown(diagram.unknown);
}

inline ChainDiagram example_of(std::type_identity<ChainDiagram>) {
  ChainDiagram chain;
  for (const char* text : {"$x₁$", "$x₂$", "$x₃$"}) {
    chain.tokens.emplace_back();
    chain.tokens.back().text = text;
  }
  return chain;
}

}  // namespace sixiang
