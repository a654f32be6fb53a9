// sixiang: renders, checks and measures posters and formulas. `sixiang --help` lists the commands.
#include "app/cli/arguments.h"

int main(int argc, char** argv) {
  using namespace sixiang::cli;
  const std::variant<Call, ExitStatus> parsed = parse_arguments(argc, argv);
  if (const ExitStatus* status = std::get_if<ExitStatus>(&parsed)) return *status;
  return std::get<Call>(parsed)();
}
