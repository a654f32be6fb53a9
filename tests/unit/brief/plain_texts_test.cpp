// Texts without headings, keys and quotes: what there is stands on the poster.

#include <doctest/doctest.h>

#include <string>

#include "brief/brief.h"

using namespace sixiang;

namespace {

// «title | section: text, text | section: …».
std::string outline(const std::string& text) {
  const Result<std::vector<brief::ReadBrief>> briefs = brief::read_briefs(text);
  if (!briefs) return "none";
  const Poster& poster = briefs.value()[0].poster;
  std::string all = poster.title.text;
  for (const Section& section : poster.sections) {
    all += " | " + section.number + section.title + ":";
    for (const Label& content : section.content) all += " " + (content.diagram ? "(diagram)" : content.text);
  }
  return all;
}

}  // namespace

TEST_CASE("who asks for a picture by its name says the title, what the page is like, and orders that are no title") {
  const std::string cards = "卡片一：内\n掌心相对搓\n\n卡片二：外\n手心搓手背\n";
  const std::string wanted = "洗手七步 | 一内: 掌心相对搓 | 二外: 手心搓手背";
  CHECK(outline("画一张科普海报《洗手七步》，竖版。\n每张卡片配一个简单的小图标。\n\n" + cards) == wanted);
  CHECK(outline("请生成一张「洗手七步」信息图\n每张卡片配一个小图标\n" + cards) == wanted);
  CHECK(outline("洗手七步\n竖版海报，3:4\n每张卡片配一个小图标\n" + cards) == wanted);
  const auto page = [](const std::string& text) { return brief::read_briefs(text).value().at(0).poster.page; };
  CHECK(page("画一张科普海报《洗手七步》，竖版。\n\n" + cards).height == 1440);
  CHECK(page("洗手七步\n竖版海报，9:16\n\n" + cards).height == 1920);
  CHECK(page("1:1 兑水\n\n" + cards).height == 1080);
}

TEST_CASE("a list without headings stands in one section, or its items are the sections") {
  CHECK(outline("出门前检查\n\n- 钥匙\n- 手机\n- 雨伞\n") == "出门前检查 | : 钥匙 手机 雨伞");
  CHECK(outline("# 露营\n\n睡的：\n- 帐篷\n- 睡袋\n\n吃的：\n- 锅\n") == "露营 | 睡的: 帐篷 睡袋 | 吃的: 锅");
  CHECK(outline("* 春天\n    * 播种\n* 夏天\n    * 浇水\n\n最后一行写：按时令来\n") ==
        " | 春天: 播种 | 夏天: 浇水 | : 按时令来");
  CHECK(outline("- 垃圾怎么分\n  - 可回收\n    - 纸箱\n  - 有害\n    - 电池\n") ==
        "垃圾怎么分 | 可回收: 纸箱 | 有害: 电池");
  CHECK(outline("洗手七步，横版，背景 #EAF6F6\n1. 掌心相对\n2. 手背交叉\n") == "洗手七步 | : 掌心相对 手背交叉");
}

TEST_CASE("definitions are sections, by their words") {
  CHECK(outline("统计词\n均值：总和除以个数\n众数：出现最多的数\n") ==
        "统计词 | 均值: 总和除以个数 | 众数: 出现最多的数");
  CHECK(outline("统计词\n\n- **均值**：总和除以个数\n- **众数**：出现最多的数\n") ==
        "统计词 | 均值: 总和除以个数 | 众数: 出现最多的数");
}

TEST_CASE("paragraphs are sections without a title, long ones sentence by sentence") {
  CHECK(outline("茶的故事\n\n茶树原产于西南。\n\n唐代，陆羽写下《茶经》。\n") ==
        "茶的故事 | : 茶树原产于西南。 | : 唐代，陆羽写下《茶经》。");
  CHECK(outline("怎样读书\n\n1. 先读目录和前言，弄清楚作者想回答什么问题，再读正文。\n"
                "2. 第一遍不查字典，遇到不懂的地方做个记号，一口气读到底。\n") ==
        "怎样读书 | 1: 先读目录和前言，弄清楚作者想回答什么问题，再读正文。 | 2: "
        "第一遍不查字典，遇到不懂的地方做个记号，一口气读到底。");
  CHECK(outline("Why bread goes stale\n\nIts starch crystallises again.\n\nToasting melts the crystals.\n") ==
        "Why bread goes stale | : Its starch crystallises again. | : Toasting melts the crystals.");
  CHECK(outline("山居\n\n空山新雨后\n天气晚来秋\n") == "山居 | : 空山新雨后 天气晚来秋");
  CHECK(outline("| 星球 | 一年 |\n|---|---|\n| 水星 | 88 天 |\n") == " | : (diagram)");
  CHECK(outline("只有一句话") == "none");
}

