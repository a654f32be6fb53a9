#include "app/session/view_actions.h"

#include "app/session/controller.h"

namespace sixiang::app {

using panel::Glyph;
using panel::ToolPlace;

std::vector<AppAction> view_actions() {
  return {
      {.name = "zoom.out",
       .label = {"Zoom out", "缩小"},
       .glyph = Glyph::Minus,
       .place = ToolPlace::Zoom,
       .shortcuts = {{"-", kControl}},
       .is_enabled = [](const Controller& editor) { return editor.zoom() > 1.01f * kLeastZoom; },
       .obstacle = {"all of the poster is shown", "已经是全图"},
       .perform = [](Controller& editor) { editor.zoom_by_step(-1); }},
      {.name = "zoom.full",
       .label = {"100 %", "按 100% 显示"},
       .place = ToolPlace::Zoom,
       .shortcuts = {{"0", kControl}},
       .perform = [](Controller& editor) { editor.zoom_to(1); }},
      {.name = "zoom.in",
       .label = {"Zoom in", "放大"},
       .glyph = Glyph::Plus,
       .place = ToolPlace::Zoom,
       .shortcuts = {{"=", kControl}, {"+", kControl}, {"+", kControl | kShift}},
       .is_enabled = [](const Controller& editor) { return editor.zoom() < 0.99f * kMostZoom; },
       .obstacle = {"it is as near as can be", "已经放到最大"},
       .perform = [](Controller& editor) { editor.zoom_by_step(1); }},
      {.name = "zoom.fit",
       .label = {"The whole poster", "看全图"},
       .glyph = Glyph::Fit,
       .place = ToolPlace::Zoom,
       .shortcuts = {{"1", kControl}},
       .perform = [](Controller& editor) { editor.fit_view(); }},
  };
}

}  // namespace sixiang::app
