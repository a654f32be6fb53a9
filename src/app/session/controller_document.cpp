// The fonts and the document.
#include <cmath>
#include <set>

#include "app/session/controller.h"
#include "base/utf8.h"
#include "editor/file_name.h"
#include "model/defaults.h"
#include "model/sections.h"

namespace sixiang::app {

namespace {

constexpr int kSmallestExport = panel::kSmallestExport, kLargestExport = panel::kLargestExport;

void collect_texts(const std::vector<FieldGroup>& groups, std::string& texts) {
  for (const FieldGroup& group : groups) {
    for (const Field& field : group.fields) {
      if (field.kind == FieldKind::Text) texts += field.value;
    }
    collect_texts(group.groups, texts);
  }
}

std::string without_dollars(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != '$' && c != '\\') plain += c;
  }
  return plain;
}

}  // namespace

void Controller::begin_poster(Size page) {
  const Message title{"Title", "标题"};
  const Poster before = session_.poster();
  session_.end_step();
  session_.run(ReplacePoster{blank_poster(page, title.in(language()))});
  session_.end_step();
  drafts_.clear();
  put_aside(before);
  view_.fit();
  const Message said{"The page is blank. Undo brings your poster back.", "已新建空白页。点「撤销」可以找回原来的。"};
  ask(Notice{said.in(language()), Severity::Hint});
}

bool Controller::load_font(std::string_view file, std::vector<std::uint8_t> bytes) {
  const auto slice = session_.fonts().find_slice(file);
  return slice && session_.fonts().load(*slice, std::move(bytes)).ok();
}

std::vector<SliceId> Controller::wanted_slices() {
  std::set<SliceId> slices;
  const auto add = [&slices](const std::vector<SliceId>& more) { slices.insert(more.begin(), more.end()); };
  add(session_.layout().pending);
  // The poster first: what it has, the panel can borrow.
  if (slices.empty()) add(font_.wanted());
  add(pictures_.wanted());
  return {slices.begin(), slices.end()};
}

std::string Controller::missing_characters() {
  std::string texts = font_.wanted_characters();
  collect_texts(session_.field_tree(), texts);
  const FaceIndex face = session_.fonts().find_face(session_.poster().fonts.text).value_or(FaceIndex(0));
  std::set<char32_t> missing;
  for (const CodePoint& c : decode_utf8(texts)) {
    if (session_.fonts().lookup(face, c.value).status == LookupStatus::Pending) missing.insert(c.value);
  }
  std::string answer;
  for (const char32_t c : missing) append_utf8(answer, c);
  return answer;
}

void Controller::fonts_arrived() {
  session_.fonts_changed();
  font_.refresh();
  pictures_.clear();
}

std::string Controller::poster_name() const { return file_name(session_.poster().title.text); }

std::string Controller::poster_label() const {
  const bool chinese = session_.language() == Language::Chinese;
  std::string label = (chinese ? "海报：" : "Poster: ") + without_dollars(session_.poster().title.text);
  for (const Section* section : all_sections(session_.poster())) {
    label += (chinese ? "；" : "; ") + without_dollars(section->title);
  }
  return label;
}

Result<std::vector<std::uint8_t>> Controller::export_page(std::string_view ending, double width_px,
                                                          const Progress& progress) {
  const std::optional<ExportFormat> format = format_of_ending(ending);
  if (!format) {
    return Error{"",
                 {"There is no format of that name; there is: " + format_endings(),
                  "没有这种格式，可用的格式有：" + format_endings()}};
  }
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
  return session_.export_page({*format, int(width_px)}, progress);
}

}  // namespace sixiang::app