TEST_CASE("sentences that were broken by hand are read as one") {
  CHECK(outline("做一张竖版海报，3:4，底色用浅灰 #F5F6F7，整体要清爽，字要大，\n老人也能看清。\n\n"
                "标题写“四个桶，别扔错”，放在最上面，标题下面有一行小字“以本市标准\n为准”。\n\n"
                "第一张卡片标题是“可回收物”，内容写“纸箱压扁”和“瓶子冲一冲”，底色用\n浅蓝 #D6E8F7。"
                "第二张卡片标题是“有害垃圾”，内容写“电池、灯管”和\n“药品”，底色 #F8D3D0。\n") ==
        "四个桶，别扔错 | 1可回收物: 纸箱压扁 瓶子冲一冲 | 2有害垃圾: 电池、灯管 药品");
  CHECK(outline("Create a Chinese poster about stretching. Portrait 3:4, light\ngrey background (#F4F5F6).\n\n"
                "Title: \"练完别急着走\".\n\n"
                "1. First card (mint, #CFEBDD): heading \"大腿后侧\", lines \"坐姿体前屈\" and\n   \"每侧 30 秒\".\n"
                "2. Second card (peach, #FBDCC8): heading \"胸小肌\", lines \"门框推胸\" and\n   \"别耸肩\".\n") ==
        "练完别急着走 | 大腿后侧: 坐姿体前屈 每侧 30 秒 | 胸小肌: 门框推胸 别耸肩");
}

TEST_CASE("a paragraph tells several sections, and what stands at the foot") {
  CHECK(outline("横版海报，16:9，标题《三种睡姿》。左边的卡片叫“仰卧”，写“脊柱最直”。中间的卡片叫“侧卧”，写“打鼾的人"
                "试试”。右边的卡片叫“俯卧”，写“颈椎最累”。最下面写一句：醒来不疼，就是好姿势。\n") ==
        "三种睡姿 | 仰卧: 脊柱最直 | 侧卧: 打鼾的人试试 | 俯卧: 颈椎最累 | : 醒来不疼，就是好姿势");
}

TEST_CASE("a list whose settings are items too keeps them out") {
  CHECK(outline("豆腐的做法\n- 背景 #FAF7F0，竖版 3:4，两列\n- 嫩豆腐：小葱拌\n- 老豆腐：红烧\n底部：越干越耐煮\n") ==
        "豆腐的做法 | 嫩豆腐: 小葱拌 | 老豆腐: 红烧 | : 越干越耐煮");
}

TEST_CASE("names with paragraphs below, and settings behind the list") {
  CHECK(outline("# 骑行姿势\n\n1. 公路\n   手放下把。\n2. 城市\n   背挺直。\n\n> 背景 #F4F6F8，横版 16:9\n") ==
        "骑行姿势 | 1公路: 手放下把。 | 2城市: 背挺直。");
  CHECK(outline("主题：发芽\n比例 4:3，背景 #F6FAF1\n\n水\n泡软种皮\n但别泡过夜\n\n空气\n种子也要呼吸\n") ==
        "发芽 | 水: 泡软种皮 但别泡过夜 | 空气: 种子也要呼吸");
  CHECK(outline("## 刀具\n\n竖版 3:4，两列\n\n### 主厨刀\n- 切肉\n\n### 剪刀\n- 拆骨头\n") ==
        "刀具 | 主厨刀: 切肉 | 剪刀: 拆骨头");
}

TEST_CASE("a list of keys holds the list of sections") {
  CHECK(outline(
            "- 主题：说“不”\n- 尺寸：竖版 3:4\n- 内容：\n  - 先看见情绪\n    - 蹲下来说\n  - 再说规则\n    - 一次一条\n"
            "- 结尾：温和而坚定\n") == "说“不” | 先看见情绪: 蹲下来说 | 再说规则: 一次一条 | : 温和而坚定");
  CHECK(outline("春眠不觉晓，\n处处闻啼鸟。\n") == " | : 春眠不觉晓， 处处闻啼鸟。");
}
