#include "panel/regions.h"

#include <algorithm>
#include <cmath>

#include "panel/theme.h"

namespace sixiang::panel {

namespace {

constexpr float kOutline = 252, kInspector = 324;
constexpr float kRoomForOutline = 1180;  // windows narrower than this show it when asked
constexpr float kTabs = 48;
constexpr float kStrip = 44;
constexpr float kDeskMargin = 28, kPhoneMargin = 10;      // of desk around the poster
constexpr float kPhoneDesk = 0.4f, kLowPhoneDesk = 0.3f;  // of the window's height
constexpr float kLowWindow = 560;                         // a keyboard is on the screen, or the phone lies on its side

Regions one_column(Size window) {
  Regions regions;
  regions.bar = {0, 0, window.width, kBar};
  const float desk = std::round(window.height * (window.height < kLowWindow ? kLowPhoneDesk : kPhoneDesk));
  regions.desk = {0, kBar, window.width, desk};
  regions.paper = inset(regions.desk, kPhoneMargin);
  regions.tabs = {0, regions.desk.bottom(), window.width, kTabs};
  regions.inspector = rect_from_edges(0, regions.tabs.bottom(), window.width, window.height);
  regions.outline = regions.inspector;
  regions.outline_place = OutlinePlace::Tab;
  return regions;
}

}  // namespace

Regions regions_of(Size window) {
  if (window.width < kPhoneWidth) return one_column(window);
  Regions regions;
  regions.bar = {0, 0, window.width, kBar};
  regions.inspector = rect_from_edges(window.width - kInspector, kBar, window.width, window.height);
  regions.outline = rect_from_edges(0, kBar, kOutline, window.height);
  regions.outline_place = window.width < kRoomForOutline ? OutlinePlace::Drawer : OutlinePlace::Beside;
  const float left = regions.outline_place == OutlinePlace::Beside ? kOutline : 0;
  regions.desk = rect_from_edges(left, kBar, regions.inspector.left(), window.height);
  const bool is_low = window.height < kLowWindow;
  const float bottom = window.height - (is_low ? 0 : kStrip);
  regions.strip = rect_from_edges(left, bottom, regions.desk.right(), window.height);
  regions.paper = inset(rect_from_edges(left, kBar, regions.desk.right(), bottom), is_low ? kPhoneMargin : kDeskMargin);
  return regions;
}

}  // namespace sixiang::panel
