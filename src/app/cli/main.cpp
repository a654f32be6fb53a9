// sixiang: renders, checks and measures posters and formulas. `sixiang --help` lists the commands.
#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "app/cli/report.h"

namespace {

using namespace sixiang::cli;

// What the user asked for; the command that was named runs after everything is parsed.
struct Arguments {
  CommonOptions common;
  std::string language;
  std::string poster;
  RenderOptions render;
  FormulaOptions formula;
};

void add_commands(CLI::App& program, Arguments& arguments) {
  program.set_version_flag("--version", "sixiang " SIXIANG_VERSION);
  program.add_option("--fonts", arguments.common.fonts, "Folder of the built fonts (default: beside the program)");
  program.add_option("--lang", arguments.language, "Language of messages: en or zh")
      ->check(CLI::IsMember({"en", "zh"}));
  program.require_subcommand(1);

  CLI::App* render = program.add_subcommand("render", "Draw a poster as PNG");
  render->add_option("poster", arguments.render.poster, "Poster file (JSON), - for standard input")->required();
  render->add_option("-o,--output", arguments.render.output, "PNG file, - for standard output")->required();
  render->add_option("--size", arguments.render.width_px, "Width in pixels (default: the page's own)")
      ->check(CLI::Range(64, 16384));

  CLI::App* check = program.add_subcommand("check", "List what is wrong with a poster, one finding a line");
  check->add_option("poster", arguments.poster, "Poster file (JSON), - for standard input")->required();

  CLI::App* layout = program.add_subcommand("layout", "Print where every block of a poster stands, as JSON");
  layout->add_option("poster", arguments.poster, "Poster file (JSON), - for standard input")->required();

  CLI::App* formula = program.add_subcommand("formula", "Measure a formula, and draw it with -o");
  formula->add_option("source", arguments.formula.source, "The formula, without dollar signs")->required();
  formula->add_option("-o,--output", arguments.formula.output, "PNG file, - for standard output");
  formula->add_option("--size", arguments.formula.size_px, "Pixels an em (default 64)")->check(CLI::Range(4, 2048));
  // The default; the flag only says so.
  CLI::Option* display = formula->add_flag("--display", arguments.formula.display_style,
                                           "Display style, as in a formula on its own line (default)");
  formula->add_flag("--inline", arguments.formula.inline_style, "Text style, as within a line")->excludes(display);
  formula->add_flag("--tree", arguments.formula.tree, "Print how the formula was read instead of its metrics");
  formula->add_flag("--font-script-scale", arguments.formula.font_script_scale,
                    "Scripts as small as the font asks for, to compare with other engines");
}

int run(int argc, char** argv) {
  CLI::App program("Sixiang draws posters with Chinese text, formulas and diagrams, exactly.", "sixiang");
  Arguments arguments;
  add_commands(program, arguments);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return program.exit(error);
    std::cerr << "sixiang: " << error.what() << " (see sixiang --help)\n";
    return kUsage;
  }
  arguments.common.language = arguments.language.empty()   ? language_of_environment()
                              : arguments.language == "zh" ? sixiang::Language::Chinese
                                                           : sixiang::Language::English;
  const std::string command = program.get_subcommands().front()->get_name();
  if (command == "render") return render(arguments.render, arguments.common);
  if (command == "check") return check(arguments.poster, arguments.common);
  if (command == "layout") return layout(arguments.poster, arguments.common);
  return formula(arguments.formula, arguments.common);
}

}  // namespace

int main(int argc, char** argv) { return run(argc, argv); }
