#include <imgui.h>

#include "panel/panel.h"
#include "panel/theme.h"

namespace sixiang::panel {

namespace {

const Theme* in_use = &kLight;

}  // namespace

const Theme& theme() { return *in_use; }

void apply_style(ThemeName name) {
  in_use = name == ThemeName::Dark ? &kDark : &kLight;
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
  style.Colors[ImGuiCol_Text] = ImGui::ColorConvertU32ToFloat4(theme().ink);
  style.Colors[ImGuiCol_PopupBg] = ImGui::ColorConvertU32ToFloat4(theme().ink);
  style.Colors[ImGuiCol_FrameBg] = ImGui::ColorConvertU32ToFloat4(theme().surface);
}

}  // namespace sixiang::panel
