#include "layout/style_measures.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "layout/design.h"
#include "model/ids.h"
#include "model/sections.h"
#include "model/text_contrast.h"
#include "model/words.h"

namespace sixiang {

namespace {

// Of what is empty in a body, what each gap may have, in em of its text.
constexpr float kGenerousGap = 1;
constexpr float kNearly = 12;  // poster points

std::string role_of(const Block& block) {
  std::string role(name_of(block.kind));
  if (block.kind == BlockKind::Label) role += "-" + std::string(word_of(block.role).json);
  return role;
}

float median(std::vector<float> sizes) {
  std::sort(sizes.begin(), sizes.end());
  return sizes[sizes.size() / 2];
}

std::vector<StyleMeasures::Texts> measure_texts(const PosterLayout& layout) {
  std::map<std::string, std::vector<float>> sizes;
  for (const Block& block : layout.blocks) {
    if (block.font_size > 0 && !block.source.empty()) sizes[role_of(block)].push_back(block.font_size);
  }
  std::vector<StyleMeasures::Texts> texts;
  for (const auto& entry : sizes) {
    const auto [least, most] = std::minmax_element(entry.second.begin(), entry.second.end());
    texts.push_back({entry.first, entry.second.size(), *least, median(entry.second), (*most - *least) / *most});
  }
  return texts;
}

bool stands_in_body(BlockKind kind) {
  return kind == BlockKind::Label || kind == BlockKind::Card || kind == BlockKind::Diagram;
}

// What lies in the section's body, not in those of sections within it.
std::vector<const Block*> content_of(const PosterLayout& layout, const Section& section) {
  std::vector<const Block*> blocks;
  for (const Block& block : layout.blocks) {
    if (stands_in_body(block.kind) && lies_in(block.id, section.id)) blocks.push_back(&block);
  }
  return blocks;
}

StyleMeasures::Body measure_body(const PosterLayout& layout, const Section& section, const Block& frame) {
  StyleMeasures::Body body;
  body.section = section.id;
  float top = frame.rect.top();
  for (const Block& block : layout.blocks) {
    const bool heads = block.kind == BlockKind::SectionTitle && lies_in(block.id, section.id);
    if (heads && section.header == HeaderKind::Strip) top = 2 * block.rect.center().y - frame.rect.top();
  }
  std::vector<std::pair<float, float>> spans;
  for (const Block* block : content_of(layout, section)) {
    spans.push_back({block->rect.top(), block->rect.bottom()});
    const bool smaller = body.text == 0 || block->font_size < body.text;
    if (block->kind == BlockKind::Label && smaller) body.text = block->font_size;
  }
  const float height = frame.rect.bottom() - top;
  if (spans.empty() || height <= 0) return body;
  std::sort(spans.begin(), spans.end());
  spans.push_back({frame.rect.bottom(), frame.rect.bottom()});
  float reached = top, unused = 0;
  for (const auto& span : spans) {
    unused += std::max(0.0f, span.first - reached - kGenerousGap * std::max(body.text, kDesign.body.text_size));
    reached = std::max(reached, span.second);
  }
  body.unused = unused / height;
  return body;
}

void find_nearly_aligned(const PosterLayout& layout, const Section& section, StyleMeasures& measures) {
  std::vector<const Block*> labels;
  for (const Block* block : content_of(layout, section)) {
    if (block->kind == BlockKind::Label && block->role == LabelRole::Text) labels.push_back(block);
  }
  for (std::size_t i = 0; i + 1 < labels.size(); ++i) {
    const float apart = std::abs(labels[i]->rect.left() - labels[i + 1]->rect.left());
    if (apart <= 1 || apart > kNearly) continue;
    measures.nearly_aligned.push_back(labels[i]->id + " and " + labels[i + 1]->id + " by " +
                                      std::to_string(std::lround(apart)) + " pt");
  }
}

void find_least_contrasts(const Poster& poster, StyleMeasures& measures) {
  for (const TextContrast& text : text_contrasts(poster)) {
    const bool is_large = text.size != TextSize::Small;
    float& least = is_large ? measures.least_large_contrast : measures.least_contrast;
    if (text.ratio() >= least) continue;
    least = text.ratio();
    (is_large ? measures.least_large_contrast_block : measures.least_contrast_block) = text.block;
  }
}

}  // namespace

StyleMeasures measure_style(const Poster& poster, const PosterLayout& layout) {
  StyleMeasures measures;
  measures.texts = measure_texts(layout);
  for (const Section* listed : all_sections(poster)) {
    const Section& section = *listed;
    const auto frame = std::find_if(layout.blocks.begin(), layout.blocks.end(), [&](const Block& block) {
      return block.kind == BlockKind::Section && block.id == section.id;
    });
    if (frame == layout.blocks.end()) continue;
    if (!section.content.empty()) measures.bodies.push_back(measure_body(layout, section, *frame));
    find_nearly_aligned(layout, section, measures);
  }
  find_least_contrasts(poster, measures);
  return measures;
}

float smallest_text(const StyleMeasures& measures, std::string_view role) {
  for (const StyleMeasures::Texts& texts : measures.texts) {
    if (texts.role == role) return texts.smallest;
  }
  return 0;
}

}  // namespace sixiang
