#include "model/ids.h"

#include <algorithm>
#include <utility>

namespace sixiang {

namespace {

constexpr std::size_t kMaxDigits = 6;  // of an index; lists are much shorter

bool have_own_ids(std::string_view list) {
  const std::string_view key = list.substr(parent_of(list).empty() ? 0 : parent_of(list).size() + 1);
  return list.empty() || key == "sections" || key == "nodes";
}

}  // namespace

std::string join_id(std::string_view path, std::string_view key) {
  std::string id(path);
  if (!id.empty() && !key.empty()) id += '.';
  return id += key;
}

std::string item_id(std::string_view list, std::size_t index) { return join_id(list, std::to_string(index)); }

bool lies_in(std::string_view id, std::string_view path) {
  if (path.empty()) return true;
  return id.substr(0, path.size()) == path && (id.size() == path.size() || id[path.size()] == '.');
}

bool lies_within(std::string_view id, std::string_view path, const Section& section) {
  return lies_in(id, path) || std::any_of(section.sections.begin(), section.sections.end(),
                                          [&](const Section& inner) { return lies_within(id, inner.id, inner); });
}

std::string_view parent_of(std::string_view id) {
  const std::size_t dot = id.rfind('.');
  return id.substr(0, dot == std::string_view::npos ? 0 : dot);
}

std::string IndexedId::at(std::size_t other_index) const { return item_id(list, other_index) + std::string(rest); }

std::optional<IndexedId> indexed_id(std::string_view id, std::string_view list) {
  if (have_own_ids(list) || id.size() <= list.size() + 1 || !lies_in(id, list)) return std::nullopt;
  const std::string_view tail = id.substr(list.size() + 1);
  const std::string_view digits = tail.substr(0, tail.find('.'));
  const bool is_index = !digits.empty() && digits.size() <= kMaxDigits &&
                        digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_index) return std::nullopt;
  return IndexedId{list, std::size_t(std::stoi(std::string(digits))), tail.substr(digits.size())};
}

BlockId block_of(std::string thing, std::string_view key) {
  std::string field = join_id(thing, key);
  return {std::move(thing), std::move(field)};
}

BlockId block_of(std::string_view field) { return {std::string(field), std::string(field)}; }

BlockId within(std::string_view path, const BlockId& id) { return {join_id(path, id.block), join_id(path, id.field)}; }

}  // namespace sixiang
