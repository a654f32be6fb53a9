#include "brief/outline_titles.h"

#include <algorithm>

namespace sixiang::brief {

namespace {

// What a word of a heading speaks of. A heading is of the page where it is made of such words alone.
enum class Part : std::uint8_t {
  Link,
  Whole,
  Frame,
  Guide,
  Doubtful,
  Title,
  Subtitle,
  Bar,
  Arrows,
  Center,
  Things,
  Count
};
struct PartWord {
  View word;
  Part part;
};
constexpr PartWord kPartWords[] = {
    {U"整体", Part::Link},      {U"全局", Part::Link},       {U"设计", Part::Link},     {U"视觉", Part::Link},
    {U"出图", Part::Link},      {U"生成", Part::Link},       {U"制作", Part::Link},     {U"印刷", Part::Link},
    {U"绘图", Part::Link},      {U"使用", Part::Link},       {U"几点", Part::Link},     {U"一些", Part::Link},
    {U"小", Part::Link},        {U"的", Part::Link},         {U"与", Part::Link},       {U"和", Part::Link},
    {U"及", Part::Link},        {U"、", Part::Link},         {U"/", Part::Link},        {U"&", Part::Link},
    {U"基本", Part::Link},      {U"信息", Part::Link},       {U"方案", Part::Link},     {U"时", Part::Link},
    {U"里", Part::Link},        {U"上", Part::Link},         {U"各", Part::Link},       {U"图上", Part::Link},
    {U"海报", Part::Whole},     {U"画面", Part::Whole},      {U"页面", Part::Whole},    {U"版面", Part::Whole},
    {U"版式", Part::Frame},     {U"布局", Part::Frame},      {U"构图", Part::Frame},    {U"结构", Part::Frame},
    {U"排版", Part::Frame},     {U"排布", Part::Frame},      {U"尺寸", Part::Frame},    {U"比例", Part::Frame},
    {U"画幅", Part::Frame},     {U"规格", Part::Frame},      {U"设定", Part::Frame},    {U"设置", Part::Frame},
    {U"参数", Part::Frame},     {U"颜色", Part::Frame},      {U"配色", Part::Frame},    {U"色彩", Part::Frame},
    {U"用色", Part::Frame},     {U"色板", Part::Frame},      {U"底色", Part::Frame},    {U"背景", Part::Frame},
    {U"背景色", Part::Frame},   {U"画布", Part::Frame},      {U"总览", Part::Frame},    {U"形式", Part::Frame},
    {U"风格", Part::Guide},     {U"画风", Part::Guide},      {U"字体", Part::Guide},    {U"点缀", Part::Guide},
    {U"装饰", Part::Guide},     {U"元素", Part::Guide},      {U"要求", Part::Guide},    {U"备注", Part::Guide},
    {U"不要", Part::Guide},     {U"避免", Part::Guide},      {U"禁止", Part::Guide},    {U"负面", Part::Guide},
    {U"提示词", Part::Guide},   {U"语言", Part::Guide},      {U"需求", Part::Guide},    {U"注", Part::Guide},
    {U"图标", Part::Guide},     {U"配图", Part::Guide},      {U"插图", Part::Guide},    {U"氛围", Part::Guide},
    {U"文字要求", Part::Guide}, {U"不要出现", Part::Guide},  {U"规范", Part::Guide},    {U"约束", Part::Guide},
    {U"注意", Part::Doubtful},  {U"事项", Part::Doubtful},   {U"须知", Part::Doubtful}, {U"提示", Part::Doubtful},
    {U"提醒", Part::Doubtful},  {U"建议", Part::Doubtful},   {U"说明", Part::Doubtful}, {U"别忘了", Part::Doubtful},
    {U"其他", Part::Doubtful},  {U"其它", Part::Doubtful},   {U"补充", Part::Doubtful}, {U"小贴士", Part::Doubtful},
    {U"细节", Part::Doubtful},  {U"标题", Part::Title},      {U"大标题", Part::Title},  {U"主标题", Part::Title},
    {U"主题", Part::Title},     {U"主色调", Part::Frame},    {U"色调", Part::Frame},    {U"主色", Part::Frame},
    {U"用色", Part::Frame},     {U"副标题", Part::Subtitle}, {U"题目", Part::Title},    {U"总标题", Part::Title},
    {U"页脚", Part::Bar},       {U"页尾", Part::Bar},        {U"底部", Part::Bar},      {U"底下", Part::Bar},
    {U"最下面", Part::Bar},     {U"最下方", Part::Bar},      {U"最底部", Part::Bar},    {U"最底下", Part::Bar},
    {U"下方", Part::Bar},       {U"底栏", Part::Bar},        {U"结论", Part::Bar},      {U"结论条", Part::Bar},
    {U"总结", Part::Bar},       {U"总结条", Part::Bar},      {U"收尾", Part::Bar},      {U"收尾语", Part::Bar},
    {U"收尾句", Part::Bar},     {U"结语", Part::Bar},        {U"结尾", Part::Bar},      {U"横条", Part::Bar},
    {U"横幅", Part::Bar},       {U"横栏", Part::Bar},        {U"横带", Part::Bar},      {U"通栏", Part::Bar},
    {U"提示条", Part::Bar},     {U"一句话", Part::Bar},      {U"一行字", Part::Bar},    {U"金句", Part::Bar},
    {U"标语", Part::Bar},       {U"落款", Part::Bar},        {U"署名", Part::Bar},      {U"箭头", Part::Arrows},
    {U"连线", Part::Arrows},    {U"流向", Part::Arrows},     {U"走向", Part::Arrows},   {U"关系", Part::Arrows},
    {U"连接", Part::Arrows},    {U"字", Part::Link},         {U"文字", Part::Link},     {U"标注", Part::Link},
    {U"中心", Part::Center},    {U"圆心", Part::Center},     {U"中央", Part::Center},   {U"正中", Part::Center},
    {U"正中间", Part::Center},  {U"大圆", Part::Center},     {U"最后一行", Part::Bar},  {U"最后一句", Part::Bar},
    {U"圆圈", Part::Center},    {U"圆形", Part::Center},     {U"中间", Part::Center},   {U"圆", Part::Center},
    {U"中心圆", Part::Center},  {U"内容", Part::Things},     {U"正文", Part::Things},   {U"文案", Part::Things},
    {U"主体", Part::Things},    {U"卡片", Part::Things},     {U"节点", Part::Things},   {U"板块", Part::Things},
    {U"模块", Part::Things},    {U"步骤", Part::Things},     {U"阶段", Part::Things},   {U"格子", Part::Things},
    {U"分区", Part::Things},    {U"部分", Part::Things},     {U"要点", Part::Things},   {U"栏目", Part::Things},
    {U"层", Part::Things},      {U"格", Part::Things},       {U"栏", Part::Things},     {U"列", Part::Things},
    {U"环节", Part::Things},    {U"张", Part::Link},         {U"个", Part::Link},       {U"条", Part::Link},
    {U"块", Part::Things},      {U"核心", Part::Link},       {U"具体", Part::Link},     {U"写", Part::Link},
    {U"请", Part::Link},        {U"绘制", Part::Link},       {U"渲染", Part::Link},     {U"清单", Part::Link},
    {U"规则", Part::Doubtful},  {U"限制", Part::Doubtful},   {U"自查", Part::Guide},    {U"检查", Part::Doubtful},
    {U"负面词", Part::Guide},   {U"公式", Part::Link},       {U"行", Part::Link},       {U"位置", Part::Frame},
    {U"大小", Part::Frame},     {U"宫格", Part::Link},       {U"方向", Part::Frame},
};

struct Parts {
  std::size_t counts[12] = {};
  Part last = Part::Link;
  bool has(Part part) const { return counts[std::size_t(part)] > 0; }
};

// nullopt: not all of it is such words.
std::optional<Parts> parts_of(View text) {
  Parts parts;
  for (std::size_t at = 0; at < text.size();) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    const PartWord* best = nullptr;
    for (const PartWord& entry : kPartWords) {
      if (begins_with(text.substr(at), entry.word) && (!best || entry.word.size() > best->word.size())) best = &entry;
    }
    if (!best && !is_numeral(text[at]) && text[at] != U'两') return std::nullopt;
    const Part part = best ? best->part : Part::Count;
    ++parts.counts[std::size_t(part)];
    if (part != Part::Link && part != Part::Count) parts.last = part;
    at += best ? best->word.size() : 1;
  }
  return parts;
}

}  // namespace

