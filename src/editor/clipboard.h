// Copies of what is selected: on the clipboard as themselves and as text, beside the originals, where they are dropped.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "editor/edit.h"
#include "model/poster.h"

namespace sixiang {

// The items of one kind as text that paste_things() takes. Nodes take along the arrows between them, and arrows that
// are selected with them only those. Errors: there is none among them, or they are of different kinds.
Result<std::string> copy_things(const Poster& poster, const std::vector<std::string>& ids);

// For other programs: labels a line each, sections as an outline, of everything else its words.
std::string plain_text_of(const Poster& poster, const std::vector<std::string>& ids);

// What copy_things() gave, behind what is selected where it stands in such a list, else into the nearest list of that
// kind around; labels of a page into its last section. Sections and nodes whose ids are taken get others. Selects what
// is pasted. Errors: the text is none of these, there is no such list, or no room in it.
Result<Edit> paste_things(const Poster& poster, std::string_view selected, std::string_view text);

// The same of labels with these texts.
Result<Edit> paste_labels(const Poster& poster, std::string_view selected, const std::vector<std::string>& texts);

// Copies behind the last of the originals of each list. Copies of nodes stand in free places of the grid.
Result<Edit> duplicate_things(const Poster& poster, const std::vector<std::string>& ids);

// Copies at an index of a list: what is dropped there with Ctrl.
Result<Edit> copy_things_to(const Poster& poster, const std::vector<std::string>& ids, std::string_view list,
                            std::size_t index);

}  // namespace sixiang
