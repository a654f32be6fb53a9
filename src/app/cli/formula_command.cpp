#include <cmath>
#include <optional>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/files.h"
#include "base/utf8.h"
#include "export/export_page.h"
#include "font/math_table.h"
#include "math/math.h"

namespace sixiang::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr float kEm = 100;  // set at this size, then divided: metrics in em with enough digits

double in_em(float length) { return std::round(double(length) / double(kEm) * 1e4) / 1e4; }

Json diagnostics_json(const Diagnostics& diagnostics, Language language) {
  Json list = Json::array();
  for (const Diagnostic& diagnostic : diagnostics) {
    Json item;
    item["code"] = diagnostic.code;
    item["offset"] = diagnostic.offset;
    item["length"] = diagnostic.length;
    item["message"] = diagnostic.message.in(language);
    list.push_back(std::move(item));
  }
  return list;
}

// The formula's box and whatever ink leaves it, with a margin of a quarter em, on white.
Result<std::vector<std::uint8_t>> picture(const Box& box, const FontSet& fonts, int size_px) {
  const Rect whole = united(ink_bounds(box.items, fonts), {0, -box.ascent, box.width, box.height()});
  const Rect area = inset(whole.empty() ? Rect{0, 0, 1, 1} : whole, -0.25f * kEm);
  const Page page{{area.width, area.height}, {255, 255, 255, 255}, {placed(box, {-area.x, -area.y})}};
  const int width_px = std::max(1, int(std::lround(double(area.width) * double(size_px) / double(kEm))));
  return export_page(page, fonts, {ExportFormat::Png, width_px});
}

// A label keeps the rest of such a formula as typed; here there is nothing else that would be worth showing.
std::optional<Error> too_long(const std::string& source) {
  const std::size_t count = decode_utf8(source).size();
  if (count <= math::kMaxCodePoints) return std::nullopt;
  const std::string most = std::to_string(math::kMaxCodePoints), found = std::to_string(count);
  return Error{"",
               {"the formula has " + found + " characters; at most " + most + " are set",
                "公式有 " + found + " 个字符，最多 " + most + " 个"}};
}

}  // namespace

int formula(const FormulaOptions& options, const CommonOptions& common) {
  if (const std::optional<Error> error = too_long(options.source)) {
    return fail(kWrongInput, "", {*error}, common.language);
  }
  const std::string folder = app::font_folder(common.fonts);
  Result<FontSet> fonts = app::load_fonts(folder);
  if (!fonts) return fail(kFileTrouble, "", fonts.errors(), common.language);
  const math::ParsedFormula parsed = math::parse(options.source);
  if (options.tree) {
    return print(math::dump(parsed.tree), common.language);
  }
  math::FormulaStyle style;
  style.size = kEm;
  style.display = options.inline_style ? math::Display::Inline : math::Display::Block;
  style.text_face = fonts.value().find_face("marker").value_or(0);
  if (const MathTable* table = fonts.value().math_table(); table && options.font_script_scale) {
    style.script_scale = table->constant(MathConstant::ScriptPercentScaleDown);
    style.script_script_scale = table->constant(MathConstant::ScriptScriptPercentScaleDown);
  }
  math::FormulaLayout laid = math::layout(parsed.tree, fonts.value(), style);
  while (!laid.pending.empty()) {
    const Result<std::size_t> loaded = app::load_slices(fonts.value(), folder, laid.pending);
    if (!loaded) return fail(kFileTrouble, "", loaded.errors(), common.language);
    laid = math::layout(parsed.tree, fonts.value(), style);
  }
  Diagnostics diagnostics = parsed.diagnostics;
  diagnostics.insert(diagnostics.end(), laid.diagnostics.begin(), laid.diagnostics.end());
  Json json;
  json["width"] = in_em(laid.box.width);
  json["height"] = in_em(laid.box.ascent);
  json["depth"] = in_em(laid.box.descent);
  json["diagnostics"] = diagnostics_json(diagnostics, common.language);
  if (!options.output.empty()) {
    const Result<std::vector<std::uint8_t>> png = picture(laid.box, fonts.value(), options.size_px);
    if (!png) return fail(kWrongInput, "", png.errors(), common.language);
    const std::string_view bytes(reinterpret_cast<const char*>(png.value().data()), png.value().size());
    const Result<std::size_t> written = app::write_file(options.output, bytes);
    if (!written) return fail(kFileTrouble, "", written.errors(), common.language);
    if (options.output == "-") return kOk;
  }
  return print(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n", common.language);
}

}  // namespace sixiang::cli
