#include "base/problems.h"

#include <array>
#include <cstddef>
#include <string>

namespace sixiang {

namespace {

using enum Severity;

constexpr ProblemEntry kEntries[] = {
    {Problem::NewerFormat,
     "newer-format",
     Warning,
     {"the poster is of format version {}, this program knows up to {}", "该海报的格式版本是 {}，本程序最高支持 {}"},
     {"only what it understands is shown, nothing can be changed, and saving keeps the file as it is; edit it with a "
      "newer editor",
      "只显示能识别的部分，不能修改，保存时文件保持原样；请用更新的编辑器编辑"}},
    {Problem::UnknownFont,
     "unknown-font",
     Warning,
     {"{} names a font that is not here, and the default is used", "{} 指定的字体不可用，已改用默认字体"},
     {"choose one of the fonts that are here", "请选择已有的字体"}},
    {Problem::TooSmall,
     "overflow",
     Warning,
     {"there is too little room, and it is drawn smaller than can be read", "空间不足，文字已缩小到难以辨认"},
     {"shorten it or remove others", "请缩短内容或删减条目"}},
    {Problem::LowContrast,
     "low-contrast",
     Warning,
     {"the contrast of this text with what it stands on is {} to 1, less than {} to 1",
      "这段文字与底色的对比度是 {}:1，不到 {}:1"},
     {"make its colour darker or lighter", "请把文字颜色调深或调浅"}},
    {Problem::NoRoom,
     "no-room",
     Warning,
     {"there is no room for this decoration, and it is left out", "此处没有空间放置该装饰，已省略"},
     {"shorten what stands beside it, or place it elsewhere", "请缩短旁边的内容，或换个位置"}},
    {Problem::NoRoomInRing,
     "no-room",
     Warning,
     {"no circle among the ring's arrows is large enough for the centre, and it is not drawn",
      "环内的箭头之间没有足够大的空处，未绘制中心"},
     {"shorten its lines, or use fewer arrows across the ring", "请缩短中心的文字，或减少横穿环的箭头"}},
    {Problem::NoWay,
     "no-way",
     Warning,
     {"nothing free leads from one of these sections to the other, and the arrow is not drawn",
      "这两节之间没有可走的空隙，未绘制此箭头"},
     {"let it join other sections, or place them beside each other", "请改连其他小节，或让这两节相邻"}},
    {Problem::NoGutter,
     "no-gutter",
     Warning,
     {"no gutter parts these sections in two halves, and the divider is not drawn",
      "没有把各节分成两半的间隙，未绘制分隔"},
     {"use an even number of columns or rows, or remove it", "请用偶数的列或行，或删去它"}},
    {Problem::DiagramTooLarge,
     "overflow",
     Warning,
     {"the diagram does not fit its room at a readable size", "图示在可读的字号下放不进版面"},
     {"shorten its texts or use fewer parts", "请缩短文字或减少部件"}},
    {Problem::NodesOverlap,
     "overlap",
     Warning,
     {"another node stands at the same column and row, and this one is moved down", "该行列已有其他节点，此节点已下移"},
     {"give it a place of its own", "请给它单独的行列"}},
    {Problem::ArrowTextsOverlap,
     "overlap",
     Warning,
     {"the texts of some arrows find no free place", "部分箭头的文字没有空位"},
     {"shorten them or move the nodes apart", "请缩短文字或拉开节点"}},
    {Problem::UnknownNode,
     "unknown-node",
     Warning,
     {"there is no node “{}”, and the arrow is not drawn", "没有节点「{}」，未绘制此箭头"},
     {"let the arrow join nodes that are there", "请让箭头连接已有的节点"}},
    {Problem::UnknownTile,
     "unknown-tile",
     Warning,
     {"it starts or ends at a tile that does not exist, and is not drawn", "起止图块不存在，未绘制"},
     {"let it span tiles that are there", "请让它跨越已有的图块"}},
    {Problem::UnknownIcon,
     "unknown-icon",
     Warning,
     {"there is no icon “{}”, and none is drawn", "没有图标「{}」，未绘制"},
     {"choose one of the icons that are here", "请选择已有的图标"}},
    {Problem::UnknownIconInText,
     "unknown-icon",
     Warning,
     {"there is no icon “{}”, and it is set as it was typed", "没有图标「{}」，按原样排印"},
     {"name one of the icons that are here, or write \\: for a colon", "请改用已有的图标；要显示冒号请写 \\:"}},
    {Problem::LineTooWide,
     "overflow",
     Warning,
     {"“{}” is wider than its room", "「{}」超出可用宽度"},
     {"shorten it or divide it", "请缩短或分成几段"}},
    {Problem::MissingGlyph,
     "missing-glyph",
     Warning,
     {"no font has the character “{}” ({}), and a box is drawn", "没有字体包含字符「{}」（{}），已画成方框"},
     {"write it in another way", "请换一种写法"}},
    {Problem::ControlCharacter,
     "control-character",
     Warning,
     {"the text contains the control character {}", "文字中有控制字符 {}"},
     {"delete it; it often comes with pasted text", "请删除；粘贴的文字常带有这种字符"}},
    {Problem::UnclosedDollar,
     "unclosed-dollar",
     Warning,
     {"this “$” opens a formula that is never closed", "此处的「$」开始了公式，但没有结束的「$」"},
     {"write the closing one, or \\$ for a dollar sign", "请补上结束的「$」；要显示美元符号请写 \\$"}},
    {Problem::EmptyFormula,
     "empty-formula",
     Warning,
     {"there is no formula between the dollars", "「$」之间没有公式"},
     {"write one, or \\$ for a dollar sign", "请写上公式；要显示美元符号请写 \\$"}},
    {Problem::DoubtfulDollars,
     "doubtful-dollars",
     Hint,
     {"this looks like a formula, but a space within its dollars or a digit behind them makes it text",
      "这里像是公式，但「$」内侧有空格，或「$」后紧跟数字，按文字排印"},
     {"let the dollars touch it, or write \\(…\\)", "请让「$」紧挨公式，或写成 \\(…\\)"}},
    {Problem::BareFormula,
     "bare-formula",
     Hint,
     {"this looks like a formula, and is set as it was typed", "这里像是公式，但按原样排印"},
     {"put it between dollars, $…$", "请写在「$」之间：$…$"}},
    {Problem::UnknownCommand,
     "unknown-command",
     Error,
     {"there is no command {}", "没有命令 {}"},
     {"check its spelling, or type the sign itself", "请检查拼写，或直接输入该符号"}},
    {Problem::MisplacedCommand,
     "misplaced-command",
     Error,
     {"{} has no meaning here", "{} 在此处没有意义"},
     {"delete it, or put it where it belongs", "请删除，或移到它该在的位置"}},
    {Problem::MissingArgument,
     "missing-argument",
     Error,
     {"{} needs something after it", "{} 后面缺少内容"},
     {"write it, in { } where it is more than one sign", "请补上；多于一个符号时用 { } 括起"}},
    {Problem::MissingDelimiter,
     "missing-delimiter",
     Error,
     {"a bracket must follow {}", "{} 后面需要一个括号"},
     {"write one, such as ( or ]", "请补上，例如 ( 或 ]"}},
    {Problem::UnmatchedBracket,
     "unmatched-bracket",
     Error,
     {"this bracket has no partner", "这个括号没有配对"},
     {"write the other one, or delete it", "请补上另一半，或删除"}},
    {Problem::UnmatchedLeft,
     "unmatched-bracket",
     Error,
     {"\\left has no \\right", "\\left 没有对应的 \\right"},
     {"write \\right and a bracket, or \\right. for none", "请写上 \\right 和括号；不要括号时写 \\right."}},
    {Problem::UnmatchedEnvironment,
     "unmatched-environment",
     Error,
     {"\\begin{…} and \\end{…} must come in pairs", "\\begin{…} 与 \\end{…} 必须成对"},
     {"write the other one", "请补上另一个"}},
    {Problem::UnknownEnvironment,
     "unknown-environment",
     Error,
     {"there is no environment of this name", "没有这个名称的环境"},
     {"use matrix, pmatrix, bmatrix, cases or aligned", "请用 matrix、pmatrix、bmatrix、cases 或 aligned"}},
    {Problem::OtherEnvironmentEnds,
     "unknown-environment",
     Error,
     {"\\end{…} names another environment", "\\end{…} 的名称不一致"},
     {"write the same name in both", "请让两处的名称相同"}},
    {Problem::DoubleScript,
     "double-script",
     Error,
     {"a second script of the same kind", "同一位置出现第二个上标或下标"},
     {"group with { }", "请用 { } 分组"}},
    {Problem::DanglingScript,
     "dangling-script",
     Error,
     {"nothing follows this script sign", "此上标或下标符号后没有内容"},
     {"write what it raises or lowers, or delete it", "请补上内容，或删除"}},
    {Problem::MisplacedLimits,
     "misplaced-limits",
     Error,
     {"{} must follow an operator", "{} 必须跟在运算符之后"},
     {"put it behind \\sum, \\int or \\lim", "请放到 \\sum、\\int 或 \\lim 之后"}},
    {Problem::RowBreakInScript,
     "row-break",
     Hint,
     {"\\\\ in a script is read as the end of a line", "上下标中的 \\\\ 按换行处理"},
     {"write \\substack{…} around the lines", "请用 \\substack{…} 括起各行"}},
    {Problem::LoneBackslash,
     "row-break",
     Hint,
     {"a backslash by itself is read as the end of a row", "单独的反斜杠按换行处理"},
     {"write \\\\", "请写成 \\\\"}},
    {Problem::DoubledBackslashes,
     "doubled-backslash",
     Hint,
     {"every \\\\ before a command is read as one backslash", "命令前的 \\\\ 按单个反斜杠处理"},
     {"write one", "请只写一个"}},
    {Problem::Comment,
     "comment",
     Hint,
     {"from % to the end of the line is left out, as a comment", "从 % 到行末按注释略去"},
     {"write \\% for a per cent sign", "百分号请写成 \\%"}},
    {Problem::DefinitionTooLarge,
     "definition-too-large",
     Error,
     {"what {} stands for is too large, or never ends", "{} 展开后过长，或没有尽头"},
     {"write what it means instead", "请直接写出它的含义"}},
    {Problem::FormulaTooLong,
     "formula-too-long",
     Error,
     {"a formula has at most {} characters, and the rest is not set", "公式最多 {} 个字符，其余部分未排版"},
     {"make several of it", "请拆成几个"}},
    {Problem::FormulaTooDeep,
     "formula-too-deep",
     Error,
     {"brackets and commands nest at most {} deep", "括号和命令最多嵌套 {} 层"},
     {"give a part of it a name of its own", "请给其中一部分另取名称"}},
    {Problem::FormulaTooLarge,
     "formula-too-large",
     Error,
     {"the formula is too large, and the rest is not drawn", "公式过大，其余部分未绘制"},
     {"make several of it", "请拆成几个"}},
    {Problem::FormulaTooWide,
     "overflow",
     Warning,
     {"the formula is wider than its place", "公式超出了可用宽度"},
     {"shorten it, or break it with \\\\", "请缩短，或用 \\\\ 换行"}},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < std::size(kEntries); ++i) {
    if (std::size_t(kEntries[i].problem) != i) return false;
  }
  return std::size(kEntries) == std::size_t(Problem::FormulaTooWide) + 1;
}
static_assert(in_order());

const ProblemEntry& entry_of(Problem problem) { return kEntries[std::size_t(problem)]; }

std::string filled(std::string_view clause, std::initializer_list<std::string_view> named) {
  std::string result;
  for (const std::string_view name : named) {
    const std::size_t hole = clause.find("{}");
    if (hole == std::string_view::npos) break;
    result.append(clause.substr(0, hole)).append(name);
    clause.remove_prefix(hole + 2);
  }
  return result.append(clause);
}

}  // namespace

std::span<const ProblemEntry> problem_entries() { return kEntries; }

Message meaning_of(Problem problem, std::initializer_list<std::string_view> named) {
  const Clause& meaning = entry_of(problem).meaning;
  return {filled(meaning.english, named), filled(meaning.chinese, named)};
}

Diagnostic make_diagnostic(Problem problem, std::initializer_list<std::string_view> named) {
  const ProblemEntry& entry = entry_of(problem);
  const Message meaning = meaning_of(problem, named);
  Diagnostic diagnostic;
  diagnostic.severity = entry.severity;
  diagnostic.code = entry.code;
  diagnostic.message = {meaning.english + ": " + std::string(entry.remedy.english),
                        meaning.chinese + "：" + std::string(entry.remedy.chinese)};
  return diagnostic;
}

}  // namespace sixiang
