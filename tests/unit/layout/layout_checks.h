// What must hold on every page, whatever the document. Each check returns what is wrong as sentences with the blocks'
// ids; a block that is reported as overflowing excuses what it touches only where the caller says so.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "layout/poster_layout.h"
#include "support/golden.h"

namespace sixiang::testing {

enum class Excuse { None, Overflow };

using Complaints = std::vector<std::string>;

inline const Block* find_block(const PosterLayout& layout, const std::string& id) {
  for (const Block& block : layout.blocks) {
    if (block.id == id) return &block;
  }
  return nullptr;
}

inline bool is_reported(const PosterLayout& layout, const std::string& block, const std::string& code) {
  return std::any_of(layout.diagnostics.begin(), layout.diagnostics.end(), [&](const Diagnostic& diagnostic) {
    return diagnostic.block == block && diagnostic.code == code;
  });
}

inline float page_unit(const PosterLayout& layout) {
  return std::min(layout.page.size.width, layout.page.size.height) / 1080;
}

// What the group with that id really draws.
inline Rect ink_of(const PosterLayout& layout, const std::string& id) {
  Rect ink;
  for (const Item& item : layout.page.items) {
    const Group* group = std::get_if<Group>(&item);
    if (group && group->id == id) ink = united(ink, ink_bounds({*group}, all_fonts()));
  }
  return ink;
}

inline float distance_to(const Rect& rect, Point point) {
  const float dx = std::max({rect.left() - point.x, 0.0f, point.x - rect.right()});
  const float dy = std::max({rect.top() - point.y, 0.0f, point.y - rect.bottom()});
  return std::sqrt(dx * dx + dy * dy);
}

// Blocks that may not touch each other. Labels with the role `key` stand on cards; those are checked apart.
inline bool stands_alone(const Block& block) {
  switch (block.kind) {
    case BlockKind::Title:
    case BlockKind::SectionTitle:
    case BlockKind::SectionSubtitle:
    case BlockKind::Icon:
    case BlockKind::Badge:
    case BlockKind::Diagram:
    case BlockKind::Label:
    case BlockKind::Decoration:
      return true;
    case BlockKind::Card:
    case BlockKind::Center:
    case BlockKind::CenterLine:
    case BlockKind::Section:
    case BlockKind::DiagramPart:
      return false;
    case BlockKind::Link:
    case BlockKind::Divider:
    case BlockKind::Axis:
      return !block.source.empty();  // words, not the arrow or the line that they belong to
  }
  return false;
}

// What stands in a round node is as round as it: its words are one text.
inline bool is_round(const PosterLayout& layout, const Block& block) {
  const Block* section = find_block(layout, block.id.substr(0, block.id.find('.')));
  return section && section->kind == BlockKind::Section && !section->source.empty() && section->rect == block.rect;
}

// A title may stand in a corner of a diagram, between its parts.
inline bool stands_between(const PosterLayout& layout, const Block& title, const Block& diagram) {
  if (title.kind != BlockKind::Title || diagram.kind != BlockKind::Diagram) return false;
  return std::none_of(layout.blocks.begin(), layout.blocks.end(), [&](const Block& part) {
    return part.kind == BlockKind::DiagramPart && part.id.rfind(diagram.id + ".", 0) == 0 &&
           intersects(inset(title.rect, -10 * page_unit(layout)), part.rect);
  });
}

inline bool touch(const PosterLayout& layout, const Block& a, const Block& b) {
  const float slack = 0.1f * page_unit(layout);
  if (!intersects(inset(a.rect, slack), inset(b.rect, slack))) return false;
  if (stands_between(layout, a, b) || stands_between(layout, b, a)) return false;
  if (!is_round(layout, a) || !is_round(layout, b)) return true;
  const Point apart = a.rect.center() - b.rect.center();
  const float reach = (a.rect.width + b.rect.width) / 2 - slack;
  return apart.x * apart.x + apart.y * apart.y < reach * reach;
}

inline bool excused(const Block& a, const Block& b, Excuse excuse) {
  return excuse == Excuse::Overflow && (a.overflow || b.overflow);
}

inline Complaints overlaps(const PosterLayout& layout, Excuse excuse) {
  Complaints complaints;
  std::vector<Block> content;
  std::copy_if(layout.blocks.begin(), layout.blocks.end(), std::back_inserter(content), stands_alone);
  for (std::size_t i = 0; i < content.size(); ++i) {
    for (std::size_t k = i + 1; k < content.size(); ++k) {
      if (content[i].rect.empty() || content[k].rect.empty() || excused(content[i], content[k], excuse)) continue;
      if (!touch(layout, content[i], content[k])) continue;
      complaints.push_back(content[i].id + " touches " + content[k].id);
    }
  }
  return complaints;
}

// Parts of one diagram keep apart unless it reports that it cannot.
inline Complaints overlapping_parts(const PosterLayout& layout, Excuse excuse) {
  Complaints complaints;
  for (const Block& diagram : layout.blocks) {
    if (diagram.kind != BlockKind::Diagram || (excuse == Excuse::Overflow && diagram.overflow)) continue;
    // One that shows nothing: a plain node without words.
    if (diagram.rect.empty() || is_reported(layout, diagram.id, "overlap")) continue;
    std::vector<const Block*> parts;
    for (const Block& block : layout.blocks) {
      if (block.kind == BlockKind::DiagramPart && block.id.rfind(diagram.id + ".", 0) == 0) parts.push_back(&block);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!contains(inset(diagram.rect, -0.6f * page_unit(layout)), parts[i]->rect)) {
        complaints.push_back(parts[i]->id + " leaves its diagram");
      }
      for (std::size_t k = i + 1; k < parts.size(); ++k) {
        // A span's rectangle is that of arrow and text together, which may stand in different lanes.
        const bool spans = parts[i]->id.find(".spans.") != std::string::npos;
        if (spans && parts[k]->id.find(".spans.") != std::string::npos) continue;
        if (parts[i]->rect.empty() || parts[k]->rect.empty()) continue;
        if (intersects(parts[i]->rect, parts[k]->rect)) complaints.push_back(parts[i]->id + " touches " + parts[k]->id);
      }
    }
  }
  return complaints;
}

