#include "brief/keys.h"

#include <algorithm>
#include <array>

namespace sixiang::brief {

namespace {

constexpr TopicWord kTopics[] = {
    {U"layout", Topic::Layout},
    {U"structure", Topic::Layout},
    {U"composition", Topic::Layout},
    {U"direction", Topic::Layout},
    {U"layout preferences", Topic::Layout},
    {U"layout type", Topic::Layout},
    {U"布局", Topic::Layout},
    {U"版式", Topic::Layout},
    {U"结构", Topic::Layout},
    {U"构图", Topic::Layout},
    {U"排版", Topic::Layout},
    {U"zones", Topic::Zones},
    {U"zone list", Topic::Zones},
    {U"regions", Topic::Zones},
    {U"areas", Topic::Zones},
    {U"panels", Topic::Zones},
    {U"分区", Topic::Zones},
    {U"区域", Topic::Zones},
    {U"labels", Topic::Labels},
    {U"text labels", Topic::Labels},
    {U"text", Topic::Labels},
    {U"标注文字", Topic::Labels},
    {U"文字标签", Topic::Labels},
    {U"文字", Topic::Labels},
    {U"标签", Topic::Labels},
    {U"colors", Topic::Colors},
    {U"colours", Topic::Colors},
    {U"color", Topic::Colors},
    {U"colour", Topic::Colors},
    {U"color palette", Topic::Colors},
    {U"color scheme", Topic::Colors},
    {U"colour palette", Topic::Colors},
    {U"color notes", Topic::Colors},
    {U"色板", Topic::Colors},
    {U"主色", Topic::Colors},
    {U"style preferences", Topic::Colors},
    {U"配色", Topic::Colors},
    {U"颜色", Topic::Colors},
    {U"色彩", Topic::Colors},
    {U"background", Topic::Background},
    {U"background color", Topic::Background},
    {U"背景", Topic::Background},
    {U"背景色", Topic::Background},
    {U"底色", Topic::Background},
    {U"palette", Topic::Style},
    {U"style", Topic::Style},
    {U"visual style", Topic::Style},
    {U"style notes", Topic::Style},
    {U"style guide", Topic::Style},
    {U"art style", Topic::Style},
    {U"fonts", Topic::Style},
    {U"字体", Topic::Style},
    {U"视觉风格", Topic::Style},
    {U"visuals", Topic::Style},
    {U"tone", Topic::Style},
    {U"mood", Topic::Style},
    {U"typography", Topic::Style},
    {U"风格", Topic::Style},
    {U"画风", Topic::Style},
    {U"elements", Topic::Elements},
    {U"visual elements", Topic::Elements},
    {U"decorations", Topic::Elements},
    {U"details", Topic::Elements},
    {U"元素", Topic::Elements},
    {U"视觉元素", Topic::Elements},
    {U"装饰", Topic::Elements},
    {U"aspect", Topic::Aspect},
    {U"canvas", Topic::Aspect},
    {U"aspect ratio", Topic::Aspect},
    {U"ratio", Topic::Aspect},
    {U"size", Topic::Aspect},
    {U"format", Topic::Guide},
    {U"specifications", Topic::Guide},
    {U"规格", Topic::Guide},
    {U"比例", Topic::Aspect},
    {U"画幅", Topic::Aspect},
    {U"尺寸", Topic::Aspect},
    {U"宽高比", Topic::Aspect},
    {U"language", Topic::Language},
    {U"语言", Topic::Language},
    {U"title", Topic::Title},
    {U"main title", Topic::Title},
    {U"标题", Topic::Title},
    {U"主标题", Topic::Title},
    {U"大标题", Topic::Title},
    {U"主题", Topic::Title},
    {U"subtitle", Topic::Subtitle},
    {U"副标题", Topic::Subtitle},
    {U"center", Topic::Center},
    {U"centre", Topic::Center},
    {U"center circle", Topic::Center},
    {U"central circle", Topic::Center},
    {U"中心", Topic::Center},
    {U"中心圆", Topic::Center},
    {U"medallion", Topic::Center},
    {U"badge in the middle", Topic::Center},
    {U"中央圆", Topic::Center},
    {U"中央", Topic::Center},
    {U"bottom", Topic::Bar},
    {U"bottom bar", Topic::Bar},
    {U"bottom rule", Topic::Bar},
    {U"bottom banner", Topic::Bar},
    {U"bottom line", Topic::Bar},
    {U"bottom note", Topic::Bar},
    {U"bottom zone", Topic::Bar},
    {U"bottom strip", Topic::Bar},
    {U"bottom text", Topic::Bar},
    {U"key message", Topic::Bar},
    {U"key messages", Topic::Bar},
    {U"key insight", Topic::Bar},
    {U"key insights", Topic::Bar},
    {U"key takeaway", Topic::Bar},
    {U"key takeaways", Topic::Bar},
    {U"core insight", Topic::Bar},
    {U"core insights", Topic::Bar},
    {U"core message", Topic::Bar},
    {U"insight", Topic::Bar},
    {U"insights", Topic::Bar},
    {U"design philosophy", Topic::Bar},
    {U"takeaway", Topic::Bar},
    {U"takeaways", Topic::Bar},
    {U"summary", Topic::Bar},
    {U"conclusion", Topic::Bar},
    {U"footer", Topic::Bar},
    {U"footer bar", Topic::Bar},
    {U"footer text", Topic::Bar},
    {U"footer sentence", Topic::Bar},
    {U"rule of thumb", Topic::Bar},
    {U"总结", Topic::Bar},
    {U"小结", Topic::Bar},
    {U"结论", Topic::Bar},
    {U"核心洞察", Topic::Bar},
    {U"关键洞察", Topic::Bar},
    {U"核心观点", Topic::Bar},
    {U"核心信息", Topic::Bar},
    {U"关键信息", Topic::Bar},
    {U"设计哲学", Topic::Bar},
    {U"底部", Topic::Bar},
    {U"底部总结", Topic::Bar},
    {U"底部文字", Topic::Bar},
    {U"底部小字", Topic::Bar},
    {U"署名", Topic::Bar},
    {U"落款", Topic::Bar},
    {U"底部结论", Topic::Bar},
    {U"底部金句", Topic::Bar},
    {U"底部总结条", Topic::Bar},
    {U"底部横条", Topic::Bar},
    {U"底栏", Topic::Bar},
    {U"页脚", Topic::Bar},
    {U"横幅", Topic::Bar},
    {U"底部横幅", Topic::Bar},
    {U"banner", Topic::Bar},
    {U"takeaway strip", Topic::Bar},
    {U"takeaway bar", Topic::Bar},
    {U"takeaway banner", Topic::Bar},
    {U"底部横条", Topic::Bar},
    {U"一句话", Topic::Bar},
    {U"一句话总结", Topic::Bar},
    {U"horizontal axis", Topic::HorizontalAxis},
    {U"x-axis", Topic::HorizontalAxis},
    {U"横轴", Topic::HorizontalAxis},
    {U"vertical axis", Topic::VerticalAxis},
    {U"y-axis", Topic::VerticalAxis},
    {U"纵轴", Topic::VerticalAxis},
    {U"divider", Topic::Divider},
    {U"separator", Topic::Divider},
    {U"center divider", Topic::Divider},
    {U"分隔线", Topic::Divider},
    {U"分割线", Topic::Divider},
    {U"分隔", Topic::Divider},
    {U"中线", Topic::Divider},
    {U"arrow flow", Topic::Arrows},
    {U"arrows", Topic::Arrows},
    {U"arrow labels", Topic::Arrows},
    {U"箭头上的字", Topic::Arrows},
    {U"arrow", Topic::Arrows},
    {U"flow", Topic::Arrows},
    {U"pipeline flow", Topic::Arrows},
    {U"process flow", Topic::Arrows},
    {U"data flow", Topic::Arrows},
    {U"timeline arrow", Topic::Arrows},
    {U"connections", Topic::Arrows},
    {U"connectors", Topic::Arrows},
    {U"relationships", Topic::Arrows},
    {U"relations", Topic::Arrows},
    {U"edges", Topic::Arrows},
    {U"links", Topic::Arrows},
    {U"transition", Topic::Arrows},
    {U"transitions", Topic::Arrows},
    {U"feedback", Topic::Arrows},
    {U"feedback loop", Topic::Arrows},
    {U"箭头", Topic::Arrows},
    {U"箭头流向", Topic::Arrows},
    {U"箭头流程", Topic::Arrows},
    {U"箭头流", Topic::Arrows},
    {U"流程箭头", Topic::Arrows},
    {U"流程", Topic::Arrows},
    {U"数据流", Topic::Arrows},
    {U"流转", Topic::Arrows},
    {U"过渡", Topic::Arrows},
    {U"时间轴箭头", Topic::Arrows},
    {U"反馈箭头", Topic::Arrows},
    {U"feedback arrow", Topic::Arrows},
    {U"return arrow", Topic::Arrows},
    {U"连线", Topic::Arrows},
    {U"连接", Topic::Arrows},
    {U"关系", Topic::Arrows},
    {U"流向", Topic::Arrows},
    {U"反馈", Topic::Arrows},
    {U"nodes", Topic::Nodes},
    {U"events", Topic::Nodes},
    {U"milestones", Topic::Nodes},
    {U"steps", Topic::Nodes},
    {U"stages", Topic::Nodes},
    {U"phases", Topic::Nodes},
    {U"items", Topic::Nodes},
    {U"cards", Topic::Nodes},
    {U"columns", Topic::Nodes},
    {U"layers", Topic::Nodes},
    {U"levels", Topic::Nodes},
    {U"rows", Topic::Nodes},
    {U"modules", Topic::Nodes},
    {U"pillars", Topic::Nodes},
    {U"points", Topic::Nodes},
    {U"options", Topic::Nodes},
    {U"sections", Topic::Nodes},
    {U"quadrants", Topic::Nodes},
    {U"节点", Topic::Nodes},
    {U"事件", Topic::Nodes},
    {U"步骤", Topic::Nodes},
    {U"阶段", Topic::Nodes},
    {U"卡片", Topic::Nodes},
    {U"模块", Topic::Nodes},
    {U"层次", Topic::Nodes},
    {U"要点", Topic::Nodes},
    {U"markers", Topic::Markers},
    {U"icons", Topic::Markers},
    {U"图标", Topic::Markers},
    {U"central hub", Topic::Hub},
    {U"hub", Topic::Hub},
    {U"central concept", Topic::Hub},
    {U"core concept", Topic::Hub},
    {U"supporting information", Topic::Support},
    {U"supporting info", Topic::Support},
    {U"content", Topic::Content},
    {U"core points", Topic::Content},
    {U"key points", Topic::Content},
    {U"points covered", Topic::Content},
    {U"内容", Topic::Content},
    {U"key concept", Topic::Summary},
    {U"核心概念", Topic::Summary},
    {U"visual element", Topic::Picture},
    {U"visual", Topic::Picture},
    {U"illustration", Topic::Picture},
    {U"icon", Topic::Picture},
    {U"picture", Topic::Picture},
    {U"图示", Topic::Picture},
    {U"可视化", Topic::Picture},
    {U"插图", Topic::Picture},
    {U"formula", Topic::Formula},
    {U"equation", Topic::Formula},
    {U"公式", Topic::Formula},
    {U"headline", Topic::Headline},
    {U"subhead", Topic::Subhead},
    {U"subheadline", Topic::Subhead},
    {U"each card", Topic::Everything},
    {U"each card carries", Topic::Everything},
    {U"each panel", Topic::Everything},
    {U"each zone", Topic::Everything},
    {U"each node", Topic::Everything},
    {U"each step", Topic::Everything},
    {U"each column", Topic::Everything},
    {U"each layer", Topic::Everything},
    {U"each section", Topic::Everything},
    {U"all cards", Topic::Everything},
    {U"every card", Topic::Everything},
    {U"每张卡片", Topic::Everything},
    {U"overview", Topic::Guide},
    {U"learning objectives", Topic::Guide},
    {U"the viewer will understand", Topic::Guide},
    {U"image specifications", Topic::Guide},
    {U"core principles", Topic::Guide},
    {U"text requirements", Topic::Guide},
    {U"text placement", Topic::Guide},
    {U"layout guidelines", Topic::Guide},
    {U"style guidelines", Topic::Guide},
    {U"data points", Topic::Guide},
    {U"statistics", Topic::Guide},
    {U"quotes", Topic::Guide},
    {U"key terms", Topic::Guide},
    {U"design instructions", Topic::Guide},
    {U"other requirements", Topic::Guide},
    {U"best for", Topic::Guide},
    {U"type", Topic::Guide},
    {U"subject", Topic::Guide},
    {U"treatment", Topic::Guide},
    {U"constraints", Topic::Guide},
    {U"negative prompt", Topic::Guide},
    {U"avoid", Topic::Guide},
    {U"notes", Topic::Guide},
};

constexpr View kFillers[] = {
    U"panel",  U"card",   U"node",     U"nodes",      U"zone",  U"column", U"columns", U"step",  U"steps",  U"box",
    U"boxes",  U"circle", U"quadrant", U"section",    U"layer", U"layers", U"level",   U"side",  U"branch", U"block",
    U"row",    U"cell",   U"cards",    U"panels",     U"tone",  U"tones",  U"the",     U"a",     U"an",     U"of",
    U"in",     U"and",    U"with",     U"for",        U"stage", U"phase",  U"spoke",   U"event", U"on",     U"to",
    U"header", U"fill",   U"blocks",   U"operations", U"part",  U"parts",  U"area",    U"half",  U"bar",    U"stages",
    U"item",   U"items",  U"rows",     U"events",     U"group", U"groups", U"by",      U"all",   U"vs",     U"or",
};

struct OrdinalWord {
  View word;
  int place;
};
constexpr OrdinalWord kOrdinals[] = {
    {U"first", 1},        {U"second", 2},       {U"third", 3},     {U"fourth", 4},      {U"fifth", 5},
    {U"sixth", 6},        {U"seventh", 7},      {U"eighth", 8},    {U"ninth", 9},       {U"tenth", 10},
    {U"1st", 1},          {U"2nd", 2},          {U"3rd", 3},       {U"4th", 4},         {U"last", -1},
    {U"第一", 1},         {U"第二", 2},         {U"第三", 3},      {U"第四", 4},        {U"第五", 5},
    {U"第六", 6},         {U"第七", 7},         {U"第八", 8},      {U"第九", 9},        {U"top-left", 1},
    {U"top left", 1},     {U"top-right", 2},    {U"top right", 2}, {U"bottom-left", 3}, {U"bottom left", 3},
    {U"bottom-right", 4}, {U"bottom right", 4}, {U"左上", 1},      {U"右上", 2},        {U"左下", 3},
    {U"右下", 4},         {U"最后", -1},
};

constexpr View kBoilerplate[] = {
    U"clean composition",      U"simple or no background",
    U"main elements centered", U"main elements centred",
    U"color values (",         U"colour values (",
    U"text should be large",   U"keep minimal",
    U"focus on keywords",      U"language:",
};

constexpr View kTails[] = {U"flow",     U"view",    U"visualization", U"visualisation", U"framework", U"diagram",
                           U"timeline", U"chart",   U"infographic",   U"comparison",    U"map",       U"overview",
                           U"matrix",   U"process", U"flowchart",     U"structure",     U"analysis",  U"illustration"};

}  // namespace

namespace {

std::optional<Topic> topic_of(View word) {
  const auto found = std::find_if(std::begin(kTopics), std::end(kTopics),
                                  [word](const TopicWord& entry) { return entry.word == word; });
  return found == std::end(kTopics) ? std::nullopt : std::optional(found->topic);
}

// «流向 ARROW FLOW», «节点 NODES»: both halves say it.
std::optional<Topic> topic_of_halves(View text) {
  std::size_t han = 0;
  while (han < text.size() && is_han(text[han])) ++han;
  if (han == 0 || han >= text.size() || has_han(text.substr(han))) return std::nullopt;
  const View other = trimmed(text.substr(han), U"/·|");
  if (!std::all_of(other.begin(), other.end(), [](char32_t c) { return is_latin(c) || is_blank(c); }))
    return std::nullopt;
  const std::optional<Topic> first = topic_of(text.substr(0, han)), second = topic_of(other);
  return other.size() > 2 ? (second ? second : first) : std::nullopt;
}

}  // namespace

std::optional<Topic> find_topic(View key) {
  const Text all = folded(trimmed(key, U":："));
  View text = all;
  if (const std::size_t bracket = text.find(U'('); bracket != View::npos && bracket > 0) {
    text = trimmed(text.substr(0, bracket));
  }
  if (const std::optional<Topic> topic = topic_of(text)) return topic;
  if (const std::optional<Topic> topic = topic_of_halves(text)) return topic;
  // «BOTTOM INSIGHT», «KEY FINDING».
  const bool is_at_foot = begins_with(text, U"bottom ") || begins_with(text, U"footer ") ||
                          begins_with(text, U"key ") || begins_with(text, U"core ");
  const bool is_short =
      words_of(text).size() == 2 && !has_han(text) && text != U"bottom lane" && !begins_with(text, U"bottom-");
  return is_at_foot && is_short ? std::optional(Topic::Bar) : std::nullopt;
}

bool is_filler(View word) { return std::find(std::begin(kFillers), std::end(kFillers), word) != std::end(kFillers); }

int ordinal_of(View word) {
  const auto found = std::find_if(std::begin(kOrdinals), std::end(kOrdinals),
                                  [word](const OrdinalWord& entry) { return entry.word == word; });
  return found == std::end(kOrdinals) ? 0 : found->place;
}

bool is_boilerplate(View text) {
  const Text start = folded(text);
  return std::any_of(std::begin(kBoilerplate), std::end(kBoilerplate),
                     [&start](View entry) { return begins_with(start, entry); });
}

std::size_t title_without_tail(View text) {
  for (std::size_t i = text.size(); i-- > 1;) {
    const bool is_dash = text[i] == U'-' || text[i] == U'–' || text[i] == U'—' || plain(text[i]) == U'-';
    if (!is_dash || !is_blank(text[i - 1])) continue;
    const View tail = trimmed(text.substr(i + 1));
    const std::vector<Text> words = words_of(tail);
    if (words.empty() || words.size() > 4 || has_han(tail)) return View::npos;
    const bool is_tail = std::find(std::begin(kTails), std::end(kTails), words.back()) != std::end(kTails);
    return is_tail ? trimmed(text.substr(0, i - 1)).size() : View::npos;
  }
  return View::npos;
}

}  // namespace sixiang::brief
