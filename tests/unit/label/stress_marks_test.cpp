#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "label/label.h"
#include "label/stress_marks.h"

using namespace sixiang;

namespace {

// The source with what begins or ends a stress as [ ] (bold) and { } (highlighted), and escapes as ^.
std::string marked(std::string_view source) {
  std::string result;
  std::size_t at = 0;
  bool bold = false, highlighted = false;
  for (const StressMark& mark : find_stress_marks(source, {{0, source.size()}})) {
    result += source.substr(at, mark.bytes.begin - at);
    at = mark.bytes.end;
    switch (mark.kind) {
      case StressMarkKind::Bold:
        result += (bold = !bold) ? "[" : "]";
        break;
      case StressMarkKind::Highlight:
        result += (highlighted = !highlighted) ? "{" : "}";
        break;
      case StressMarkKind::Escape:
        result += "^";
        break;
    }
  }
  return result + std::string(source.substr(at));
}

std::string lead(std::string_view source) { return std::string(source.substr(0, find_lead(source))); }

}  // namespace

TEST_CASE("stress marks: what Markdown stresses") {
  CHECK(marked("这是**重点**词") == "这是[重点]词");
  CHECK(marked("==高亮==与**加粗**") == "{高亮}与[加粗]");
  CHECK(marked("**一 ==二== 三**") == "[一 {二} 三]");
  CHECK(marked("**a** b **c**") == "[a] b [c]");
}

TEST_CASE("stress marks: what only looks like them stays as typed") {
  for (const char* text : {"2**3", "x==1 和 y==2", "a == b == c", "**", "****", "==", "====", "=== 分隔 ===",
                           "** 空格 **", "**没有结束", "没有开始**", "*斜体*", "a**b**c"}) {
    CAPTURE(text);
    CHECK(marked(text) == text);
  }
}

TEST_CASE("stress marks: a backslash keeps a sign") {
  CHECK(marked("\\**不加粗**") == "^**不加粗**");
  CHECK(marked("\\==不高亮==") == "^==不高亮==");
  CHECK(marked("a\\b\\*c") == "a\\b\\*c");
}

TEST_CASE("stress marks: a stress may enclose a formula") {
  const std::string source = "**质能 $E=mc^2$ 方程**";
  const std::size_t first = source.find('$'), last = source.rfind('$') + 1;
  const auto marks = find_stress_marks(source, {{0, first}, {last, source.size()}});
  REQUIRE(marks.size() == 2);
  CHECK(marks[0].bytes == ByteRange{0, 2});
  CHECK(marks[1].bytes == ByteRange{source.size() - 2, source.size()});
}

TEST_CASE("leads: a short start before a colon") {
  CHECK(lead("机制: CD 对局部距离敏感") == "机制: ");
  CHECK(lead("机制：模式覆盖") == "机制：");
  CHECK(lead("WGAN: Wasserstein-1") == "WGAN: ");
  CHECK(lead("SDS方法: 纹理拷贝") == "SDS方法: ");
  CHECK(lead("3D: 训练稳定") == "3D: ");
  CHECK(lead("阈值:$\\lambda=0.5$") == "阈值:");
  CHECK(lead("类比 GPT: 3D token 序列") == "类比 GPT: ");
  CHECK(lead("Laplacian平滑:") == "Laplacian平滑:");
}

TEST_CASE("leads: what is none") {
  for (const char* text : {"10:30 开会", "http://example.com", "C:\\dir", "比例 3:4", ": 无词",
                           "这是一个相当长的句子它不应该被当作引导词: 对吧", "他说，结论: 好", "$x$: 变量", "没有冒号",
                           "", "备注\\: 不是", "a:b", "KL项→压缩: 对"}) {
    CAPTURE(text);
    CHECK(lead(text).empty());
  }
}
