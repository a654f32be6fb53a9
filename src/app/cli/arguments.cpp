#include "app/cli/arguments.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <cstdio>
#include <optional>
#include <sstream>
#include <string_view>

namespace sixiang::cli {

namespace {

// Known before anything is parsed, because the help and the errors of parsing are written in it.
Language asked_language(int argc, char** argv) {
  Language language = language_of_environment();
  for (int i = 1; i < argc; ++i) {
    std::string argument = argv[i];
    if (argument == "--") break;
    if (argument == "--lang" && i + 1 < argc) argument += std::string("=") + argv[++i];
    if (argument == "--lang=zh") language = Language::Chinese;
    if (argument == "--lang=en") language = Language::English;
  }
  return language;
}

// A name without an ending says nothing: PNG.
std::optional<ExportFormat> format_of_file(std::string_view name) {
  const std::size_t dot = name.substr(name.find_last_of("/\\") + 1).rfind('.');
  if (dot == std::string_view::npos) return ExportFormat::Png;
  return format_of_ending(name.substr(name.rfind('.') + 1));
}

class Parser {
 public:
  explicit Parser(Language language) : language_(language), program_("", "sixiang") { describe(); }

  std::variant<Call, ExitStatus> parse(int argc, char** argv) {
    try {
      program_.parse(argc, argv);
    } catch (const CLI::Success& help_or_version) {
      std::ostringstream text;
      program_.exit(help_or_version, text, text);
      return print(text.str(), language_);
    } catch (const CLI::ParseError& error) {
      const std::string hint = say({"; see sixiang --help", "；用法见 sixiang --help"});
      std::fprintf(stderr, "sixiang: %s%s\n", say(explained(error)).c_str(), hint.c_str());
      return kUsage;
    }
    return call_;
  }

 private:
  std::string say(const Message& message) const { return message.in(language_); }

