// The small rules that briefs are read by: lines, heads, arrows, quotes, colours, names.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "brief/arrows.h"
#include "brief/color_words.h"
#include "brief/heads.h"
#include "brief/icons.h"
#include "brief/lines.h"
#include "brief/names.h"
#include "brief/quotes.h"

using namespace sixiang;
using namespace sixiang::brief;

namespace {

std::string head(const std::string& line) {
  const std::optional<Head> read = read_head(to_text(line));
  if (!read) return "none";
  std::string text = to_utf8(read->word->word);
  for (const Text& part : {read->number, read->note, read->date, read->title, read->subtitle, read->tail}) {
    text += "|" + to_utf8(part);
  }
  return text;
}

std::string arrows(const std::string& text) {
  const std::optional<ArrowGraph> graph = read_arrows(to_text(text));
  if (!graph) return "none";
  std::string all;
  for (const Arrow& arrow : graph->arrows) {
    all += to_utf8(graph->terms[arrow.from]) + ">" + to_utf8(graph->terms[arrow.to]);
    if (!arrow.text.empty()) all += ":" + to_utf8(arrow.text);
    all += " ";
  }
  return all + to_utf8(graph->rest);
}

std::string color(const std::string& text) {
  const std::optional<SaidColor> said = find_color(to_text(text));
  return !said ? "none" : !said->color ? "wrong" : to_hex(*said->color);
}

std::string line(const std::string& text) {
  const Line read = read_lines(text)[0];
  const char* const markers[] = {"", "bullet ", "number "};
  std::string all = markers[int(read.marker)];
  if (read.heading > 0) all += "heading" + std::to_string(read.heading) + " ";
  if (read.rule) all += "rule ";
  return all + to_utf8(read.ordinal) + (read.ordinal.empty() ? "" : " ") + to_utf8(read.text);
}

std::vector<DraftSection> sections() {
  std::vector<DraftSection> all(4);
  const std::vector<std::vector<std::string>> names = {{"冻结版本", "Code Freeze", "1"},
                                                       {"构建镜像", "Build", "2"},
                                                       {"金丝雀 1%", "Canary", "3"},
                                                       {"自回归 AR", "", "4"}};
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].title = to_text(names[i][0]);
    all[i].subtitle = to_text(names[i][1]);
    all[i].number = to_text(names[i][2]);
    all[i].word = find_section_word(U"step");
  }
  return all;
}

std::string within(const std::string& text) {
  std::string found;
  for (const std::size_t at : SectionNames(sections()).within(to_text(text))) found += std::to_string(at + 1);
  return found;
}

int named(const std::string& text) {
  const std::optional<std::size_t> at = SectionNames(sections()).find(to_text(text));
  return at ? int(*at) + 1 : 0;
}

}  // namespace

TEST_CASE("marks of lines") {
  CHECK(line("  - a") == "bullet a");
  CHECK(line("• a") == "bullet a");
  CHECK(line("*a*") == "*a*");
  CHECK(line("3. a") == "number 3 a");
  CHECK(line("3a. 用户") == "number 3a 用户");
  CHECK(line("1.5 m") == "1.5 m");
  CHECK(line("## 节 ##") == "heading2 节");
  CHECK(line("# 产品 # 决策") == "# 产品 # 决策");
  CHECK(line("＃ 全角") == "heading1 全角");
  CHECK(line("- **Key**: value") == "bullet Key: value");
  CHECK(line("**Key:** value") == "Key: value");
  CHECK(line("---") == "rule ");
  CHECK(line("\xEF\xBB\xBF文\r") == "文");
  CHECK(line("－ 全角") == "bullet 全角");
  CHECK(line("(1) 进气 — 门开") == "number 1 进气 — 门开");
  CHECK(line("(1) to (2): 下止点") == "(1) to (2): 下止点");
  CHECK(line("(12 个月) 的账") == "(12 个月) 的账");
}

TEST_CASE("arrows that are drawn, keys with an equals sign, icons behind a heading") {
  CHECK(line("喂种 ──[涨到两倍]──► 混合 ──► 折叠") == "喂种 →(涨到两倍)→ 混合 → 折叠");
  CHECK(line("Q1 --是--> R1") == "Q1 →(是)→ R1");
  CHECK(line("a --> b") == "a --> b");
  CHECK(line("参数 --verbose 和 --quiet") == "参数 --verbose 和 --quiet");
  CHECK(line("* Magma = \"岩浆\"; note \"热\"") == "bullet Magma: \"岩浆\"; note \"热\"");
  CHECK(line("page = #F6F3EA") == "page: #F6F3EA");
  CHECK(line("y = \"a\" = b") == "y: \"a\" = b");
  CHECK(line("E = m·c²") == "E = m·c²");
  CHECK(line("- icon → camera") == "bullet icon: camera");
  const std::vector<Line> lines = read_lines("LEFT SIDE: 平均律 — Equal [图标: 钢琴]\n- a");
  REQUIRE(lines.size() == 3);
  CHECK(to_utf8(lines[0].text) == "LEFT SIDE: 平均律 — Equal");
  CHECK(to_utf8(lines[1].text) == "图标: 钢琴");
  CHECK(lines[1].number == 1);
  CHECK(lines[2].number == 2);
}

