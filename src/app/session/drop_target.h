// Where on the poster something that is dragged may be dropped.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session/poster_pointer.h"
#include "editor/navigation.h"

namespace sixiang::app {

// Labels and diagrams go along and between sections, sections to the place of another.
bool can_be_dropped(ThingKind kind);

// For `things`, which are of one kind, with the pointer at `at` (poster points). nullopt: nowhere there, or where they
// stand already.
std::optional<Drop> drop_target(Session& session, const std::vector<std::string>& things, Point at);

}  // namespace sixiang::app
