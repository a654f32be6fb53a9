// The text that the poster is made from, and what of it is not on the poster.
#include <algorithm>
#include <utility>

#include "app/session/controller.h"
#include "brief/merge.h"
#include "model/ids.h"
#include "model/limits.h"
#include "model/sections.h"

namespace sixiang::app {

namespace {

// The section that holds what is selected, else the last that stands in the page's order, else the last.
const Section* section_for(const Poster& poster, std::string_view selection) {
  for (const Section& section : poster.sections) {
    for (const Section& inner : section.sections) {
      if (lies_in(selection, inner.id)) return &inner;
    }
    if (lies_in(selection, section.id)) return &section;
  }
  const auto last = std::find_if(poster.sections.rbegin(), poster.sections.rend(),
                                 [](const Section& section) { return section.place == SectionPlace::Flow; });
  if (last != poster.sections.rend()) return &*last;
  return poster.sections.empty() ? nullptr : &poster.sections.back();
}

Message read_message(BriefReading reading) {
  switch (reading) {
    case BriefReading::New:
      return {"The poster is made from the text. Undo brings the old one back.",
              "已按文字生成海报。点「撤销」可以找回原来的。"};
    case BriefReading::Again:
      return {"The text is read again; what was changed by hand stays.", "已重读文字，手改的都还在。"};
  }
  return {};
}

void append(Message& message, const std::string& english, const std::string& chinese) {
  message.english += " " + english;
  message.chinese += chinese;
}

}  // namespace

Result<bool> Controller::take_text(std::string_view text) {
  return brief::is_document(text) ? replace(text) : read_brief(text, BriefReading::New);
}

Result<bool> Controller::read_brief(std::string_view given, BriefReading reading) {
  const std::string text = brief::clean_text(given);
  Result<std::vector<brief::ReadBrief>> briefs = brief::read_briefs(text);
  if (!briefs) return briefs.errors();
  Poster poster = std::move(briefs.value()[0].poster);
  if (reading == BriefReading::Again) {
    const Result<std::vector<brief::ReadBrief>> before = brief::read_briefs(brief_text());
    if (before) poster = brief::merge(before.value()[0].poster, session_.poster(), std::move(poster));
  }
  poster.brief = text;
  const Poster replaced = session_.poster();
  const bool is_kept = take_poster(poster);
  if (!is_kept) {
    poster.brief.clear();
    if (!take_poster(poster)) return Error{"", *refusal(session_.poster(), ReplacePoster{poster})};
  }
  unkept_brief_ = is_kept ? std::nullopt : std::optional(UnkeptBrief{text, session_.editor().revision});
  if (reading == BriefReading::New) {
    brief_.forget_ignored();
    put_aside(replaced);
  }
  brief_.list(text);
  tell_brief(briefs.value().size(), reading);
  return true;
}

// False where the poster could not be saved and opened again.
bool Controller::take_poster(const Poster& poster) {
  const ReplacePoster replacement{poster};
  if (refusal(session_.poster(), replacement)) return false;
  session_.end_step();
  session_.run(replacement);
  session_.end_step();
  drafts_.clear();
  return true;
}

void Controller::tell_brief(std::size_t briefs, BriefReading reading) {
  Message said = read_message(reading);
  const std::size_t left = brief_.left_out(brief_text(), session_.poster()).size();
  if (left > 0) {
    const std::string count = std::to_string(left);
    append(said, left == 1 ? "One line is not on it." : count + " lines are not on it.", "有 " + count + " 行没画上。");
  }
  if (briefs > 1) {
    const std::string count = std::to_string(briefs);
    append(said, "The text holds " + count + " briefs: this is the first.",
           "文字里有 " + count + " 份稿子，这是第一份。");
  }
  if (unkept_brief_) {
    append(said, "The text is too long to be kept with the document: save it yourself.",
           "文字太长，不能随海报保存，请自己另存。");
  }
  ask(Notice{said.in(language()), Severity::Hint});
}

const std::string& Controller::brief_text() const {
  const bool is_of_unkept = unkept_brief_ && session_.editor().revision >= unkept_brief_->revision;
  return session_.poster().brief.empty() && is_of_unkept ? unkept_brief_->text : session_.poster().brief;
}

BriefState Controller::brief_state() {
  const std::string& text = brief_text();
  BriefState state;
  state.has_text = !text.empty();
  state.is_listed = brief_.is_listed(text);
  if (state.has_text) state.left_out = brief_.left_out(text, session_.poster());
  return state;
}

void Controller::show_left_out() {
  brief_.list(brief_text());
  told_brief_.reset();
}

void Controller::hide_left_out() {
  brief_.unlist();
  told_brief_.reset();
}

void Controller::ignore_left_out(std::size_t index) {
  const brief::LeftOut* line = brief_.line(brief_text(), index);
  if (line) brief_.ignore(line->text);
  told_brief_.reset();
}

void Controller::add_left_out(std::size_t index) {
  const brief::LeftOut* line = brief_.line(brief_text(), index);
  if (!line) return;
  const Section* section = section_for(session_.poster(), session_.editor().selection.lead());
  const std::string list = section ? join_id(section->id, "content") : std::string();
  const std::size_t place = section ? section->content.size() : 0;
  const AddItem addition{list, brief::label_text(line->text)};
  const std::optional<Message> reason = refusal(session_.poster(), addition);
  const std::uint64_t before = session_.editor().revision;
  session_.end_step();
  session_.run(addition);
  session_.end_step();
  if (session_.editor().revision != before) return session_.select(item_id(list, place));
  const Message full{"There is no room for another label: select another section.",
                     "这里放不下更多要点了：请先选别的板块。"};
  ask(Notice{reason.value_or(full).in(language()), Severity::Error});
}

void Controller::tell_brief_changed() {
  const std::uint64_t revision = session_.editor().revision;
  if (unkept_brief_ && revision < unkept_brief_->revision) unkept_brief_.reset();
  if (told_brief_ == revision) return;
  told_brief_ = revision;
  ask(BriefChanged{});
}

}  // namespace sixiang::app
