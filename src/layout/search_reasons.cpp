#include "layout/search_reasons.h"

#include <cmath>

namespace sixiang::reasons {

namespace {

// With one decimal, the same from every compiler.
std::string tenths(float value) {
  const long count = std::lround(double(value) * 10);
  return std::to_string(count / 10) + "." + std::to_string(count % 10);
}

}  // namespace

Message fitted(float text, const ArrangementOptions& options, const Message& what) {
  const std::string size = tenths(text * options.scale);
  return {"by itself: text of " + size + " pt (" + what.english + ")",
          "单独而论：文字 " + size + " 点（" + what.chinese + "）"};
}

Message in_columns(std::size_t columns) {
  const std::string count = std::to_string(columns);
  return {columns == 1 ? "labels in a list" : "labels in " + count + " columns",
          columns == 1 ? "要点逐行排列" : "要点分 " + count + " 列"};
}

Message shared(float text) {
  const std::string size = tenths(text);
  return {"in common: text of " + size + " pt, the most that every section can hold",
          "共同字号：" + size + " 点，各板块都放得下的最大值"};
}

Message set_by_itself() {
  return {"too crowded for the common size: set by itself", "内容过多，不用共同字号，单独设置"};
}

Message diagram(const ArrangementOptions& options) {
  const std::string height = tenths(options.diagram_height);
  return {"diagram: up to " + height + " pt high", "示意图：高至 " + height + " 点"};
}

Message gaps(const ArrangementOptions& options) {
  const std::string part = tenths(100 * options.stretch);
  return {"gaps: " + part + " % of the way to the widest", "间距：向最宽放开 " + part + "%"};
}

Message magnified(float text, const ArrangementOptions& options) {
  const std::string size = tenths(text * options.scale), keys = tenths(text * options.key_scale);
  const std::string height = tenths(options.diagram_height);
  return {"much room left, so grown by itself: text " + size + " pt, keys " + keys + " pt, diagram up to " + height +
              " pt high",
          "空余较多，单独放大：文字 " + size + " 点，重点 " + keys + " 点，示意图高至 " + height + " 点"};
}

Message spread_out(const ArrangementOptions& options) {
  const std::string head = tenths(options.head_spread), foot = tenths(options.foot_spread);
  return {"white space: " + head + " pt more above what leads, " + foot + " pt from the first bullet down",
          "空白均分：首个要点以上每处多 " + head + " 点，以下每处多 " + foot + " 点"};
}

Message aligned_with(const std::string& section) {
  return {"begins at one height with " + section, "与 " + section + " 等高对齐"};
}

Message on_common_lines() { return {"like its neighbours: on common lines with them", "与同排内容同类：各块同线对齐"}; }

Message work_used_up() {
  return {"the work of the search is used up: sizes stay as found so far", "搜索步数用尽，保留已得的大小"};
}

}  // namespace sixiang::reasons
