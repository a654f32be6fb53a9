#include <imgui.h>

#include "panel/panel.h"
#include "panel/theme.h"

namespace sixiang::panel {

void apply_style() {
  ImGuiStyle& style = ImGui::GetStyle();
  ImGui::StyleColorsLight(&style);
  style.FontSizeBase = kTextSize;
  style.WindowPadding = ImVec2(0, 0);
  style.WindowBorderSize = 0;
  style.FramePadding = ImVec2(kFieldPadX, kFieldPadY);
  style.FrameRounding = kRadius;
  style.PopupRounding = kRadius;
  style.CircleTessellationMaxError = 0.08f;
  style.CurveTessellationTol = 0.4f;
  style.HoverStationaryDelay = 0.2f;
  style.Colors[ImGuiCol_Text] = ImGui::ColorConvertU32ToFloat4(kInk);
  style.Colors[ImGuiCol_PopupBg] = ImGui::ColorConvertU32ToFloat4(kInk);
  style.Colors[ImGuiCol_FrameBg] = ImGui::ColorConvertU32ToFloat4(kSurface);
}

}  // namespace sixiang::panel