  void describe() {
    program_.description(say({"Sixiang draws posters with Chinese text, formulas and diagrams, exactly.",
                              "四象：精确地绘制带有中文、公式与示意图的海报。"}));
    program_.footer(
        say({"Exit status: 0 done, 1 the input is wrong, 2 called wrongly, 3 a file could not be read or "
             "written.\nExample: sixiang render poster.json -o poster.png --size 2048",
             "退出状态：0 完成，1 输入有误，2 用法有误，3 文件无法读取或写入。\n"
             "示例：sixiang render poster.json -o poster.png --size 2048"}));
    for (const auto& [label, chinese] :
         {std::pair("Usage", "用法"), std::pair("Positionals", "参数"), std::pair("OPTIONS", "选项"),
          std::pair("SUBCOMMAND", "命令"), std::pair("REQUIRED", "（必填）"), std::pair("Excludes", "不可同时使用")}) {
      if (language_ == Language::Chinese) program_.get_formatter()->label(label, chinese);
    }
    if (language_ == Language::English) program_.get_formatter()->label("SUBCOMMAND", "COMMAND");
    if (language_ == Language::English) program_.get_formatter()->label("REQUIRED", "(required)");
    program_.option_defaults()->group(say({"Options", "选项"}));
    program_.set_help_flag("-h,--help", say({"Print this help", "显示本帮助"}));
    program_.set_version_flag("--version", "sixiang " SIXIANG_VERSION, say({"Print the version", "显示版本"}));
    option(program_, "--fonts", common_.fonts, "DIR",
           {"Folder of the built fonts (default: beside the program)", "字体文件夹（默认在程序旁边）"});
    option(program_, "--lang", language_word_, "en|zh", {"Language of messages", "消息的语言"})
        ->check(word_of_a_language());
    program_.require_subcommand(1);
    program_.fallthrough();  // --lang and --fonts may stand behind the command as well

    CLI::App& render_command = command("render", {"Draw a poster into a file", "把海报绘制成文件"});
    poster(render_command, render_.poster);
    option(render_command, "-o,--output", render_.output, "FILE",
           {"File to write, - for standard output; its ending says the format: " + format_endings(),
            "输出文件，- 表示标准输出；格式由扩展名决定：" + format_endings()})
        ->required()
        ->check(file_of_a_format())
        ->each([this](const std::string& file) { render_.format = format_of_file(file).value_or(ExportFormat::Png); });
    option(
        render_command, "--size", render_.width_px, "PX",
        {"Width in pixels, 64 to 16384 (default: the page's own)", "宽度（像素），64 至 16384（默认为页面自身的宽度）"})
        ->check(whole_number(64, 16384));

    on_call(render_command, render_, render);

    CLI::App& check_command =
        command("check", {"List what is wrong with a poster, a line each", "列出海报的问题，每行一条"});
    poster(check_command, check_.poster);
    on_call(check_command, check_, check);

    CLI::App& layout_command =
        command("layout", {"Print where every block of a poster stands, as JSON", "以 JSON 输出海报中每个部分的位置"});
    poster(layout_command, layout_.poster);
    layout_command.add_flag("--explain", layout_.explain,
                            say({"Print why texts and diagrams have the sizes that they have instead",
                                 "改为说明文字与示意图的大小是如何得出的"}));
    on_call(layout_command, layout_, layout);

    CLI::App& import_command =
        command("import", {"Make a poster from a brief, a text that says what is on it", "从文字稿生成海报"});
    import_command
        .add_option("BRIEF", import_.brief,
                    say({"The brief, Markdown or plain text; - for standard input",
                         "文字稿（Markdown 或纯文本）；- 表示标准输入"}))
        ->required()
        ->type_name("");
    option(import_command, "-o,--output", import_.output, "FILE",
           {"Poster to write, - for standard output; of several briefs FILE-1.json and so on",
            "要写入的海报，- 表示标准输出；有几份文字稿时依次写入 FILE-1.json 等"});
    option(import_command, "--report", import_.report, "FILE",
           {"What was left out, as JSON", "以 JSON 写出没有采用的内容"});
    import_command.add_flag("--reading", import_.readings,
                            say({"Print what every line was taken for", "输出每一行被读成了什么"}));
    on_call(import_command, import_, import_brief);

    CLI::App& outline_command =
        command("outline", {"Write a poster as a Markdown outline, which import reads back without loss",
                            "把海报写成 Markdown 大纲，用 import 读回时原样不变"});
    poster(outline_command, outline_.poster);
    option(outline_command, "-o,--output", outline_.output, "FILE",
           {"File to write, - for standard output", "输出文件，- 表示标准输出"});
    on_call(outline_command, outline_, outline);

    on_call(command("schema", {"Print the poster format as a JSON Schema", "以 JSON Schema 输出海报格式"}), schema_,
            schema);
    describe_formula(command("formula", {"Measure a formula, and draw it with -o", "测量公式，用 -o 绘制"}));
  }

  void describe_formula(CLI::App& app) {
    FormulaOptions& options = formula_;
    app.add_option("SOURCE", options.source,
                   say({"The formula, without dollar signs; write -- before one that begins with -",
                        "公式，不带美元符号；以 - 开头的公式前请加 --"}))
        ->required()
        ->type_name("");
    option(app, "-o,--output", options.output, "PNG",
           {"File to write, - for standard output", "输出文件，- 表示标准输出"});
    option(app, "--size", options.size_px, "PX",
           {"Pixels an em, 4 to 2048 (default: 64)", "每 em 的像素数，4 至 2048（默认 64）"})
        ->check(whole_number(4, 2048));
    // The default; the flag only says so.
    CLI::Option* display = app.add_flag("--display", options.display_style,
                                        say({"As on a line of its own (default)", "独立成行的样式（默认）"}));
    app.add_flag("--inline", options.inline_style, say({"As within a line of text", "行内样式"}))->excludes(display);
    app.add_flag("--tree", options.tree,
                 say({"Print how the formula was read instead of its metrics", "输出公式的解析结果而非尺寸"}));
    app.add_flag("--font-script-scale", options.font_script_scale,
                 say({"Scripts as small as the font asks for, to compare with other engines",
                      "上下标按字体要求的比例缩小，便于与其他引擎比较"}));
    on_call(app, formula_, formula);
  }

  // What is to be done where the command is called.
  template <class Options>
  void on_call(CLI::App& app, const Options& options, int (*run)(const Options&, const CommonOptions&)) {
    app.callback([this, &options, run] {
      common_.language = language_;
      call_ = [options, run, common = common_] { return run(options, common); };
    });
  }

  CLI::App& command(const std::string& name, const Message& description) {
    CLI::App& app = *program_.add_subcommand(name, say(description))->group(say({"Commands", "命令"}));
    app.get_help_ptr()->group(say({"Options", "选项"}));
    return app;
  }

