#include "diagram/tree_levels.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/sort_unique.h"

namespace sixiang {

namespace {

// Cells for long arrows; beyond so many they run straight.
constexpr std::size_t kMostPassing = 320;
constexpr std::string_view kNoWords[] = {"否", "不", "不是", "没有", "无",    "✗",    "no",
                                         "No", "NO", "n",    "N",    "false", "False"};

bool says_no(const FlowArrow& arrow) {
  return std::find(std::begin(kNoWords), std::end(kNoWords), arrow.text) != std::end(kNoWords);
}

class Leveler {
 public:
  explicit Leveler(const MeasuredFlow& content) : content_(content), count_(content.nodes.size()) {}

  TreeLevels run() {
    find_order();
    find_levels();
    join_cells();
    fill_levels();
    return std::move(tree_);
  }

 private:
  enum class Visit : std::uint8_t { Not, Open, Done };

  const ContentArrow& arrow(std::size_t index) const { return content_.arrows[index]; }
  bool is_diamond(std::size_t node) const { return content_.nodes[node].node->shape == NodeShape::Diamond; }

  // Depth first, in the document's order but for a diamond's no, which comes last. Arrows that lead back to a node on
  // the way to them are left out from here on.
  void find_order() {
    out_.resize(count_);
    std::vector<bool> has_parent(count_);
    for (std::size_t i = 0; i < content_.arrows.size(); ++i) {
      if (arrow(i).from == arrow(i).to) continue;
      out_[arrow(i).from].push_back(i);
      has_parent[arrow(i).to] = true;
    }
    for (std::size_t node = 0; node < count_; ++node) {
      if (!is_diamond(node)) continue;
      std::stable_partition(out_[node].begin(), out_[node].end(),
                            [&](std::size_t i) { return !says_no(*arrow(i).arrow); });
    }
    turn_stairs();
    visits_.assign(count_, Visit::Not);
    runs_down_.assign(content_.arrows.size(), false);
    for (const bool roots : {true, false}) {
      for (std::size_t node = 0; node < count_; ++node) {
        if (visits_[node] == Visit::Not && (!roots || !has_parent[node])) visit(node);
      }
    }
    std::reverse(finished_.begin(), finished_.end());
  }

  bool is_leaf(std::size_t node) const { return out_[node].empty(); }

  // Of a question's two branches the one that leads on, where the other is an answer; none: both are.
  std::optional<std::size_t> next_question(std::size_t node) const {
    for (std::size_t i : {0u, 1u}) {
      if (!is_leaf(arrow(out_[node][i]).to)) return i;
    }
    return std::nullopt;
  }

  // Where each question leads to one more at most, all stairs lead to the side to which most do.
  void turn_stairs() {
    std::vector<std::size_t> steps;
    std::size_t to_right = 0;
    for (std::size_t node = 0; node < count_; ++node) {
      if (is_leaf(node)) continue;
      if (!is_diamond(node) || out_[node].size() != 2) return;
      const std::optional<std::size_t> next = next_question(node);
      if (!next) continue;
      if (!is_leaf(arrow(out_[node][1 - *next]).to)) return;
      steps.push_back(node);
      to_right += *next;
    }
    tree_.to_right = 2 * to_right > steps.size();
    for (std::size_t node : steps) {
      if (*next_question(node) != (tree_.to_right ? 1u : 0u)) std::swap(out_[node][0], out_[node][1]);
    }
  }

  // As deep as there are nodes, 64 at most.
  void visit(std::size_t node) {
    visits_[node] = Visit::Open;
    entered_.push_back(node);
    for (std::size_t i : out_[node]) {
      const std::size_t to = arrow(i).to;
      runs_down_[i] = visits_[to] != Visit::Open;
      if (visits_[to] == Visit::Not) visit(to);
    }
    visits_[node] = Visit::Done;
    finished_.push_back(node);
  }

  // The longest way down to each node; where nothing leads to a node, just above what it leads to.
  void find_levels() {
    level_.assign(count_, 0);
    std::vector<bool> is_root(count_, true), is_leaf(count_, true), is_answer(count_, true);
    for (std::size_t node : finished_) {
      for (std::size_t i : out_[node]) {
        if (!runs_down_[i]) continue;
        const std::size_t to = arrow(i).to;
        level_[to] = std::max(level_[to], level_[node] + 1);
        is_root[to] = false;
        is_leaf[node] = false;
        is_answer[to] = is_answer[to] && is_diamond(node);
      }
    }
    for (std::size_t node = 0; node < count_; ++node) {
      if (!is_root[node] || is_leaf[node]) continue;
      std::size_t nearest = count_;
      for (std::size_t i : out_[node]) {
        if (runs_down_[i]) nearest = std::min(nearest, level_[arrow(i).to]);
      }
      level_[node] = nearest - 1;
    }
    const std::size_t shelf = count_ > 0 ? *std::max_element(level_.begin(), level_.end()) : 0;
    for (std::size_t node = 0; node < count_; ++node) {
      if (is_leaf[node] && !is_root[node] && is_answer[node]) level_[node] = shelf;
    }
  }

