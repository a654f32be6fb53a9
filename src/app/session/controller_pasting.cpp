// Lines that are pasted into a label, or onto the poster.
#include <algorithm>
#include <utility>

#include "app/session/caret.h"
#include "app/session/controller.h"
#include "brief/brief.h"
#include "editor/clipboard.h"
#include "label/pasted_labels.h"
#include "model/ids.h"
#include "model/sections.h"

namespace sixiang::app {

namespace {

constexpr std::string_view kAction = "paste-as-one", kContent = ".content", kText = ".text";

// Of the text of a label, "gan.content.2.text".
std::optional<IndexedId> label_of_field(std::string_view field) {
  if (!field.ends_with(kText)) return std::nullopt;
  const std::string_view item = parent_of(field), list = parent_of(item);
  return list.ends_with(kContent) ? indexed_id(item, list) : std::nullopt;
}

bool is_in_section(const Poster& poster, std::string_view thing) {
  const auto holds = [thing](const Section& section) { return lies_in(thing, section.id); };
  return std::any_of(poster.sections.begin(), poster.sections.end(), [&holds](const Section& section) {
    return holds(section) || std::any_of(section.sections.begin(), section.sections.end(), holds);
  });
}

std::string count_of(std::size_t count) { return std::to_string(count); }

}  // namespace

bool Controller::paste(std::string_view id, std::string_view text) {
  const std::optional<IndexedId> label = label_of_field(id);
  std::vector<std::string> texts = labels_of_pasted(text);
  if (!label || !is_label(id) || texts.size() < 2) return false;
  const std::string value = shown_text(id);
  const std::size_t begin = bytes_before(value, selection_begin_), end = bytes_before(value, selection_end_);
  if (is_in_formula(value, begin)) return false;
  const std::string before = value.substr(0, begin), after = value.substr(end);
  texts.front() = before + texts.front();
  texts.back() += after;

  const SplitLabel split{std::string(parent_of(id)), std::move(texts)};
  if (const std::optional<Message> reason = refusal(session_.poster(), split)) {
    ask(Notice{reason->in(language()), Severity::Error});
    return true;
  }
  const std::string field(id), list(label->list);
  const std::size_t index = label->index, count = split.texts.size();
  const auto labels = [this, &list] {
    const Section* section = find_section(session_.poster(), parent_of(list));
    return section ? section->content.size() : std::size_t(0);
  };
  const std::size_t labels_before = labels();
  session_.end_step();
  session_.run(split);
  session_.end_step();
  drafts_.clear();  // fields go by their place
  pasted_ = Pasted{field, before + label_of_pasted(text) + after, session_.editor().revision};
  const std::size_t made = labels() - labels_before + 1;
  tell_pasted(made, count - made);
  handle(panel::FocusRequest{item_id(list, index + made - 1) + std::string(kText)});
  return true;
}

bool Controller::paste_texts(std::string_view given) {
  const std::string& lead = session_.editor().selection.lead();
  if (!is_in_section(session_.poster(), lead) || brief::is_document(given)) return false;
  const std::string text = brief::clean_text(given);
  const std::vector<std::string> texts = labels_of_pasted(text);
  const Result<std::vector<brief::ReadBrief>> briefs = brief::read_briefs(text);
  const bool are_lines = briefs ? briefs.value()[0].is_plain : texts.size() == 1;
  if (texts.empty() || !are_lines) return false;
  perform(paste_labels(session_.poster(), lead, texts));
  return true;
}

void Controller::tell_pasted(std::size_t made, std::size_t rest) {
  Message said{"Pasted as " + count_of(made) + " labels.", "已粘贴为 " + count_of(made) + " 条要点。"};
  if (rest > 0) {
    said.english += " The list is full: the other " + count_of(rest) + " are lines of the last one.";
    said.chinese += "列表已满，其余 " + count_of(rest) + " 条是最后一条中的行。";
  }
  const AppAction* action = find_action(kAction);
  ask(Notice{said.in(language()), Severity::Hint, std::string(kAction), action->label.in(language())});
}

bool Controller::can_paste_as_one() const { return pasted_ && pasted_->revision == session_.editor().revision; }

void Controller::paste_as_one() {
  const Pasted pasted = *std::exchange(pasted_, std::nullopt);
  session_.undo();
  session_.run(SetText{pasted.field, pasted.text});
  session_.end_step();
  drafts_.clear();
  ask(NoticeOver{std::string(kAction)});
  handle(panel::FocusRequest{pasted.field});
}

void Controller::forget_pasted() {
  if (!pasted_ || can_paste_as_one()) return;
  pasted_.reset();
  ask(NoticeOver{std::string(kAction)});
}

}  // namespace sixiang::app
