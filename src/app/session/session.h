// One open document with its fonts, layout and pictures: what the page and the desktop window share. Lays out again
// only when the poster or the fonts have changed, draws again only when the display list has.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/image.h"
#include "base/result.h"
#include "editor/edit.h"
#include "editor/editor_state.h"
#include "editor/field_tree.h"
#include "export/export_page.h"
#include "font/font_set.h"
#include "layout/poster_layout.h"
#include "raster/raster.h"

namespace sixiang::app {

struct SessionStats {
  double layout_ms = 0, render_ms = 0;  // of the last time each
};

class Session {
 public:
  explicit Session(FontSet fonts);

  FontSet& fonts() { return fonts_; }
  const FontSet& fonts() const { return fonts_; }
  // Slices have been loaded: what was laid out without them is out of date.
  void fonts_changed();

  const EditorState& editor() const { return editor_; }
  const Poster& poster() const { return editor_.poster; }
  Language language() const { return editor_.language; }
  void set_language(Language language) { editor_.language = language; }

  // Opens a document as a new one, without steps to undo. Errors: it stays as it was.
  Result<bool> open(std::string_view json);
  // Replaces the poster as one step that can be undone. Errors: as above.
  Result<bool> replace(std::string_view json);

  void run(const Command& command) { editor_ = update(std::move(editor_), command); }
  void undo() { editor_ = sixiang::undo(std::move(editor_)); }
  void redo() { editor_ = sixiang::redo(std::move(editor_)); }
  void end_step() { editor_ = sixiang::end_step(std::move(editor_)); }
  void perform(const Edit& edit) { editor_ = sixiang::perform(std::move(editor_), edit); }
  void extend_selection(std::string id) { editor_ = sixiang::extend_selection(std::move(editor_), std::move(id)); }
  void toggle_selected(std::string id) { editor_ = sixiang::toggle_selected(std::move(editor_), std::move(id)); }
  void select_siblings() { editor_ = sixiang::select_siblings(std::move(editor_)); }
  void select(std::string block) { editor_ = sixiang::select(std::move(editor_), std::move(block)); }
  void mark_saved() { editor_ = sixiang::mark_saved(std::move(editor_)); }

  const std::vector<FieldGroup>& field_tree();
  const PosterLayout& layout() { return *shared_layout(); }
  // For who compares it with the next one.
  const std::shared_ptr<const PosterLayout>& shared_layout();

  // The poster `width_px` wide. Errors: those of render().
  Result<Image> render(int width_px);
  // Errors: those of render_part().
  Result<Image> render(const PicturePart& part);
  // Draws that part of a part's picture.
  void draw(const PicturePart& part, const PixelRect& region, Image& image);
  // Brings the part of a picture of `before` up to date, a page of the same size and background; gives all that it drew
  // anew, in the whole picture.
  PixelRect redraw(const Page& before, const PicturePart& part, Image& image);
  // The poster as the bytes of a file. Errors: those of sixiang::export_page().
  Result<std::vector<std::uint8_t>> export_page(const ExportOptions& options, const Progress& progress = {});

  // Names what layout().page shows: another number, another picture.
  std::uint64_t picture_version();

  const SessionStats& stats() const { return stats_; }

 private:
  FontSet fonts_;
  EditorState editor_;
  std::shared_ptr<const PosterLayout> layout_;  // null before the first
  DiagramMemory diagrams_;                      // with the fonts of layout_fonts_
  std::vector<FieldGroup> field_tree_;
  bool has_field_tree_ = false;
  Poster laid_out_;  // that layout_ shows
  std::uint64_t fonts_version_ = 0, layout_fonts_ = 0;
  std::uint64_t picture_version_ = 0;
  Language field_tree_language_ = Language::Chinese;
  Poster field_tree_of_;
  SessionStats stats_;
};

}  // namespace sixiang::app
