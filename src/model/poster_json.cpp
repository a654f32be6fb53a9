#include "model/poster_json.h"

#include "model/check.h"
#include "model/reader.h"
#include "model/scan.h"
#include "model/writer.h"

namespace sixiang {

namespace {

// Whether this is a poster, and one of a version that we read. What follows would only mislead if it is not.
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
  if (number > kPosterFormatVersion) {
    const std::string found = version->dump();
    return Error{"version",
                 {"the poster is of format version " + found + ", this program reads up to " + newest +
                      ": open it with a newer editor",
                  "该海报的格式版本是 " + found + "，本程序最高支持 " + newest + "：请用更新的编辑器打开"}};
  }
  return std::nullopt;
}

}  // namespace

Result<Poster> parse_poster(std::string_view text) {
  if (std::optional<Error> error = scan_json(text)) return *error;
  const std::string_view content = without_byte_order_mark(text);
  const Json json = Json::parse(content.begin(), content.end(), nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) {
    return Error{"", expectation({"a poster: an object in { }", "海报：{ } 中的对象"}, found_value(json))};
  }
  if (std::optional<Error> error = read_signature(json)) return *error;

  ReadState state;
  FieldReader reader(json, state);
  reader.skip("format");
  reader.skip("version");
  Poster poster;
  describe(reader, poster);
  if (!state.errors().empty()) return state.errors();
  if (std::vector<Error> errors = check_references(poster); !errors.empty()) return errors;
  return poster;
}

std::string to_json(const Poster& poster) {
  FieldWriter writer(0);
  writer.raw("format", json_string(kPosterFormat));
  writer.raw("version", std::to_string(kPosterFormatVersion));
  describe(writer, poster);
  return writer.finish(FieldWriter::Form::ManyLines) + "\n";
}

}  // namespace sixiang
