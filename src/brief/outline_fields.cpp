#include "brief/outline_fields.h"

#include "brief/outline_items.h"
#include "brief/outline_text.h"
#include "model/json_path.h"
#include "model/scan.h"

namespace sixiang::brief {

namespace {

constexpr int kMostLevels = 16;  // of fields below fields

std::size_t indent_of(std::string_view line) {
  const std::size_t indent = line.find_first_not_of(" \t");
  return indent == std::string_view::npos ? line.size() : indent;
}

bool is_item(std::string_view text) { return text == "-" || text.starts_with("- "); }

class FieldLines {
 public:
  FieldLines(const std::vector<NumberedLine>& lines, LinePlaces& places, std::vector<Error>& errors)
      : places_(places), errors_(errors) {
    for (const NumberedLine& line : lines) {
      const std::string_view text = trimmed_blanks(line.text);
      if (!text.empty() && text[0] != '#') lines_.push_back({indent_of(line.text), {line.number, text}});
    }
  }

  Json read() { return fields(0, 0); }

 private:
  struct Entry {
    std::size_t indent = 0;
    NumberedLine line;
  };

  // All that is indented by as much or more.
  Json fields(std::size_t indent, int level) {
    Json object = Json::object();
    while (at_ < lines_.size() && lines_[at_].indent >= indent) field(object, level);
    return object;
  }

  void field(Json& object, int level) {
    const Entry entry = lines_[at_++];
    const std::string_view text = entry.line.text;
    const std::size_t colon = colon_of(text);
    if (colon == std::string_view::npos || is_item(text)) return fail(entry.line.number);
    const std::string key = key_of(text.substr(0, colon), entry.line.number);
    const std::size_t outer = path_.size();
    append_key(path_, key);
    places_.emplace_back(path_, entry.line.number);
    const std::string_view value = trimmed_blanks(text.substr(colon + 1));
    if (!value.empty()) {
      object[key] = value_of(value, entry.line.number);
    } else if (at_ < lines_.size() && lines_[at_].indent >= entry.indent && is_item(lines_[at_].line.text)) {
      object[key] = items(key);
    } else if (at_ < lines_.size() && lines_[at_].indent > entry.indent && level < kMostLevels) {
      object[key] = fields(lines_[at_].indent, level + 1);
    } else {
      fail(entry.line.number);
    }
    path_.resize(outer);
  }

  Json items(const std::string& key) {
    Json list = Json::array();
    const std::size_t indent = lines_[at_].indent;
    for (; at_ < lines_.size() && lines_[at_].indent == indent && is_item(lines_[at_].line.text); ++at_) {
      const NumberedLine& line = lines_[at_].line;
      const std::size_t outer = path_.size();
      append_index(path_, list.size());
      places_.emplace_back(path_, line.number);
      path_.resize(outer);
      list.push_back(read_outline_item(key, trimmed_blanks(line.text.substr(1)), line.number, errors_));
    }
    return list;
  }

  // Behind a key, which may be in quotes.
  static std::size_t colon_of(std::string_view text) {
    std::size_t i = 0;
    if (text[0] == '"') {
      for (i = 1; i < text.size() && text[i] != '"'; ++i) i += text[i] == '\\';
    }
    return i < text.size() ? text.find(':', i) : std::string_view::npos;
  }

  std::string key_of(std::string_view text, int line) {
    if (text.empty() || text[0] != '"') return std::string(trimmed_blanks(text));
    const Json key = read_outline_json(text, line, errors_);
    return key.is_string() ? key.get<std::string>() : std::string();
  }

  Json value_of(std::string_view text, int line) {
    const bool is_json = !text.empty() && std::string_view("{[\"").find(text[0]) != std::string_view::npos;
    if (is_json || !scan_json(text)) return read_outline_json(text, line, errors_);
    const std::string_view word = trimmed_blanks(text.substr(0, text.find(" # ")));  // what follows is for people
    const bool is_quoted = word.size() >= 2 && word.front() == '\'' && word.back() == '\'';
    return Json(std::string(is_quoted ? word.substr(1, word.size() - 2) : word));
  }

  void fail(int line) {
    errors_.push_back(error_in_line(line, {"expected “key: value”, such as “style: cards”, or “- value” below a key",
                                           "应为「名称: 值」，例如「style: cards」，或在名称下面写「- 值」"}));
  }

  std::vector<Entry> lines_;
  LinePlaces& places_;
  std::vector<Error>& errors_;
  std::size_t at_ = 0;
  std::string path_;
};

}  // namespace

Error error_in_line(int line, const Message& message) {
  const std::string number = std::to_string(line);
  return {"", {"line " + number + ": " + message.english, "第 " + number + " 行：" + message.chinese}};
}

Json read_outline_json(std::string_view text, int line, std::vector<Error>& errors) {
  if (const std::optional<Error> error = scan_json(text)) {
    const std::string shown = shortened(text);
    errors.push_back(error_in_line(
        line, {"in " + shown + ": " + error->message.english, "在 " + shown + " 中：" + error->message.chinese}));
    return nullptr;
  }
  return Json::parse(text.begin(), text.end(), nullptr, /*allow_exceptions=*/false);
}

Json read_outline_fields(const std::vector<NumberedLine>& lines, LinePlaces& places, std::vector<Error>& errors) {
  return FieldLines(lines, places, errors).read();
}

}  // namespace sixiang::brief
