// The command line → what to do. Help and what is wrong with the call are said in the user's language, too.
#pragma once

#include <functional>
#include <variant>

#include "app/cli/commands.h"
#include "app/cli/report.h"

namespace sixiang::cli {

// What was asked for, with its options; gives the exit status.
using Call = std::function<int()>;

// The exit status where there is nothing more to do: help or the version was asked for, or the call was wrong (said on
// the standard error).
std::variant<Call, ExitStatus> parse_arguments(int argc, char** argv);

}  // namespace sixiang::cli