// Whether something in the section that the block belongs to does not fit, and says so: all else in it may suffer.
inline bool in_overflowing_section(const PosterLayout& layout, const Block& block) {
  const std::string section = block.id.substr(0, block.id.find('.') + 1);
  return std::any_of(layout.blocks.begin(), layout.blocks.end(),
                     [&](const Block& other) { return other.overflow && other.id.rfind(section, 0) == 0; });
}

// Key labels stand on one card with even paddings; all others touch none.
inline Complaints off_cards(const PosterLayout& layout, const Poster& poster, Excuse excuse) {
  Complaints complaints;
  const float least = 9 * page_unit(layout);
  for (const Section& section : poster.sections) {
    for (const Block& card : layout.blocks) {
      if (card.kind != BlockKind::Card || card.id.rfind(section.id + ".cards.", 0) != 0) continue;
      Rect ink;
      bool readable = true;
      for (std::size_t i = 0; i < section.content.size(); ++i) {
        if (section.content[i].diagram) continue;
        const std::string id = section.id + ".content." + std::to_string(i);
        const Block* label = find_block(layout, id);
        if (!label || excused(card, *label, excuse)) return complaints;
        const bool key = section.content[i].role == LabelRole::Key;
        const bool on = intersects(inset(label->rect, 0.1f), card.rect);
        if (on && !key) complaints.push_back(id + " touches " + card.id);
        const Rect own = key ? ink_of(layout, id) : Rect{};
        if (on && key) ink = united(ink, own);
        // An empty row is no padding.
        readable = readable && !(key && (own.empty() || is_reported(layout, id, "control-character")));
        readable = readable && !label->overflow;
      }
      if (ink.empty()) continue;
      const float above = ink.top() - card.rect.top(), below = card.rect.bottom() - ink.bottom();
      if (excuse == Excuse::Overflow && in_overflowing_section(layout, card)) continue;
      if (!contains(card.rect, ink)) complaints.push_back(card.id + " does not hold its labels");
      if (readable && (std::min(above, below) < least || std::fabs(above - below) > 1)) {
        complaints.push_back(card.id + " has paddings of " + std::to_string(above) + " and " + std::to_string(below));
      }
    }
  }
  return complaints;
}

// Inside the page, and what belongs to a section inside of its frame.
inline Complaints outside(const PosterLayout& layout, Excuse excuse) {
  Complaints complaints;
  const float slack = 0.1f * page_unit(layout);
  const Rect page{0, 0, layout.page.size.width, layout.page.size.height};
  for (const Block& block : layout.blocks) {
    if (excuse == Excuse::Overflow && block.overflow) continue;
    if (excuse == Excuse::Overflow && in_overflowing_section(layout, block)) continue;
    if (!contains(inset(page, -slack), block.rect)) complaints.push_back(block.id + " leaves the page");
    if (block.kind == BlockKind::Axis) continue;  // a section's number may stand on the axis of a timeline
    const Block* section = find_block(layout, block.id.substr(0, block.id.find('.')));
    if (!section || section->kind != BlockKind::Section || section == &block) continue;
    // What a round node says besides its name may stand in a pill beside it.
    if (is_round(layout, *section) && block.kind == BlockKind::DiagramPart) continue;
    // A number may stand over its frame's corner, an icon over the edge that faces a hub.
    const bool on_edge = block.kind == BlockKind::Badge || block.kind == BlockKind::Icon;
    if (on_edge && contains(inset(section->rect, -slack), {block.rect.center().x, block.rect.center().y, 0, 0}))
      continue;
    const Rect ink = ink_of(layout, block.id);
    const bool inside =
        contains(section->rect, inset(block.rect, slack)) && (ink.empty() || contains(section->rect, ink));
    if (!inside) complaints.push_back(block.id + " leaves its section");
  }
  return complaints;
}

