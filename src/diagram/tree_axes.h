// The two ways in which a tree grows, as one: `x` runs across its levels, `y` along them, from the roots on.
#pragma once

#include "diagram/arrow.h"
#include "diagram/flow_content.h"

namespace sixiang {

enum class TreeDirection : std::uint8_t { Down, Right };

// From the tree's axes to the page's; the same the other way.
Point turned(Point point, TreeDirection direction);
Size turned(Size size, TreeDirection direction);
ArrowCurve turned(const ArrowCurve& curve, TreeDirection direction);

// How far a node of that size (in the page's axes) reaches along the levels from its middle, `off` across from there.
float reach_along(NodeShape shape, const NodeSize& size, float off, TreeDirection direction);

}  // namespace sixiang