bool is_of_page(std::optional<Topic> topic) {
  return topic == Topic::Layout || topic == Topic::Aspect || topic == Topic::Colors || topic == Topic::Background ||
         topic == Topic::Style || topic == Topic::Elements;
}

std::optional<Topic> page_topic(View key) {
  constexpr View kWholes[] = {U"海报", U"整体", U"页面", U"画面", U"版面", U"图片"};
  for (const View whole : kWholes) {
    const std::optional<Topic> topic = begins_with(key, whole) ? find_topic(key.substr(whole.size())) : std::nullopt;
    if (topic == Topic::Title || topic == Topic::Language || is_of_page(topic)) return topic;
  }
  constexpr View kFeet[] = {U"最下", U"最底", U"页面", U"底部", U"底下", U"收尾"};
  const bool is_foot = begins_with_any(key, kFeet) && read_outline_title(key).meaning == HeadMeaning::Bar;
  return is_foot ? std::optional(Topic::Bar) : std::nullopt;
}

bool says_not_printed(View note) {
  for (const View word : {U"不上画面",
                          U"不上图",
                          U"不上墙",
                          U"不印",
                          U"不要印",
                          U"不用印",
                          U"不用放",
                          U"不要放",
                          U"不放进",
                          U"不放在",
                          U"不用画",
                          U"不要画",
                          U"不出现",
                          U"不用出现",
                          U"给你看",
                          U"给设计",
                          U"给画图",
                          U"给作图",
                          U"给美工",
                          U"给你了解",
                          U"只给你",
                          U"仅供参考",
                          U"仅供了解",
                          U"供参考",
                          U"不写进",
                          U"不用写",
                          U"不进画面",
                          U"别印",
                          U"别放",
                          U"not printed",
                          U"not on the poster",
                          U"for reference only",
                          U"for you only",
                          U"do not print",
                          U"don't print"}) {
    if (contains(folded(note), word)) return true;
  }
  return false;
}

