// The command line → what to do. Help and what is wrong with the call are said in the user's language, too.
#pragma once

#include <string>
#include <variant>

#include "app/cli/commands.h"
#include "app/cli/report.h"

namespace sixiang::cli {

struct Arguments {
  CommonOptions common;
  std::string command;  // "render", "check", "layout", "schema" or "formula"
  std::string poster;   // of check
  RenderOptions render;
  LayoutOptions layout;
  FormulaOptions formula;
};

// The exit status where there is nothing more to do: help or the version was asked for, or the call was wrong (said on
// the standard error).
std::variant<Arguments, ExitStatus> parse_arguments(int argc, char** argv);

}  // namespace sixiang::cli