TEST_CASE("heads of sections: word, number, place, date, title, subtitle, what is said of it") {
  CHECK(head("STEP 1: 输入 (Input)") == "step|1|||输入|Input|");
  CHECK(head("LAYER 1 (底层) - 贴源层 (ODS):") == "layer|1|底层||贴源层|ODS|");
  CHECK(head("LAYER 3 (第三层) - 汇总层 (DWS) — 五张主题宽表:") == "layer|3|第三层||汇总层|DWS|五张主题宽表");
  CHECK(head("NODE 4 - 2023: 3D Gaussian Splatting") == "node|4||2023|3D Gaussian Splatting||");
  CHECK(head("LEFT SIDE － 悲观锁（Pessimistic Lock）：") == "left side||||悲观锁|Pessimistic Lock|");
  CHECK(head("CONFLICT 1: CD↓ 但 视觉质量↓") == "conflict|1|||CD↓ 但 视觉质量↓||");
  CHECK(head("LEVEL 1 - 生理需求 (Physiological): 吃饭、睡觉") == "level|1|||生理需求|Physiological|吃饭、睡觉");
  CHECK(head("步骤 2：清洗（Clean）") == "步骤|2|||清洗|Clean|");
  CHECK(head("第三层：应用") == "层|三|||应用||");
  CHECK(head("Top-Left Quadrant - GAN") == "top-left quadrant||||GAN||");
  CHECK(head("TOP-LEFT QUADRANT - GAN") == "top-left quadrant||||GAN||");
  CHECK(head("STEP 1 | 喂种 (Feed)") == "step|1|||喂种|Feed|");
  CHECK(head("STAGE 2 / 新都桥 (Night 2)") == "stage|2|||新都桥|Night 2|");
  CHECK(head("stepping stones") == "none");
  CHECK(head("STEPS:") == "none");
}

TEST_CASE("arrows: terms, names of arrows, what is left") {
  CHECK(arrows("样本→L(θ)→(求极值)→θ̂") == "样本>L(θ) L(θ)>θ̂:求极值 ");
  CHECK(arrows("E步→M步 and M步→E步") == "E步>M步 M步>E步 ");
  CHECK(arrows("1 → 2 \"没命中\"; 2 → 3 \"UDP 53\"") == "1>2:没命中 2>3:UDP 53 ");
  CHECK(arrows("扫读 → 精读 (值得才读)") == "扫读>精读:值得才读 ");
  CHECK(arrows("收口 → 看数: 下一轮") == "收口>看数:下一轮 ");
  CHECK(arrows("底层→中层→上层 (依赖关系)") == "底层>中层 中层>上层 依赖关系");
  CHECK(arrows("G(z)→fake, D(x)→real/fake judgment") == "z>G G>fake x>D D>real D>fake judgment");
  CHECK(arrows("a ↔ b") == "a>b b>a ");
  CHECK(arrows("a -> b => c") == "a>b b>c ");
  CHECK(arrows("没有箭头") == "none");
  CHECK(arrows("这一句话很长而且有逗号，中间才出现 → 一个箭头") == "none");
}

TEST_CASE("labels, by what stands before their quotes") {
  std::string all;
  for (const SaidLabel& label : read_labels(U"\"B+ 树\", formula \"h ≈ log_m N\", small icon of a tree, tag “默认”")) {
    all += std::to_string(int(label.as)) + to_utf8(label.text) + " ";
  }
  const auto as = [](SaidAs role) { return std::to_string(int(role)); };
  CHECK(all == as(SaidAs::Label) + "B+ 树 " + as(SaidAs::Key) + "h ≈ log_m N " + as(SaidAs::Icon) + "a tree " +
                   as(SaidAs::Tag) + "默认 ");
  all.clear();
  for (const SaidLabel& label : read_labels(U"扫读 只问值不值, f(a, b)；主题读")) all += to_utf8(label.text) + "|";
  CHECK(all == "扫读 只问值不值|f(a, b)|主题读|");
  CHECK(to_utf8(unquoted(U" “整句” ")) == "整句");
  CHECK(to_utf8(unquoted(U"他说“好”")) == "他说“好”");
}

TEST_CASE("colours, by code and by name") {
  CHECK(color("Mint (#B5E5CF) for repair") == "#B5E5CF");
  CHECK(color("右侧薄荷（＃A9D8C2）") == "#A9D8C2");
  CHECK(color("Mint (#B9E5C)") == "wrong");
  CHECK(color("footer bar dark red") == "#A93B33");
  CHECK(color("浅黄") == "#FAEBB8");
  CHECK(color("covered with stickers") == "none");
}

TEST_CASE("icons, by what they show") {
  CHECK(to_utf8(icon_phrase(U"Top, with a rolling-ball icon")) == "a rolling-ball");
  CHECK(to_utf8(icon_phrase(U"small icon of a tree")) == "a tree");
  CHECK(to_utf8(icon_phrase(U"图标: 秒表")) == "秒表");
  CHECK(icon_phrase(U"a shallow and wide tree").empty());
  CHECK(icon_named(U"flame") == "flame");
  CHECK(icon_named(U"秒表") == "timer");
  CHECK(icon_named(U"a rolling-ball") == "circle-dot");
  CHECK(icon_named(U"quetzalcoatl").empty());
}

TEST_CASE("sections, by what they are called elsewhere") {
  CHECK(named("冻结") == 1);
  CHECK(named("构建") == 2);
  CHECK(named("Canary") == 3);
  CHECK(named("step 2") == 2);
  CHECK(named("2") == 2);
  CHECK(named("third") == 3);
  CHECK(named("Autoregressive") == 4);
  CHECK(named("AR panel") == 4);
  CHECK(named("别的") == 0);
  CHECK(within("Blue for freeze and build") == "12");
  CHECK(within("steps 2-4") == "234");
  CHECK(within("金丝雀 1% 之后") == "3");
  CHECK(within("nothing of it") == "");
}
