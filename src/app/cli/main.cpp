// sixiang: renders, checks and measures posters and formulas. `sixiang --help` lists the commands.
#include "app/cli/arguments.h"
#include "app/cli/commands.h"

int main(int argc, char** argv) {
  using namespace sixiang::cli;
  const std::variant<Arguments, ExitStatus> parsed = parse_arguments(argc, argv);
  if (const ExitStatus* status = std::get_if<ExitStatus>(&parsed)) return *status;
  const Arguments& arguments = std::get<Arguments>(parsed);
  if (arguments.command == "render") return render(arguments.render, arguments.common);
  if (arguments.command == "check") return check(arguments.poster, arguments.common);
  if (arguments.command == "layout") return layout(arguments.layout, arguments.common);
  if (arguments.command == "schema") return schema(arguments.common);
  return formula(arguments.formula, arguments.common);
}