OutlineTitle read_outline_title(View source) {
  OutlineTitle title;
  const View whole = trimmed(source, U":：*");
  const std::size_t open = whole.find_first_of(U"(（");
  if (says_not_printed(open == View::npos ? whole : whole.substr(open))) {
    title.meaning = HeadMeaning::Guide;
    return title;
  }
  const View name = open == View::npos || open == 0 ? whole : trimmed(whole.substr(0, open), U":：*");
  if (!has_han(name)) {
    title.meaning = meaning_of(name);
    return title;
  }
  const std::optional<Parts> parts = name.size() <= 14 ? parts_of(folded(name)) : std::nullopt;
  if (!parts) return title;
  // The strongest word counts: «箭头上的文字», «底部横条颜色», «设计备注».
  if (parts->has(Part::Arrows)) {
    title.meaning = HeadMeaning::Arrows;
  } else if (parts->last == Part::Frame || parts->last == Part::Whole || parts->last == Part::Guide) {
    title.meaning = parts->last == Part::Guide ? HeadMeaning::Guide : HeadMeaning::Frame;
  } else if (parts->has(Part::Subtitle)) {
    title.meaning = HeadMeaning::Subtitle;
  } else if (parts->has(Part::Title)) {
    title.meaning = HeadMeaning::Title;
  } else if (parts->has(Part::Bar)) {
    title.meaning = HeadMeaning::Bar;
  } else if (parts->has(Part::Center)) {
    title.meaning = HeadMeaning::Center;
  } else if (parts->has(Part::Doubtful)) {
    // «版式建议» says how the page is.
    title.meaning = parts->has(Part::Frame) ? HeadMeaning::Frame : HeadMeaning::Guide;
    title.is_doubtful = !parts->has(Part::Frame) && !parts->has(Part::Whole) && !parts->has(Part::Guide);
  } else if (parts->has(Part::Things)) {
    title.meaning = HeadMeaning::Frame;
    title.holds_sections = true;
  }
  return title;
}

}  // namespace sixiang::brief
