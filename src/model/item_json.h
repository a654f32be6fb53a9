// One item of a list ↔ JSON text, as it stands in a document: a label, a section, a node.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/reader.h"
#include "model/scan.h"
#include "model/writer.h"

namespace sixiang {

template <class T>
std::string item_json(const T& item) {
  FieldWriter writer(0);
  describe(writer, item);
  return writer.finish(FieldWriter::Form::OneLineIfShort);
}

// Errors as those of parse_poster(). What binds the item to others is not looked at.
template <class T>
Result<T> parse_item(std::string_view text) {
  if (std::optional<Error> error = scan_json(text)) return *error;
  const Json json = Json::parse(text.begin(), text.end(), nullptr, /*allow_exceptions=*/false);
  ReadState state;
  if (!json.is_object()) return Error{"", expectation({"an object", "对象"}, found_value(json))};
  FieldReader reader(json, state);
  T item;
  describe(reader, item);
  if (!state.errors().empty()) return state.errors();
  return item;
}

}  // namespace sixiang
