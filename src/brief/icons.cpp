#include "brief/icons.h"

#include <algorithm>

#include "icon/find_icons.h"

namespace sixiang::brief {

namespace {

constexpr View kAdjectives[] = {U"a",    U"an",    U"the",   U"small",   U"tiny",    U"little",  U"simple",
                                U"mini", U"big",   U"round", U"bold",    U"line",    U"flat",    U"cute",
                                U"one",  U"with",  U"of",    U"and",     U"in",      U"front",   U"top",
                                U"on",   U"style", U"shape", U"shaped",  U"minimal", U"outline", U"large",
                                U"its",  U"icon",  U"icons", U"surface", U"showing"};

// What Lucide has no picture of by that name, and what comes near.
struct Synonym {
  View word;
  std::string_view icon;
};
constexpr Synonym kSynonyms[] = {
    {U"★", "star"},
    {U"☆", "star"},
    {U"ball", "circle-dot"},
    {U"球", "circle-dot"},
    {U"bucket", "cylinder"},
    {U"桶", "cylinder"},
    {U"checkerboard", "grid-3x3"},
    {U"matrix", "grid-3x3"},
    {U"矩阵", "grid-3x3"},
    {U"furnace", "flame"},
    {U"炉", "flame"},
    {U"lamp", "lightbulb"},
    {U"lightning", "zap"},
    {U"闪电", "zap"},
    {U"grinder", "bean"},
    {U"磨豆机", "bean"},
    {U"秒表", "timer"},
    {U"stopwatch", "timer"},
    {U"杯子", "coffee"},
    {U"杯", "coffee"},
    {U"小鸟", "bird"},
    {U"鸟", "bird"},
    {U"挂锁", "lock"},
    {U"锁", "lock"},
    {U"标签", "tag"},
    {U"雷达", "radar"},
    {U"钻头", "drill"},
    {U"锚", "anchor"},
    {U"太阳", "sun"},
    {U"放大镜", "search"},
    {U"magnifier", "search"},
    {U"雕刻刀", "pen-tool"},
    {U"刻刀", "pen-tool"},
    {U"骨架", "bone"},
    {U"骨骼", "bone"},
    {U"调色板", "palette"},
    {U"时间轴", "clock"},
    {U"网格线", "grid-3x3"},
    {U"mesh", "grid-3x3"},
    {U"voxel", "box"},
    {U"cube", "box"},
    {U"volcano", "mountain"},
    {U"火山", "mountain"},
    {U"crystal", "gem"},
    {U"水晶", "gem"},
    {U"river", "waves"},
    {U"河", "waves"},
    {U"smoke", "wind"},
    {U"spark", "zap"},
    {U"antenna", "satellite-dish"},
    {U"天线", "satellite-dish"},
    {U"tower", "building-2"},
    {U"hot", "flame"},
    {U"方块", "box"},
    {U"立方体", "box"},
    {U"dots", "grip"},
    {U"ray", "camera"},
    {U"contour", "waves"},
    {U"seesaw", "scale"},
    {U"天平", "scale"},
    {U"balance", "scale"},
    {U"gauge", "gauge"},
    {U"仪表盘", "gauge"},
    {U"transformer", "layers"},
    {U"dream", "moon"},
    {U"flash", "zap"},
    {U"triangulated", "triangle"},
    {U"节点", "workflow"},
    {U"展开", "maximize"},
    {U"gear", "settings"},
    {U"cog", "settings"},
    {U"齿轮", "settings"},
    {U"warning", "triangle-alert"},
    {U"警告", "triangle-alert"},
    {U"chart", "chart-line"},
    {U"图表", "chart-line"},
    {U"浏览器", "app-window"},
    {U"browser", "app-window"},
    {U"路由器", "router"},
    {U"网线", "cable"},
    {U"表格", "table"},
    {U"voxel", "box"},
    {U"点云", "grip"},
    {U"scattered", "grip"},
    {U"parabola", "chart-spline"},
    {U"robot", "bot"},
    {U"机器人", "bot"},
    {U"people", "users"},
    {U"money", "coins"},
};

std::string known(std::string_view name) { return find_icon(name) ? std::string(name) : std::string(); }

std::string best_for(const std::string& query) {
  const std::vector<IconId> found = find_icons(query);
  return found.empty() ? std::string() : std::string(icon_words(found[0]).name);
}

// A word of two letters begins too many others.
bool is_searched(View word) { return has_han(word) ? word.size() >= 1 : word.size() >= 3; }

std::string icon_of_word(View word) {
  for (const Synonym& entry : kSynonyms) {
    if (entry.word == word || (!has_han(word) && word.size() > 3 && word == Text(entry.word) + U"s"))
      return known(entry.icon);
  }
  if (const std::string exact = known(to_utf8(word)); !exact.empty()) return exact;
  if (!is_searched(word)) return {};
  // By whole keywords only: «cat» is no «category».
  for (const IconId icon : find_icons(to_utf8(word))) {
    const IconWords words = icon_words(icon);
    const Text all =
        to_text(std::string(words.name) + " " + std::string(words.chinese) + " " + std::string(words.english));
    const std::vector<Text> parts = words_of(all);
    if (std::find(parts.begin(), parts.end(), Text(word)) != parts.end()) return std::string(words.name);
  }
  return {};
}

std::string icon_within(View word) {
  for (std::size_t length = std::min<std::size_t>(word.size(), 6); length >= 1; --length) {
    for (std::size_t at = word.size() - length + 1; at-- > 0;) {
      if (const std::string icon = icon_of_word(word.substr(at, length)); !icon.empty()) return icon;
    }
  }
  return {};
}

}  // namespace

Text icon_phrase(View text) {
  const Text low = folded(text);
  for (const View key : {U"图标", U"小图标", U"icon"}) {
    if (!begins_with(trimmed(low), key)) continue;
    // «小图标 光圈叶片»
    const View rest = trimmed(trimmed(text).substr(key.size()));
    const bool is_parted = key != U"icon" && trimmed(text).size() > key.size() && is_blank(trimmed(text)[key.size()]);
    if (is_parted && rest.size() <= 12 && find_outside(rest, U":：") == View::npos) return Text(rest);
    const std::size_t colon = low.find(U':');
    if (colon != View::npos && colon < key.size() + 6) return Text(trimmed(text.substr(colon + 1)));
  }
  if (const std::optional<Extent> of = find_word(low, U"icon of"); of) {
    return Text(trimmed(text.substr(of->end), U".。"));
  }
  const std::optional<Extent> icon = find_word(low, U"icon");
  if (!icon) return {};
  // «twelve o'clock; icon: volcano».
  if (icon->end < low.size() && low[icon->end] == U':') {
    const std::size_t end = std::min(low.find_first_of(U",;，；", icon->end), low.size());
    return Text(trimmed(text.substr(icon->end + 1, end - icon->end - 1), U".。"));
  }
  // The words before it, back to a preposition or a mark.
  View before = View(low).substr(0, icon->begin);
  if (const std::size_t mark = before.find_last_of(U",;，；.。"); mark != View::npos) before = before.substr(mark + 1);
  for (const View preposition : {U" with ", U"with ", U" has "}) {
    if (const std::size_t at = before.rfind(preposition); at != View::npos) {
      before = before.substr(at + preposition.size());
      break;
    }
  }
  const View words = trimmed(before);
  return words.size() > 40 ? Text() : Text(words);
}

std::string icon_named(View words) {
  if (contains(words, U"★") || contains(words, U"☆")) return known("star");
  std::vector<Text> parts = words_of(words);
  parts.erase(std::remove_if(parts.begin(), parts.end(),
                             [](const Text& word) {
                               return std::find(std::begin(kAdjectives), std::end(kAdjectives), View(word)) !=
                                      std::end(kAdjectives);
                             }),
              parts.end());
  if (parts.empty() || parts.size() > 6) return {};
  if (const std::string whole = icon_of_word(folded(trimmed(words))); !whole.empty()) return whole;
  // The last word is what it is, those before say which.
  for (std::size_t i = parts.size(); i-- > 0;) {
    if (const std::string icon = icon_of_word(parts[i]); !icon.empty()) return icon;
  }
  for (std::size_t i = parts.size(); i-- > 0;) {
    if (!has_han(parts[i])) continue;
    if (const std::string icon = icon_within(parts[i]); !icon.empty()) return icon;
  }
  if (parts.size() == 1 && !has_han(parts[0]) && parts[0].size() >= 4) return best_for(to_utf8(parts[0]));
  return {};
}

}  // namespace sixiang::brief
