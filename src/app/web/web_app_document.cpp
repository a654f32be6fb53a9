// The fonts and the document of the editor on a page.
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

#include "app/web/web_app.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "model/poster_json.h"
#include "raster/raster.h"

namespace sixiang::web {

using nlohmann::json;

namespace {

constexpr int kSmallestExport = panel::kSmallestExport, kLargestExport = panel::kLargestExport;

std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

std::optional<SliceId> find_slice(const FontManifest& manifest, std::string_view file) {
  for (std::size_t face = 0; face < manifest.faces.size(); ++face) {
    const std::vector<FontSlice>& slices = manifest.faces[face].slices;
    for (std::size_t slice = 0; slice < slices.size(); ++slice) {
      if (slices[slice].file == file) return SliceId{FaceIndex(face), std::uint16_t(slice)};
    }
  }
  return std::nullopt;
}

// "U+20-7E, U+4E00": the page's own fields are set in the plain face alone.
std::string css_range(const FontFace& face, const FontSlice& slice) {
  if (face.id != "sans") return "";
  std::string text;
  for (const auto& [first, last] : slice.ranges) {
    char range[32];
    std::snprintf(range, sizeof range, first == last ? "%sU+%X" : "%sU+%X-%X", text.empty() ? "" : ", ",
                  unsigned(first), unsigned(last));
    text += range;
  }
  return text;
}

json describe(const FontManifest& manifest, SliceId id) {
  const FontFace& face = manifest.faces[id.face];
  const FontSlice& slice = face.slices[id.slice];
  return {{"file", slice.file}, {"cssRange", css_range(face, slice)}};
}

std::string answer_of(const Result<bool>& result, Language language) {
  json answer = {{"ok", result.ok()}, {"errors", json::array()}};
  if (!result) {
    for (const Error& error : result.errors()) {
      answer["errors"].push_back({{"path", error.path}, {"message", error.message.in(language)}});
    }
  }
  return dump(answer);
}

void collect_texts(const std::vector<FieldGroup>& groups, std::string& texts) {
  for (const FieldGroup& group : groups) {
    for (const Field& field : group.fields) {
      if (field.kind == FieldKind::Text) texts += field.value;
    }
    collect_texts(group.groups, texts);
  }
}

// An export takes the image, its rows as PNG filters them, and the compressed bytes.
bool has_room_for(double pixels) {
  constexpr double kBytesPerPixel = 14;
  if (!(pixels >= 0 && pixels <= double(kMaxImagePixels))) return true;  // refused with the limit, later
  return memory_available(std::size_t(pixels * kBytesPerPixel) + 1);
}

std::string without_dollars(std::string text) {
  std::string plain;
  for (const char c : text) {
    if (c != '$' && c != '\\') plain += c;
  }
  return plain;
}

}  // namespace

// ---- fonts
// -----------------------------------------------------------------------------------------------------------

bool WebApp::load_font(std::string_view file, std::vector<std::uint8_t> bytes) {
  const auto slice = find_slice(session_.fonts().manifest(), file);
  return slice && session_.fonts().load(*slice, std::move(bytes)).ok();
}

std::string WebApp::font_slice(std::string_view file) const {
  const FontManifest& manifest = session_.fonts().manifest();
  const auto slice = find_slice(manifest, file);
  return slice ? dump(describe(manifest, *slice)) : "{}";
}

std::vector<SliceId> WebApp::pending_slices() {
  std::set<SliceId> slices;
  const auto add = [&slices](const std::vector<SliceId>& more) { slices.insert(more.begin(), more.end()); };
  add(session_.layout().pending);
  // The poster first: what it has, the panel can borrow.
  if (slices.empty()) add(font_.wanted());
  add(pictures_.wanted());
  return {slices.begin(), slices.end()};
}

std::string WebApp::wanted_fonts() {
  json list = json::array();
  for (const SliceId id : pending_slices()) list.push_back(describe(session_.fonts().manifest(), id));
  return dump(list);
}

std::string WebApp::missing_characters() {
  std::string texts = font_.wanted_characters();
  collect_texts(session_.outline(), texts);
  const FaceIndex face = session_.fonts().find_face(session_.poster().fonts.text).value_or(FaceIndex(0));
  std::set<char32_t> missing;
  for (const CodePoint& c : decode_utf8(texts)) {
    if (session_.fonts().lookup(face, c.value).status == LookupStatus::Pending) missing.insert(c.value);
  }
  std::string answer;
  for (const char32_t c : missing) append_utf8(answer, c);
  return answer;
}

void WebApp::fonts_arrived() {
  session_.fonts_changed();
  font_.refresh();
  pictures_.clear();
}

// ---- document
// --------------------------------------------------------------------------------------------------------

std::string WebApp::set_poster(std::string_view text) { return answer_of(session_.replace(text), language()); }

std::string WebApp::open_poster(std::string_view text) { return answer_of(session_.open(text), language()); }

std::string WebApp::poster_json() const { return to_json(session_.poster()); }

std::string WebApp::poster_name() const {
  const std::string name = without_dollars(session_.poster().title.text);
  return name.empty() ? "poster" : name;
}

std::string WebApp::poster_label() const {
  const bool chinese = session_.language() == Language::Chinese;
  std::string label = (chinese ? "海报：" : "Poster: ") + without_dollars(session_.poster().title.text);
  for (const Section& section : session_.poster().sections) {
    label += (chinese ? "；" : "; ") + without_dollars(section.title);
  }
  return label;
}

std::string WebApp::layout_json() { return to_json(session_.layout(), language()); }

Result<std::vector<std::uint8_t>> WebApp::export_png(double width_px) {
  if (!(width_px >= kSmallestExport && width_px <= kLargestExport && width_px == std::floor(width_px))) {
    const std::string least = std::to_string(kSmallestExport), most = std::to_string(kLargestExport);
    return Error{"",
                 {"The width of a picture is a whole number of pixels, " + least + " to " + most + ".",
                  "图片宽度须为 " + least + " 到 " + most + " 之间的整数（像素）。"}};
  }
  if (!session_.layout().pending.empty()) {
    const std::string missing = missing_characters();
    return Error{"",
                 {"The fonts for these characters have not been loaded: " + missing,
                  "这些字的字体还没有加载，暂时不能导出：" + missing}};
  }
  const Size page = session_.layout().page;
  if (!has_room_for(width_px * width_px * double(page.height) / double(page.width))) {
    return Error{"",
                 {"There is not enough memory for a picture of that size; a smaller one will do.",
                  "内存不够，画不出这么大的图片，请选小一些的尺寸。"}};
  }
  return session_.export_png(int(width_px));
}

std::string WebApp::stats_json() const {
  const app::SessionStats& stats = session_.stats();
  return dump({{"framesDrawn", frames_drawn_}, {"layoutMs", stats.layout_ms}, {"renderMs", stats.render_ms}});
}

}  // namespace sixiang::web
