#include "model/poster_json.h"

#include <algorithm>
#include <string>

#include "base/problems.h"
#include "model/check.h"
#include "model/migrate.h"
#include "model/reader.h"
#include "model/scan.h"
#include "model/writer.h"

namespace sixiang {

namespace {

// Whether this is a poster, of whatever version. What follows would only mislead if it is not.
std::optional<Error> read_signature(const Json& json) {
  const Message expected_format = quoted_text(kPosterFormat);
  const auto format = json.find("format");
  if (format == json.end()) {
    return Error{"format",
                 {"is missing: a poster starts with \"format\": \"sixiang-poster\"",
                  "缺失：海报文档以 \"format\": \"sixiang-poster\" 开头"}};
  }
  if (*format != kPosterFormat) return Error{"format", expectation(expected_format, found_value(*format))};
  const auto version = json.find("version");
  const std::string newest = std::to_string(kPosterFormatVersion);
  if (version == json.end()) {
    return Error{"version", {"is missing: this program writes " + newest, "缺失：本程序写作 " + newest}};
  }
  const double number = version->is_number() ? version->get<double>() : 0;
  if (number < 1 || number != std::floor(number)) {
    return Error{"version", expectation({"a whole number, 1 or more", "不小于 1 的整数"}, found_value(*version))};
  }
  return std::nullopt;
}

double version_of(const Json& json) { return json["version"].get<double>(); }

// Of a migrated document, as they stand in the text that it was made of.
std::vector<Error> errors_in_version_1(std::vector<Error> errors, const Json& migrated) {
  for (Error& error : errors) error.path = path_in_version_1(std::move(error.path), migrated);
  return errors;
}

// "the poster is of format version 3, this program knows up to 2: " and what follows from that.
std::string newest_version() { return std::to_string(kPosterFormatVersion); }

// JSON has no tab within a text; whoever pasted one there meant the blank. Every other byte keeps its place.
std::string with_spaces_for_tabs(std::string_view text) {
  std::string result(text);
  std::replace(result.begin(), result.end(), '\t', ' ');
  return result;
}

}  // namespace

Result<Poster> parse_poster(std::string_view text) {
  const std::string blanks = with_spaces_for_tabs(text);
  if (std::optional<Error> error = scan_json(blanks)) return *error;
  const std::string_view content = without_byte_order_mark(blanks);
  Json json = Json::parse(content.begin(), content.end(), nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) {
    return Error{"", expectation({"a poster: an object in { }", "海报：{ } 中的对象"}, found_value(json))};
  }
  if (std::optional<Error> error = read_signature(json)) return *error;

  const bool is_version_1 = version_of(json) == 1;
  if (is_version_1) migrate_version_1(json);
  ReadState state;
  FieldReader reader(json, state);
  reader.skip("format");
  reader.skip("version");
  Poster poster;
  describe(reader, poster);
  if (version_of(json) > kPosterFormatVersion) {
    // What is not as we know it has its default: the newer version may well allow it.
    poster.newer = NewerFormat{json["version"].dump(), std::string(text)};
    if (check_poster(poster).empty()) return poster;
    const Message newer = meaning_of(Problem::NewerFormat, {poster.newer->version, newest_version()});
    return Error{"version",
                 {newer.english + ": open it with a newer editor", newer.chinese + "：请用更新的编辑器打开"}};
  }
  if (is_version_1) escape_marks(poster);
  std::vector<Error> errors = state.errors().empty() ? check_references(poster) : state.errors();
  if (errors.empty()) return poster;
  return is_version_1 ? errors_in_version_1(std::move(errors), json) : std::move(errors);
}

std::string to_json(const Poster& poster) {
  if (poster.newer) return poster.newer->text;
  FieldWriter writer(0);
  writer.raw("format", json_string(kPosterFormat));
  writer.raw("version", std::to_string(kPosterFormatVersion));
  describe(writer, poster);
  return writer.finish(FieldWriter::Form::ManyLines) + "\n";
}

std::optional<Diagnostic> newer_format_notice(const Poster& poster) {
  if (!poster.newer) return std::nullopt;
  return make_diagnostic(Problem::NewerFormat, {poster.newer->version, newest_version()});
}

}  // namespace sixiang
