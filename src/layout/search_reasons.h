// What the search for sizes says of itself, a sentence a step.
#pragma once

#include <string>

#include "layout/section_body.h"

namespace sixiang::reasons {

// `text`: size of plain labels at scale 1, poster points. `what`: how little of what is wanted was left.
Message fitted(float text, const ArrangementOptions& options, const Message& what);
Message in_columns(std::size_t columns);
Message shared(float text);
Message set_by_itself();
Message diagram(const ArrangementOptions& options);
Message gaps(const ArrangementOptions& options);
Message magnified(float text, const ArrangementOptions& options);
Message spread_out(const ArrangementOptions& options);
Message aligned_with(const std::string& section);
Message on_common_lines();
Message work_used_up();

}  // namespace sixiang::reasons
