#include "brief/report.h"

#include <algorithm>

namespace sixiang::brief {

void Report::read(int line, std::string what) {
  std::vector<std::string>& said = readings_[line];
  if (std::find(said.begin(), said.end(), what) == said.end()) said.push_back(std::move(what));
}

void Report::leave_out(int line, View text, Message why) {
  const View shown = trimmed(text);
  read(line, "left out");
  if (!told_.emplace(line, Text(shown)).second) return;
  left_out_.push_back({line, to_utf8(shown), std::move(why)});
}

void Report::finish(const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    if (!line.text.empty() && !line.rule && !is_read(line.number)) leave_out(line.number, line.text, not_understood());
  }
  std::stable_sort(left_out_.begin(), left_out_.end(),
                   [](const LeftOut& a, const LeftOut& b) { return a.line < b.line; });
}

std::vector<LineReading> Report::readings() const {
  std::vector<LineReading> all;
  for (const auto& [line, said] : readings_) {
    std::string meaning;
    for (const std::string& what : said) meaning += (meaning.empty() ? "" : "; ") + what;
    all.push_back({line, "", meaning});
  }
  return all;
}

Message not_understood() { return {"No rule says what this line is.", "没有规则能看懂这一行。"}; }
Message is_picture() {
  return {"This describes a picture that cannot be drawn here.", "这里描述的是一幅画，没法照着画。"};
}
Message is_of_style() {
  return {"How this is drawn, the poster's style decides.", "怎么画由海报的风格决定，这一句没有照做。"};
}
Message unknown_icon_name() { return {"There is no icon of that name.", "没有这样的图标。"}; }
Message unknown_section() { return {"There is no section of that name.", "没有叫这个名字的板块。"}; }
Message no_place() { return {"It belongs to no section.", "它不属于任何板块。"}; }
Message unknown_color() { return {"This is no colour.", "这不是一个颜色。"}; }
Message unknown_target() { return {"Nothing on the poster is called so.", "海报上没有它说的东西。"}; }
Message is_note_to_reader() { return {"A note to whoever draws it, not printed.", "这是写给画图人的话，不印上去。"}; }
Message too_many() { return {"More than a poster can hold.", "超出了一张海报能放下的数量。"}; }

}  // namespace sixiang::brief