  void join(std::size_t upper, std::size_t lower) {
    std::vector<std::size_t>& below = tree_.cells[upper].below;
    if (std::find(below.begin(), below.end(), lower) != below.end()) return;
    below.push_back(lower);
    tree_.cells[lower].above.push_back(upper);
  }

  void join_cells() {
    for (std::size_t node = 0; node < count_; ++node) {
      TreeCell& cell = tree_.cells.emplace_back();
      cell.is_node = true;
      cell.level = level_[node];
    }
    tree_.chains.resize(content_.arrows.size());
    for (std::size_t node : entered_) {
      for (std::size_t i : out_[node]) {
        if (runs_down_[i]) add_chain(i);
      }
    }
  }

  void add_chain(std::size_t index) {
    const std::size_t from = arrow(index).from, to = arrow(index).to;
    std::vector<std::size_t>& chain = tree_.chains[index];
    chain.push_back(from);
    const std::size_t passed = level_[to] - level_[from] - 1;
    const bool passes = tree_.cells.size() - count_ + passed <= kMostPassing;
    for (std::size_t k = 1; passes && k <= passed; ++k) {
      TreeCell& cell = tree_.cells.emplace_back();
      cell.level = level_[from] + k;
      join(chain.back(), tree_.cells.size() - 1);
      chain.push_back(tree_.cells.size() - 1);
    }
    if (passes) join(chain.back(), to);
    chain.push_back(to);
  }

  // From left to right as they are met on the way down.
  void fill_levels() {
    std::size_t deepest = 0;
    for (const TreeCell& cell : tree_.cells) deepest = std::max(deepest, cell.level);
    if (count_ > 0) tree_.levels.resize(deepest + 1);
    placed_.assign(tree_.cells.size(), false);
    for (std::size_t node : entered_) {
      if (tree_.cells[node].above.empty()) fill_from(node);
    }
    tree_.is_forest = std::all_of(tree_.cells.begin(), tree_.cells.end(),
                                  [](const TreeCell& cell) { return cell.above.size() <= 1; });
    if (!tree_.is_forest) order_levels();
  }

  void fill_from(std::size_t cell) {
    if (placed_[cell]) return;
    placed_[cell] = true;
    tree_.levels[tree_.cells[cell].level].push_back(cell);
    for (std::size_t below : tree_.cells[cell].below) fill_from(below);
  }

  // Every level by the mean place of what its cells are joined to, downwards and upwards in turn.
  void order_levels() {
    std::vector<float> place(tree_.cells.size());
    const auto number = [&](const std::vector<std::size_t>& level) {
      for (std::size_t i = 0; i < level.size(); ++i) place[level[i]] = float(i) - float(level.size()) / 2;
    };
    for (const std::vector<std::size_t>& level : tree_.levels) number(level);
    const auto sort = [&](std::vector<std::size_t>& level, std::vector<std::size_t> TreeCell::*joined) {
      std::vector<float> wanted(tree_.cells.size());
      for (std::size_t cell : level) {
        const std::vector<std::size_t>& others = tree_.cells[cell].*joined;
        float sum = 0;
        for (std::size_t other : others) sum += place[other];
        wanted[cell] = others.empty() ? place[cell] : sum / float(others.size());
      }
      std::stable_sort(level.begin(), level.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
      number(level);
    };
    for (int round = 0; round < 4; ++round) {
      for (std::size_t l = 1; l < tree_.levels.size(); ++l) sort(tree_.levels[l], &TreeCell::above);
      for (std::size_t l = tree_.levels.size() - 1; l > 0; --l) sort(tree_.levels[l - 1], &TreeCell::below);
    }
  }

  const MeasuredFlow& content_;
  std::size_t count_;
  TreeLevels tree_;
  std::vector<std::vector<std::size_t>> out_;  // arrows of each node
  std::vector<Visit> visits_;
  std::vector<bool> runs_down_, placed_;
  std::vector<std::size_t> entered_, finished_;
  std::vector<std::size_t> level_;
};

// A forest: subtrees side by side as near as their outlines let them, parents over the middle of what is below.
class ForestPlacer {
 public:
  ForestPlacer(const TreeLevels& tree, const MeasuredFlow& content, const TreeSpacing& spacing)
      : tree_(tree), content_(content), spacing_(spacing), x_(tree.cells.size()) {}

