#include "editor/names.h"

#include <array>
#include <string>

namespace sixiang {

namespace {

struct Thing {
  std::string_view container;
  std::string_view english, chinese;              // one
  std::string_view group_english, group_chinese;  // the heading of all
  std::string_view words_english, words_chinese;  // what a new one says
};

constexpr std::array<Thing, 20> kThings = {{
    {"poster", "poster", "海报", "Poster", "海报", "", ""},
    {"page", "page", "页面", "Page", "页面", "", ""},
    {"fonts", "fonts", "字体", "Fonts", "字体", "", ""},
    {"typography", "typesetting", "排版", "Typesetting", "排版", "", ""},
    {"palette", "shared colours", "公用颜色", "Shared colours", "公用颜色", "", ""},
    {"title", "title", "标题", "Title", "标题", "", ""},
    {"emphasis", "emphasis", "强调", "Emphasis", "强调", "", ""},
    {"center", "centre circle", "中心圆", "Centre circle", "中心圆", "$p(x)$", "$p(x)$"},
    {"lines", "line", "行", "Lines", "文字行", "New line", "新的一行"},
    {"sections", "section", "板块", "Sections", "板块", "New section", "新板块"},
    {"badge", "badge", "徽章", "Badge", "徽章", "New", "重点"},
    {"colors", "colours", "颜色", "Colours", "颜色", "", ""},
    {"diagram", "diagram", "示意图", "Diagram", "示意图", "", ""},
    {"labels", "label", "要点", "Labels", "要点", "New label", "新要点"},
    {"nodes", "node", "节点", "Nodes", "节点", "Node", "节点"},
    {"arrows", "arrow", "箭头", "Arrows", "箭头", "", ""},
    {"tiles", "tile", "格子", "Tiles", "格子", "", ""},
    {"spans", "span", "跨度箭头", "Spans", "跨度箭头", "Step", "步骤"},
    {"tokens", "token", "词元", "Tokens", "词元", "$x$", "$x$"},
    {"decorations", "decoration", "装饰", "Decorations", "装饰", "", ""},
}};

struct Name {
  std::string_view container;  // empty: in any
  std::string_view key;
  std::string_view english, chinese;
};

// The first that matches holds.
constexpr std::array<Name, 41> kNames = {{
    {"poster", "layout", "Layout", "版式"},
    {"page", "width", "Width", "宽度"},
    {"page", "height", "Height", "高度"},
    {"page", "background", "Background", "背景"},
    {"fonts", "title", "Title font", "标题字体"},
    {"fonts", "text", "Text font", "正文字体"},
    {"fonts", "formula", "Formula font", "公式字体"},
    {"typography", "cjkLatinSpace", "Space between Chinese and Latin", "中西文间距"},
    {"palette", "ink", "Ink", "墨色"},
    {"palette", "keyFormula", "Key formulas", "重点公式"},
    {"palette", "card", "Cards", "卡片"},
    {"title", "underline", "Underline", "下划线"},
    {"emphasis", "start", "Characters before", "前面字数"},
    {"emphasis", "length", "Characters", "强调字数"},
    {"lines", "role", "Style", "样式"},
    {"sections", "title", "Title", "标题"},
    {"sections", "icon", "Icon", "图标"},
    {"sections", "iconColor", "Icon colour", "图标颜色"},
    {"colors", "fill", "Body", "正文区"},
    {"colors", "header", "Header", "标题栏"},
    {"colors", "accent", "Accent", "强调色"},
    {"colors", "outline", "Outline", "轮廓"},
    {"diagram", "kind", "Kind", "类型"},
    {"diagram", "seed", "Seed", "随机种子"},
    {"diagram", "dots", "Dots a tile", "每格点数"},
    {"diagram", "arcs", "Arcs", "弧线"},
    {"nodes", "shape", "Shape", "形状"},
    {"nodes", "column", "Column", "列"},
    {"nodes", "row", "Row", "行"},
    {"", "from", "From", "从"},
    {"", "to", "To", "到"},
    {"arrows", "style", "Line", "线型"},
    {"arrows", "bend", "Bend", "弯曲"},
    {"tiles", "level", "Noise level", "噪声程度"},
    {"tiles", "caption", "Caption", "说明"},
    {"labels", "role", "Role", "类别"},
    {"decorations", "kind", "Kind", "类型"},
    {"decorations", "place", "Place", "位置"},
    {"", "text", "Text", "文字"},
    {"", "color", "Colour", "颜色"},
    {"", "fill", "Fill", "填充"},
}};
const Thing& thing(std::string_view container) {
  for (const Thing& known : kThings) {
    if (known.container == container) return known;
  }
  return kThings[0];
}

Message message(std::string_view english, std::string_view chinese) {
  return {std::string(english), std::string(chinese)};
}

}  // namespace

Message thing_name(std::string_view container) {
  const Thing& named = thing(container);
  return message(named.english, named.chinese);
}

Message group_name(std::string_view container) {
  const Thing& named = thing(container);
  return message(named.group_english, named.group_chinese);
}

Message field_name(std::string_view container, std::string_view key) {
  for (const Name& name : kNames) {
    if (name.key == key && (name.container.empty() || name.container == container)) {
      return message(name.english, name.chinese);
    }
  }
  return message(key, key);
}

// Of specs/fonts.md; formulas need the tables that only one face has.
std::vector<FaceName> faces_for(std::string_view key) {
  if (key == "formula") return {{"math", {"Sans-serif", "无衬线"}}};
  return {{"marker", {"Marker", "马克笔"}}, {"wenkai", {"Handwritten", "文楷"}}, {"sans", {"Sans-serif", "黑体"}}};
}

Message first_words(std::string_view container) {
  const Thing& named = thing(container);
  return message(named.words_english, named.words_chinese);
}

}  // namespace sixiang
