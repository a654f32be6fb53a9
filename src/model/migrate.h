// Documents of earlier format versions become documents of this one: as JSON, before anything is read of it, but for
// the marks within texts.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "model/poster.h"

namespace sixiang {

// `poster` is an object of version 1. What is not as version 1 has it stays as it is: reading says so.
void migrate_version_1(nlohmann::json& poster);

// Where `path` in what migrate_version_1() has made stands in the file that it was made of:
// "sections[0].content[1].text" is "sections[0].labels[0].text" below a diagram.
std::string path_in_version_1(std::string path, const nlohmann::json& migrated);

// Texts that were read of version 1, as without_marks() has them.
void escape_marks(Poster& poster);

// `text` so that this version, which has marks within texts, draws it as version 1 did, which had none but `$`.
std::string without_marks(const std::string& text);

}  // namespace sixiang