  std::vector<float> run() {
    Outline all;
    for (const std::vector<std::size_t>& level : tree_.levels) {
      for (std::size_t cell : level) {
        if (!tree_.cells[cell].above.empty()) continue;
        const Outline own = place(cell);
        const float by = all.levels.empty() ? 0 : needed(all, own);
        move(cell, by);
        merge(all, own, by);
      }
    }
    return std::move(x_);
  }

 private:
  // From its first level on: how far a subtree reaches to both sides.
  struct Outline {
    std::size_t first = 0;
    std::vector<std::pair<float, float>> levels;
  };

  void move(std::size_t cell, float by) {
    if (by == 0) return;
    x_[cell] += by;
    for (std::size_t below : tree_.cells[cell].below) move(below, by);
  }

  // How far `right` has to move to stand beside `left`.
  float needed(const Outline& left, const Outline& right) const {
    float most = -1e9f;
    for (std::size_t i = 0; i < right.levels.size(); ++i) {
      const std::size_t level = right.first + i;
      if (level < left.first || level >= left.first + left.levels.size()) continue;
      most = std::max(most, left.levels[level - left.first].second - right.levels[i].first + spacing_.gap);
    }
    return most > -1e9f ? most : 0;
  }

  // `outline` grows by `other`, moved.
  static void merge(Outline& outline, const Outline& other, float by) {
    if (other.levels.empty()) return;
    if (outline.levels.empty()) outline.first = other.first;
    while (other.first < outline.first) {
      outline.levels.insert(outline.levels.begin(), {1e9f, -1e9f});
      --outline.first;
    }
    while (outline.first + outline.levels.size() < other.first + other.levels.size()) {
      outline.levels.push_back({1e9f, -1e9f});
    }
    for (std::size_t i = 0; i < other.levels.size(); ++i) {
      std::pair<float, float>& level = outline.levels[other.first - outline.first + i];
      level.first = std::min(level.first, other.levels[i].first + by);
      level.second = std::max(level.second, other.levels[i].second + by);
    }
  }

  bool decides(std::size_t cell) const {
    const TreeCell& upper = tree_.cells[cell];
    return upper.is_node && upper.below.size() == 2 && content_.nodes[cell].node->shape == NodeShape::Diamond;
  }

  // Of two below a diamond the one that it stands straight above: an answer, rather the one away from where stairs
  // lead; else none.
  std::optional<std::size_t> straight_below(std::size_t cell) const {
    if (!decides(cell)) return std::nullopt;
    const std::size_t rather = tree_.to_right ? 0 : 1;
    for (std::size_t i : {rather, 1 - rather}) {
      if (leads_to_leaf(tree_, tree_.cells[cell].below[i])) return i;
    }
    return std::nullopt;
  }

  Outline place(std::size_t cell) {
    const std::vector<std::size_t>& below = tree_.cells[cell].below;
    const float half = spacing_.widths[cell] / 2;
    Outline outline;
    const std::optional<std::size_t> straight = straight_below(cell);
    const float aside = decides(cell) ? (half + spacing_.aside) * (straight ? 1 : 2) : 0;
    for (std::size_t i = 0; i < below.size(); ++i) {
      const Outline next = place(below[i]);
      float by = i == 0 ? 0 : needed(outline, next);
      if (i > 0) by = std::max(by, x_[below[i - 1]] + aside - x_[below[i]]);
      move(below[i], by);
      merge(outline, next, by);
    }
    if (!below.empty()) {
      const float middle = (x_[below.front()] + x_[below.back()]) / 2;
      const float nearest = x_[below[below.size() / 2]];
      const bool over_one = below.size() % 2 == 1 && std::fabs(nearest - middle) < half;
      x_[cell] = straight ? x_[below[*straight]] : over_one ? nearest : middle;
    }
    Outline whole;
    whole.first = tree_.cells[cell].level;
    whole.levels.push_back({x_[cell] - half, x_[cell] + half});
    merge(whole, outline, 0);
    return whole;
  }

