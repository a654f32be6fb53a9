#include "font/manifest.h"

#include <nlohmann/json.hpp>

namespace sixiang {

namespace {

using Json = nlohmann::json;

const Json* member(const Json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

std::string text_member(const Json& object, const char* key) {
  const Json* value = member(object, key);
  return value && value->is_string() ? value->get<std::string>() : std::string();
}

double number_member(const Json& object, const char* key) {
  const Json* value = member(object, key);
  return value && value->is_number() ? value->get<double>() : 0;
}

// For each range: how far its first character lies behind the end of the one before, then how many more follow it.
void read_ranges(const Json& steps, FontSlice& slice) {
  char32_t end = 0;
  for (std::size_t i = 0; i + 1 < steps.size(); i += 2) {
    if (!steps[i].is_number_unsigned() || !steps[i + 1].is_number_unsigned()) return;
    const char32_t first = end + steps[i].get<std::uint32_t>();
    end = first + steps[i + 1].get<std::uint32_t>();
    slice.ranges.emplace_back(first, end);
  }
}

FontSlice read_slice(const Json& json) {
  FontSlice slice;
  slice.file = text_member(json, "file");
  if (const Json* size = member(json, "gzip_bytes"); size && size->is_number_unsigned()) {
    slice.gzip_bytes = size->get<std::uint64_t>();
  }
  const Json* first_tier = member(json, "first_tier");
  slice.first_tier = first_tier && first_tier->is_boolean() && first_tier->get<bool>();
  if (const Json* steps = member(json, "ranges"); steps && steps->is_array()) read_ranges(*steps, slice);
  return slice;
}

FontFace read_face(const Json& json) {
  FontFace face;
  face.id = text_member(json, "id");
  face.name = text_member(json, "name");
  const double em = number_member(json, "units_per_em");
  if (em > 0) {
    face.ascent = float(number_member(json, "ascent") / em);
    face.descent = float(number_member(json, "descent") / em);
  }
  if (const Json* slices = member(json, "slices"); slices && slices->is_array()) {
    for (const Json& slice : *slices) face.slices.push_back(read_slice(slice));
  }
  return face;
}

Error broken(const char* english, const char* chinese) {
  return {"", {std::string("font manifest: ") + english, std::string("字体清单：") + chinese}};
}

}  // namespace

Result<FontManifest> parse_font_manifest(std::string_view text) {
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  const Json* faces = member(json, "faces");
  if (!faces || !faces->is_array() || faces->empty()) return broken("not a list of faces", "不是字体列表");
  FontManifest manifest;
  for (const Json& face : *faces) {
    manifest.faces.push_back(read_face(face));
    if (manifest.faces.back().id.empty()) return broken("a face has no id", "有字体缺少标识");
  }
  if (manifest.faces.size() > 255) return broken("more than 255 faces", "字体超过 255 个");
  return manifest;
}

}  // namespace sixiang