inline Complaints under_disc(const PosterLayout& layout, Excuse excuse) {
  Complaints complaints;
  const Block* center = find_block(layout, "center");
  if (!center) return complaints;
  const Point middle = center->rect.center();
  const float radius = center->rect.width / 2, slack = 0.1f * page_unit(layout);
  for (const Block& block : layout.blocks) {
    if (excused(block, *center, excuse) || block.rect.empty()) continue;
    if (block.kind == BlockKind::CenterLine) {
      const Rect ink = ink_of(layout, block.id);
      for (Point corner : {Point{ink.left(), ink.top()}, Point{ink.right(), ink.bottom()}}) {
        const Point d = corner - middle;
        if (!ink.empty() && d.x * d.x + d.y * d.y > radius * radius)
          complaints.push_back(block.id + " leaves the circle");
      }
    }
    // A diagram's empty corners may lie there, its parts may not.
    const bool clear = (stands_alone(block) && block.kind != BlockKind::Diagram) || block.kind == BlockKind::Card ||
                       block.kind == BlockKind::DiagramPart;
    if (clear && distance_to(inset(block.rect, slack), middle) < radius) {
      complaints.push_back(block.id + " lies under the circle");
    }
  }
  return complaints;
}

// Frames of sections keep apart, but for those that stand within another; words of links stand on none, unless within
// it.
inline Complaints crowded_sections(const PosterLayout& layout, Excuse excuse) {
  Complaints complaints;
  std::vector<const Block*> frames;
  for (const Block& block : layout.blocks) {
    if (block.kind == BlockKind::Section) frames.push_back(&block);
  }
  const float slack = 0.1f * page_unit(layout);
  for (const Block& block : layout.blocks) {
    const bool words = block.kind == BlockKind::Link && !block.source.empty();
    if ((block.kind != BlockKind::Section && !words) || block.rect.empty()) continue;
    for (const Block* frame : frames) {
      if (frame == &block || frame->rect.empty() || excused(block, *frame, excuse)) continue;
      const Rect own = inset(block.rect, slack), other = inset(frame->rect, slack);
      const bool inside = contains(frame->rect, own) || (!words && contains(block.rect, other));
      if (!inside && touch(layout, block, *frame)) complaints.push_back(block.id + " touches " + frame->id);
    }
  }
  return complaints;
}

// Nothing is dropped, and what cannot be read says so.
inline Complaints missing(const PosterLayout& layout, const Poster& poster) {
  Complaints complaints;
  const auto require = [&](const std::string& id, const std::string& source) {
    const Block* block = find_block(layout, id);
    if (!block || block->source != source) complaints.push_back(id + " is missing");
  };
  for (const Section& section : poster.sections) {
    if (section.header != HeaderKind::None) {
      require(section.id + ".title", section.title);
      if (section.badge && !section.badge->text.empty()) require(section.id + ".badge", section.badge->text);
    }
    for (std::size_t i = 0; i < section.content.size(); ++i) {
      const std::string id = section.id + ".content." + std::to_string(i);
      if (!section.content[i].diagram) require(id, section.content[i].text);
      if (i == 0 && section.content[i].diagram) require(id + ".diagram", "");
    }
  }
  for (const Block& block : layout.blocks) {
    if (block.overflow && !is_reported(layout, block.id, "overflow")) {
      // A diagram may report the part that does not fit.
      const bool part =
          block.kind == BlockKind::Diagram &&
          std::any_of(layout.diagnostics.begin(), layout.diagnostics.end(), [&](const Diagnostic& diagnostic) {
            return diagnostic.code == "overflow" && diagnostic.block.rfind(block.id, 0) == 0;
          });
      if (!part) complaints.push_back(block.id + " overflows without a report");
    }
    const float floor = (block.kind == BlockKind::Label ? 13 : 12.9f) * page_unit(layout);
    if (block.kind == BlockKind::Label && block.font_size < floor && !block.overflow) {
      complaints.push_back(block.id + " is too small and does not say so");
    }
    if (block.kind != BlockKind::DiagramPart || block.font_size >= floor || block.source.empty()) continue;
    const std::string inner = ".diagram.";
    const Block* diagram = find_block(layout, block.id.substr(0, block.id.find(inner) + inner.size() - 1));
    if (diagram && !diagram->overflow) complaints.push_back(block.id + " is too small and does not say so");
  }
  return complaints;
}

inline Complaints all_complaints(const PosterLayout& layout, const Poster& poster, Excuse excuse) {
  Complaints all;
  for (const Complaints& complaints :
       {overlaps(layout, excuse), overlapping_parts(layout, excuse), off_cards(layout, poster, excuse),
        outside(layout, excuse), under_disc(layout, excuse), crowded_sections(layout, excuse),
        missing(layout, poster)}) {
    all.insert(all.end(), complaints.begin(), complaints.end());
  }
  return all;
}

}  // namespace sixiang::testing
