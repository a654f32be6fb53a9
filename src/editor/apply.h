// Carrying out a command, before it is known whether the result may stay. Inside editor/ only.
#pragma once

#include <optional>

#include "editor/command.h"

namespace sixiang {

// Why: where the command names nothing that is there, or asks for more than there is room for; the poster is as it was
// then.
struct Outcome {
  Poster poster;
  std::optional<Message> refusal;
};
Outcome carry_out(Poster poster, const Command& command);

}  // namespace sixiang
