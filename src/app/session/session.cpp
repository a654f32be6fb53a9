#include "app/session/session.h"

#include <algorithm>
#include <cmath>

#include "base/memory.h"
#include "model/limits.h"
#include "model/poster_json.h"
#include "raster/changes.h"

namespace sixiang::app {

namespace {

class Watch {
 public:
  double milliseconds() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// From its text to its layout a document takes so much, at most: long texts 30 bytes for each of theirs, long
// formulas 45.
constexpr std::size_t kRoom = 4u << 20, kRoomPerByte = 48;

Result<Poster> read(std::string_view json) {
  if (!memory_available(kRoom + kRoomPerByte * std::min(json.size(), kMaxDocumentBytes))) {
    return Error{"", {"There is not enough memory to open a document of that size.", "内存不够，打不开这么大的文档。"}};
  }
  return parse_poster(json);
}

}  // namespace

Session::Session(FontSet fonts) : fonts_(std::move(fonts)), editor_(make_editor(Poster{}, Language::Chinese)) {}

void Session::fonts_changed() { ++fonts_version_; }

Result<bool> Session::open(std::string_view json) {
  Result<Poster> poster = read(json);
  if (!poster) return poster.errors();
  editor_ = make_editor(std::move(poster.value()), editor_.language);
  return true;
}

Result<bool> Session::replace(std::string_view json) {
  Result<Poster> poster = read(json);
  if (!poster) return poster.errors();
  run(ReplacePoster{std::move(poster.value())});
  return true;
}

const std::vector<FieldGroup>& Session::field_tree() {
  if (!has_field_tree_ || field_tree_language_ != editor_.language || field_tree_of_ != editor_.poster) {
    field_tree_ = sixiang::field_tree(editor_.poster, editor_.language);
    field_tree_language_ = editor_.language;
    field_tree_of_ = editor_.poster;
    has_field_tree_ = true;
  }
  return field_tree_;
}

const std::shared_ptr<const PosterLayout>& Session::shared_layout() {
  if (layout_ && layout_fonts_ == fonts_version_ && laid_out_ == editor_.poster) return layout_;
  const Watch watch;
  if (layout_fonts_ != fonts_version_) diagrams_.clear();
  auto next = std::make_shared<const PosterLayout>(layout_poster(editor_.poster, fonts_, diagrams_));
  stats_.layout_ms = watch.milliseconds();
  const bool same_picture = layout_ && layout_fonts_ == fonts_version_ && next->page == layout_->page;
  if (!same_picture) ++picture_version_;
  layout_ = std::move(next);
  laid_out_ = editor_.poster;
  layout_fonts_ = fonts_version_;
  return layout_;
}

std::uint64_t Session::picture_version() {
  layout();
  return picture_version_;
}

Result<Image> Session::render(int width_px) {
  const Page& page = layout().page;
  const Watch watch;
  Result<Image> image = sixiang::render(page, fonts_, width_px);
  stats_.render_ms = watch.milliseconds();
  return image;
}

Result<Image> Session::render(const PicturePart& part) {
  const Page& page = layout().page;
  const Watch watch;
  Result<Image> image = render_part(page, fonts_, part);
  stats_.render_ms = watch.milliseconds();
  return image;
}

void Session::draw(const PicturePart& part, const PixelRect& region, Image& image) {
  render_region(layout().page, fonts_, part, region, image);
}

PixelRect Session::redraw(const Page& before, const PicturePart& part, Image& image) {
  const Page& page = layout().page;
  const Watch watch;
  PixelRect all;
  for (const PixelRect& region : changed_regions(before, page, fonts_, part)) {
    render_region(page, fonts_, part, region, image);
    all = united(all, region);
  }
  stats_.render_ms = watch.milliseconds();
  return all;
}

Result<std::vector<std::uint8_t>> Session::export_page(const ExportOptions& options, const Progress& progress) {
  return sixiang::export_page(layout().page, fonts_, options, progress);
}

}  // namespace sixiang::app
