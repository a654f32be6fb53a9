#include <cmath>

#include <nlohmann/json.hpp>

#include "layout/style_measures.h"

namespace sixiang {

namespace {

using Json = nlohmann::ordered_json;

}  // namespace

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::Title:
      return "title";
    case BlockKind::Center:
      return "center";
    case BlockKind::CenterLine:
      return "center-line";
    case BlockKind::Section:
      return "section";
    case BlockKind::SectionSubtitle:
      return "section-subtitle";
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
    case BlockKind::Link:
      return "link";
    case BlockKind::Divider:
      return "divider";
    case BlockKind::Axis:
      return "axis";
  }
  return "";
}

namespace {

// Hundredths of a point: enough for any use, and the same text from every compiler.
double rounded(float value) { return std::round(double(value) * 100) / 100; }

Json style_json(const StyleMeasures& measures) {
  Json json;
  json["texts"] = Json::array();
  for (const StyleMeasures::Texts& texts : measures.texts) {
    json["texts"].push_back({{"role", texts.role},
                             {"count", texts.count},
                             {"smallest", rounded(texts.smallest)},
                             {"median", rounded(texts.median)},
                             {"spread", rounded(texts.spread)}});
  }
  json["bodies"] = Json::array();
  for (const StyleMeasures::Body& body : measures.bodies) {
    json["bodies"].push_back(
        {{"section", body.section}, {"unused", rounded(body.unused)}, {"text", rounded(body.text)}});
  }
  json["nearlyAligned"] = measures.nearly_aligned;
  json["leastContrast"] = {{"block", measures.least_contrast_block}, {"ratio", rounded(measures.least_contrast)}};
  json["leastLargeContrast"] = {{"block", measures.least_large_contrast_block},
                                {"ratio", rounded(measures.least_large_contrast)}};
  return json;
}

}  // namespace

std::string to_json(const Poster& poster, const PosterLayout& layout, Language language) {
  Json json;
  json["page"] = {rounded(layout.page.size.width), rounded(layout.page.size.height)};
  json["blocks"] = Json::array();
  for (const Block& block : layout.blocks) {
    Json item;
    item["id"] = block.id;
    item["kind"] = name_of(block.kind);
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
  json["style"] = style_json(measure_style(poster, layout));
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
