// Finding icons by what one would call them, in Chinese or English.
#pragma once

#include <string_view>
#include <vector>

#include "icon/icon.h"

namespace sixiang {

// More of a query, in words, is not read.
constexpr std::size_t kMaxQueryWords = 8;

// The icons that every word of `query` leads to, the likeliest first: a word leads to a name or keyword that it is,
// that it begins, or that holds it, in that order. Case does not matter, hyphens part words as spaces do, also
// full-width ones. An empty query finds them all.
std::vector<IconId> find_icons(std::string_view query);

}  // namespace sixiang
