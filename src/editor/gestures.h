// What keys and drags do to whatever is selected: each a single step. Ids are those of the outline (navigation.h), or
// fields; an error says why nothing can be done.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "editor/edit.h"
#include "model/poster.h"

namespace sixiang {

// Delete: items go, with what belongs to them; the circle, badges, dividers go; titles, captions and text fields are
// emptied.
Result<Edit> remove_things(const Poster& poster, const std::vector<std::string>& ids);

// A drag's end: to before the item `index` of a list, as it is before the move, in the order of the document.
Result<Edit> move_things(const Poster& poster, const std::vector<std::string>& ids, std::string_view list,
                         std::size_t index);

// Alt+arrows: each one place on in its list; a label beyond the end of its section goes to the section beside it.
enum class MoveDirection : std::uint8_t { Up, Down };
Result<Edit> move_by_one(const Poster& poster, const std::vector<std::string>& ids, MoveDirection direction);

// A badge to another section, in place of the one that this has.
Result<Edit> move_badge(const Poster& poster, std::string_view from_section, std::string_view to_section);

// Enter: an empty label behind this one, of its role and bullet; behind a diagram or its caption a plain one; a line of
// the circle behind a line.
Result<Edit> label_after(const Poster& poster, std::string_view id);

// Ctrl+Enter: on the page a section, in a section a label at its end, behind a label, a line, a node, a tile and the
// like another of these. New sections and nodes have first words in that language.
Result<Edit> add_beside(const Poster& poster, std::string_view id, Language language);

// Tab and Shift+Tab: plain labels become ones of the second level, and those plain ones.
Result<Edit> indent(const Poster& poster, const std::vector<std::string>& ids);
Result<Edit> outdent(const Poster& poster, const std::vector<std::string>& ids);

}  // namespace sixiang
