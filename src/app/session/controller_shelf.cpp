// Other posters: those that come with the program, and those that were worked on before.
#include <algorithm>

#include "app/session/controller.h"
#include "editor/difference.h"
#include "model/poster_json.h"

namespace sixiang::app {

namespace {

constexpr int kPictureWidth = 480;  // pixels

}  // namespace

void Controller::open_new_page() {
  scratch_.menu = panel::kNewPage;
  scratch_.scroll[panel::kNewPage] = 0;
}

// Asks for the posters where their page has been opened.
void Controller::show_posters() {
  const bool is_open = scratch_.menu == panel::kNewPage;
  if (is_open && !shows_posters_) ask(ShowPosters{});
  shows_posters_ = is_open;
}

std::vector<panel::PosterCard> Controller::poster_cards() const {
  std::vector<panel::PosterCard> cards;
  if (scratch_.menu != panel::kNewPage) return cards;
  for (const ShelfPoster& poster : shelf_) {
    const std::string name = std::string(kFromShelf) + poster.id;
    cards.push_back({name, poster.kind, poster.title, poster.note, poster.page, posters_.find(name)});
  }
  for (const GalleryPoster& poster : gallery_) {
    const std::string name = std::string(kNewFrom) + poster.id;
    const Message other{poster.title.chinese, poster.title.english};
    const panel::Picture picture = posters_.find(name);
    const Size page = picture.texture ? picture.size : Size{1, 1};
    cards.push_back(
        {name, panel::PosterCardKind::Template, poster.title.in(language()), other.in(language()), page, picture});
  }
  return cards;
}

// What is offered by the name of one of the posters; false where that names none.
bool Controller::act_on_shelf(std::string_view name) {
  if (name.starts_with(kNewFrom)) {
    ask(OpenPoster{std::string(name.substr(kNewFrom.size()))});
    return true;
  }
  if (!name.starts_with(kFromShelf)) return false;
  const std::string_view id = name.substr(kFromShelf.size());
  const auto without = [id](std::string_view end) { return std::string(id.substr(0, id.size() - end.size())); };
  if (id.ends_with(panel::kCopyCard)) {
    ask(ShelfRequest{ShelfTask::Copy, without(panel::kCopyCard)});
  } else if (id.ends_with(panel::kRemoveCard)) {
    ask(ShelfRequest{ShelfTask::Remove, without(panel::kRemoveCard)});
  } else {
    ask(ShelfRequest{ShelfTask::Open, std::string(id)});
  }
  return true;
}

std::string Controller::difference_from(std::string_view json) const {
  const Result<Poster> before = parse_poster(json);
  return before ? difference(before.value(), session_.poster()).in(language()) : std::string();
}

// Another poster has taken the place of `before`.
void Controller::put_aside(const Poster& before) {
  if (!(session_.poster() == before)) ask(PutAside{to_json(before)});
}

Result<std::vector<std::uint8_t>> Controller::picture_of(std::string_view json) const {
  const Result<Poster> poster = parse_poster(json);
  if (!poster) return poster.errors();
  const PosterLayout layout = layout_poster(poster.value(), session_.fonts());
  return sixiang::export_page(layout.page, session_.fonts(), {ExportFormat::Png, kPictureWidth});
}

}  // namespace sixiang::app