  const TreeLevels& tree_;
  const MeasuredFlow& content_;
  const TreeSpacing& spacing_;
  std::vector<float> x_;
};

// How much a cell's wish counts: long arrows give way to nodes.
constexpr float kPassingWeight = 0.001f;
constexpr float kRounding = 0.01f;  // poster points
float weight_of(const TreeCell& cell) { return cell.is_node ? 1 : kPassingWeight; }

// Cells of one level as near to where they want to be as their order and distances let them: least squares, by pooling
// neighbours that would come too near.
void settle(const TreeLevels& tree, const std::vector<std::size_t>& level, const std::vector<float>& wanted,
            const TreeSpacing& spacing, std::vector<float>& x) {
  struct Pool {
    float sum = 0, weight = 0;
    std::size_t count = 0;
    float mean() const { return sum / weight; }
  };
  std::vector<float> offsets(level.size());
  std::vector<Pool> pools;
  for (std::size_t i = 0; i < level.size(); ++i) {
    if (i > 0) {
      const float apart = (spacing.widths[level[i - 1]] + spacing.widths[level[i]]) / 2 + spacing.gap;
      offsets[i] = offsets[i - 1] + apart;
    }
    const float weight = weight_of(tree.cells[level[i]]);
    pools.push_back({(wanted[level[i]] - offsets[i]) * weight, weight, 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      Pool& before = pools[pools.size() - 2];
      before.sum += pools.back().sum;
      before.weight += pools.back().weight;
      before.count += pools.back().count;
      pools.pop_back();
    }
  }
  std::size_t i = 0;
  for (const Pool& pool : pools) {
    for (std::size_t k = 0; k < pool.count; ++k, ++i) x[level[i]] = pool.mean() + offsets[i];
  }
}

// A long arrow runs straight past other levels, where it comes no nearer to what stands there.
void straighten(const TreeLevels& tree, const std::vector<std::size_t>& chain, const TreeSpacing& spacing,
                std::vector<float>& x) {
  if (chain.size() < 4) return;
  const auto is_free = [&](std::size_t cell, float place) {
    for (std::size_t other : tree.levels[tree.cells[cell].level]) {
      if (other == cell) continue;
      const float apart = (spacing.widths[other] + spacing.widths[cell]) / 2 + spacing.gap - kRounding;
      if ((x[other] < x[cell]) ? place - x[other] < apart : x[other] - place < apart) return false;
    }
    return true;
  };
  for (std::size_t i = 1; i + 1 < chain.size(); ++i) {
    const float place = x[chain[i]];
    if (!std::all_of(chain.begin() + 1, chain.end() - 1, [&](std::size_t cell) { return is_free(cell, place); }))
      continue;
    for (std::size_t k = 1; k + 1 < chain.size(); ++k) x[chain[k]] = place;
    return;
  }
}

std::vector<float> settled(const TreeLevels& tree, const TreeSpacing& spacing) {
  std::vector<float> x(tree.cells.size()), wanted(tree.cells.size());
  const auto settle_level = [&](std::size_t l, bool from_above, bool from_below) {
    for (std::size_t cell : tree.levels[l]) {
      float sum = 0, weight = 0;
      const auto add = [&](const std::vector<std::size_t>& others) {
        for (std::size_t other : others) {
          sum += weight_of(tree.cells[other]) * x[other];
          weight += weight_of(tree.cells[other]);
        }
      };
      if (from_above) add(tree.cells[cell].above);
      if (from_below) add(tree.cells[cell].below);
      wanted[cell] = weight > 0 ? sum / weight : x[cell];
    }
    settle(tree, tree.levels[l], wanted, spacing, x);
  };
  for (std::size_t l = 0; l < tree.levels.size(); ++l) settle_level(l, true, false);
  for (int round = 0; round < 4; ++round) {
    for (std::size_t l = tree.levels.size(); l > 0; --l) settle_level(l - 1, false, true);
    for (std::size_t l = 0; l < tree.levels.size(); ++l) settle_level(l, true, round == 3);
  }
  for (const std::vector<std::size_t>& chain : tree.chains) straighten(tree, chain, spacing, x);
  return x;
}

}  // namespace

TreeLevels find_levels(const MeasuredFlow& content) { return Leveler(content).run(); }

bool leads_to_leaf(const TreeLevels& tree, std::size_t cell) {
  while (!tree.cells[cell].is_node) cell = tree.cells[cell].below.front();
  return tree.cells[cell].below.empty();
}

std::vector<float> places_across(const TreeLevels& tree, const MeasuredFlow& content, const TreeSpacing& spacing) {
  if (tree.is_forest) return ForestPlacer(tree, content, spacing).run();
  return settled(tree, spacing);
}

}  // namespace sixiang
