#include <cmath>

#include <nlohmann/json.hpp>

#include "layout/poster_layout.h"

namespace sixiang {

namespace {

using Json = nlohmann::ordered_json;

const char* kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::Title:
      return "title";
    case BlockKind::Center:
      return "center";
    case BlockKind::CenterLine:
      return "center-line";
    case BlockKind::Section:
      return "section";
    case BlockKind::SectionTitle:
      return "section-title";
    case BlockKind::Icon:
      return "icon";
    case BlockKind::Badge:
      return "badge";
    case BlockKind::Diagram:
      return "diagram";
    case BlockKind::DiagramPart:
      return "diagram-part";
    case BlockKind::Label:
      return "label";
    case BlockKind::Card:
      return "card";
    case BlockKind::Decoration:
      return "decoration";
  }
  return "";
}

// Hundredths of a point: enough for any use, and the same text from every compiler.
double rounded(float value) { return std::round(double(value) * 100) / 100; }

}  // namespace

std::string to_json(const PosterLayout& layout, Language language) {
  Json json;
  json["page"] = {rounded(layout.page.size.width), rounded(layout.page.size.height)};
  json["blocks"] = Json::array();
  for (const Block& block : layout.blocks) {
    Json item;
    item["id"] = block.id;
    item["kind"] = kind_name(block.kind);
    item["text"] = block.source;
    item["rect"] = {rounded(block.rect.x), rounded(block.rect.y), rounded(block.rect.width),
                    rounded(block.rect.height)};
    item["fontSize"] = rounded(block.font_size);
    item["overflow"] = block.overflow;
    json["blocks"].push_back(std::move(item));
  }
  json["diagnostics"] = Json::array();
  for (const Diagnostic& diagnostic : layout.diagnostics) {
    Json item;
    item["severity"] = name_of(diagnostic.severity);
    item["block"] = diagnostic.block;
    item["code"] = diagnostic.code;
    item["offset"] = diagnostic.offset;
    item["length"] = diagnostic.length;
    item["message"] = diagnostic.message.in(language);
    json["diagnostics"].push_back(std::move(item));
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string explanation(const PosterLayout& layout, Language language) {
  std::string text;
  for (const SizesExplained& sizes : layout.sizes) {
    text += sizes.section + "\n";
    for (const Message& reason : sizes.reasons) text += "  " + reason.in(language) + "\n";
  }
  return text;
}

}  // namespace sixiang
