#include "text/units.h"

#include <algorithm>
#include <iterator>

namespace sixiang {

namespace {

// Units of time, measure and money that have more than one character: the Chinese unit names of CLDR (units.xml) which
// occur in everyday text, and 人次, 个月, 像素 and their like.
constexpr std::u32string_view kUnitWords[] = {
    U"平方公里", U"平方米", U"立方米", U"个百分点", U"个小时", U"工作日", U"人民币", U"百分点", U"摄氏度",
    U"小时",     U"分钟",   U"毫秒",   U"微秒",     U"纳秒",   U"个月",   U"星期",   U"季度",   U"世纪",
    U"年代",     U"公里",   U"千米",   U"分米",     U"厘米",   U"毫米",   U"微米",   U"纳米",   U"英寸",
    U"英里",     U"海里",   U"公斤",   U"千克",     U"毫克",   U"微克",   U"毫升",   U"公顷",   U"平米",
    U"千瓦",     U"兆瓦",   U"毫安",   U"赫兹",     U"兆赫",   U"字节",   U"比特",   U"像素",   U"美元",
    U"欧元",     U"日元",   U"英镑",   U"港元",     U"人次",   U"周年",   U"周岁",   U"公升",   U"分贝"};

// Words that begin with a measure word, and stand behind a number as a whole.
constexpr std::u32string_view kCountedWords[] = {U"阶段", U"步骤", U"项目", U"维度", U"层级", U"层次", U"条件", U"样本",
                                                 U"元素", U"组合", U"部分", U"位置", U"集合", U"等级", U"场景", U"节点",
                                                 U"章节", U"行业", U"家庭", U"个体", U"个性", U"级别", U"类别", U"分布",
                                                 U"代码", U"字符", U"点数", U"环节", U"批次", U"角色"};

// Measure words: those of the table of 名量词 and 动量词 at the end of 现代汉语八百词 which count things of today, the
// units of time and the numerals' own units (十百千万亿).
constexpr std::u32string_view kMeasureWords =
    U"个只条张件台位名人次种类项组层步章节页行列段句字词篇本册卷部套份批块颗粒根支枝辆架艘座间栋家所户门扇面片幅道题遍"
    U"回"
    U"趟场顿倍成折维阶度级等元角分点期轮代款双对副笔帧核卡米克吨升亩里斤两寸尺瓦伏安焦年月日号天时秒周岁届集首则例株"
    U"头匹杯瓶箱包袋盒串排束枚栏格票环班站楼处样大十百千万亿";

constexpr std::u32string_view kFunctionWords =
    U"的了着过得地们吗呢吧与和及或而但则且并也都又还就才只在于从到至由向把被将让使以为是有能会可应需后前中内外上下左右"
    U"起止不未无之其此该";

constexpr std::u32string_view kSymbols[] = {
    U"A",  U"Ah",  U"B",   U"Bq", U"C",   U"F",   U"FLOP", U"FLOPS", U"FLOPs", U"G",   U"Gy",   U"H",   U"Hz",
    U"J",  U"K",   U"L",   U"M",  U"N",   U"Np",  U"Pa",   U"S",     U"Sv",    U"T",   U"TOPS", U"V",   U"VA",
    U"W",  U"Wb",  U"Wh",  U"b",  U"bar", U"bit", U"bps",  U"cd",    U"d",     U"dB",  U"eV",   U"fps", U"g",
    U"h",  U"k",   U"kat", U"l",  U"lm",  U"lx",  U"m",    U"min",   U"mmHg",  U"mol", U"pH",   U"ppb", U"ppm",
    U"px", U"rad", U"rpm", U"s",  U"sr",  U"t",   U"tok",  U"°C",    U"Ω"};
constexpr std::u32string_view kPrefixes = U"QRYZEPTGMkKhdcmµμnpf";
constexpr std::u32string_view kExponents = U"²³⁻¹";

constexpr std::u32string_view kAnnouncingCharacters = U"第图表例式";
constexpr std::u32string_view kAnnouncingWords[] = {U"定理", U"引理", U"推论", U"命题", U"定义", U"附录", U"步骤",
                                                    U"阶段", U"方案", U"算法", U"习题", U"选项", U"版本", U"编号",
                                                    U"问题", U"方法", U"实验", U"公式", U"例题", U"案例", U"图表"};

// What the tables of the Xinhua News Agency (世界人名翻译大辞典) write the syllables of foreign names in.
constexpr std::u32string_view kNameCharacters =
    U"阿艾爱安昂奥巴拜班邦保贝本比毕宾波玻伯勃博布采蔡查柴昌陈楚茨达戴黛丹当道德登邓狄迪蒂丁东杜顿多厄恩尔法凡范方菲"
    U"费芬丰冯弗佛伏福夫富盖甘冈高戈格葛根贡古瓜圭果哈海汉豪何赫黑亨洪侯胡华怀惠霍基吉季加贾简江杰捷金京居卡凯坎康考"
    U"柯科可克肯孔库夸奎昆拉腊莱赖兰朗劳勒雷蕾黎里理利莉丽历立连廉良列林琳龙隆娄卢鲁吕伦罗洛马玛迈麦满曼芒毛梅门蒙孟"
    U"米密明缪摩默莫姆木穆拿娜纳奈瑙内嫩尼妮宁牛纽农努诺欧帕派潘庞培佩彭皮平珀普奇齐契恰钱乔钦琴青丘琼屈让热仁日荣儒"
    U"瑞萨塞赛桑瑟森沙莎山尚绍舍申盛施什史舒丝斯松苏索塔泰坦汤唐陶特滕提田廷通图土屯托瓦万旺威韦维魏温文翁沃乌武伍西"
    U"希锡席夏香肖歇谢欣辛兴幸雄休修许雅亚延扬杨尧耶叶伊依易因尹英永尤于雨约泽赞曾扎詹张章哲珍真芝治朱卓兹孜宗祖佐翰"
    U"灵梭那娅琪薇芙";

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_symbol(std::u32string_view word) {
  return std::find(std::begin(kSymbols), std::end(kSymbols), word) != std::end(kSymbols);
}

bool is_single_unit(std::u32string_view word) {
  while (!word.empty() && contains(kExponents, word.back())) word.remove_suffix(1);
  if (word.empty()) return false;
  return is_symbol(word) || (contains(kPrefixes, word.front()) && is_symbol(word.substr(1)));
}

}  // namespace

std::size_t unit_word_length(std::u32string_view text) {
  const auto begins_with = [text](std::u32string_view word) { return text.substr(0, word.size()) == word; };
  const auto unit = std::find_if(std::begin(kUnitWords), std::end(kUnitWords), begins_with);
  if (unit != std::end(kUnitWords)) return unit->size();
  if (std::any_of(std::begin(kCountedWords), std::end(kCountedWords), begins_with)) return 2;
  return !text.empty() && contains(kMeasureWords, text.front()) ? 1 : 0;
}

bool is_unit_symbol(std::u32string_view word) {
  const std::size_t slash = word.find(U'/');
  if (slash == std::u32string_view::npos) return is_single_unit(word);
  return is_single_unit(word.substr(0, slash)) && is_single_unit(word.substr(slash + 1));
}

bool is_function_word(char32_t c) { return contains(kFunctionWords, c); }

std::size_t announcing_word_length(std::u32string_view text) {
  if (text.empty()) return 0;
  for (const std::u32string_view word : kAnnouncingWords) {
    if (text.size() >= word.size() && text.substr(text.size() - word.size()) == word) return word.size();
  }
  return contains(kAnnouncingCharacters, text.back()) ? 1 : 0;
}

bool is_name_character(char32_t c) { return contains(kNameCharacters, c); }

}  // namespace sixiang