  template <class T>
  CLI::Option* option(CLI::App& app, const std::string& names, T& value, const char* type, const Message& description) {
    return app.add_option(names, value, say(description))->type_name(type);
  }

  void poster(CLI::App& app, std::string& value) {
    app.add_option("POSTER", value,
                   say({"Poster file (JSON), - for standard input", "海报文件（JSON），- 表示标准输入"}))
        ->required()
        ->type_name("");
  }

  CLI::Validator whole_number(int least, int most) const {
    const std::string range = std::to_string(least) + say({" to ", " 至 "}) + std::to_string(most);
    const std::string expected =
        say({"expected a whole number, " + range + ", found ", "应为 " + range + " 的整数，实为 "});
    return CLI::Validator(
        [=](const std::string& text) {
          int number = 0;
          const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
          const bool whole = error == std::errc() && end == text.data() + text.size();
          return whole && number >= least && number <= most ? "" : expected + quoted(text);
        },
        "");
  }

  CLI::Validator word_of_a_language() const {
    const std::string expected = say({"expected en or zh, found ", "应为 en 或 zh，实为 "});
    return CLI::Validator(
        [=](const std::string& text) { return text == "en" || text == "zh" ? "" : expected + quoted(text); }, "");
  }

  CLI::Validator file_of_a_format() const {
    const std::string expected =
        say({"expected a file that ends in ", "扩展名应为 "}) + format_endings() + say({", found ", "，实为 "});
    return CLI::Validator([=](const std::string& text) { return format_of_file(text) ? "" : expected + quoted(text); },
                          "");
  }

  static std::string quoted(const std::string& text) { return "\"" + text + "\""; }

  // In CLI11's own words where they say it well enough.
  Message explained(const CLI::ParseError& error) const {
    const std::string what = error.what();
    const auto says = [&](std::string_view part) { return what.find(part) != std::string::npos; };
    const auto before = [&](std::string_view part) { return what.substr(0, what.find(part)); };
    const auto after = [&](std::string_view part) { return what.substr(what.find(part) + part.size()); };
    const std::vector<std::string> rest = program_.remaining(true);
    if (says("A subcommand is required")) {
      const Message commands = all_commands();
      if (rest.empty()) return {"no command: " + commands.english, "缺少命令：" + commands.chinese};
      return {"there is no command " + quoted(rest[0]) + ": " + commands.english,
              "没有命令 " + quoted(rest[0]) + "：" + commands.chinese};
    }
    if (!rest.empty()) return {"not expected here: " + quoted(rest[0]), "此处多余：" + quoted(rest[0])};
    if (says(" is required")) return {before(" is required") + " is missing", "缺少 " + before(" is required")};
    if (says(" excludes ")) {
      const std::string one = before(" excludes "), other = after(" excludes ");
      return {one + " and " + other + " exclude each other", one + " 与 " + other + " 不能同时使用"};
    }
    if (says(" missing")) return {before(":") + " is to be followed by a value", before(":") + " 之后缺少值"};
    if (says("At Most 1 required")) return {before(":") + " is given twice", before(":") + " 重复出现"};
    return {what, what};
  }

  // "the commands are render, check and formula"
  Message all_commands() const {
    Message list;
    const std::vector<const CLI::App*> commands = program_.get_subcommands({});
    for (const CLI::App* one : commands) {
      const bool is_last = one == commands.back();
      list.english += (list.english.empty() ? "" : is_last ? " and " : ", ") + one->get_name();
      list.chinese += (list.chinese.empty() ? "" : is_last ? " 和 " : "、") + one->get_name();
    }
    return {"the commands are " + list.english, "命令有 " + list.chinese};
  }

  const Language language_;
  CommonOptions common_;
  RenderOptions render_;
  CheckOptions check_;
  LayoutOptions layout_;
  ImportOptions import_;
  OutlineOptions outline_;
  SchemaOptions schema_;
  FormulaOptions formula_;
  Call call_;
  std::string language_word_;  // read by asked_language()
  CLI::App program_;
};

}  // namespace

std::variant<Call, ExitStatus> parse_arguments(int argc, char** argv) {
  return Parser(asked_language(argc, argv)).parse(argc, argv);
}

}  // namespace sixiang::cli
