// Any bytes as a document: an error for people, or a poster that is the same after saving, and that can be laid out.
#include <cmath>

#include "fuzz/fuzz.h"
#include "layout/poster_layout.h"
#include "model/check.h"
#include "model/poster_json.h"

using namespace sixiang;
using fuzz::require;

namespace {

// Larger ones are only read and written: layout would be most of the time.
constexpr std::size_t kLaidOutBytes = 6000;

void check_errors(const std::vector<Error>& errors) {
  require(!errors.empty() && errors.size() <= 20, "1 to 20 errors");
  for (const Error& error : errors) {
    for (const std::string* text : {&error.message.english, &error.message.chinese}) {
      require(!text->empty() && text->find('\n') == std::string::npos, "an error is one line in both languages");
    }
  }
}

void check_layout(const Poster& poster) {
  PosterLayout layout = layout_poster(poster, fuzz::fonts());
  for (int round = 0; !layout.pending.empty(); ++round) {
    require(round < 8, "loading the fonts that are asked for comes to an end");
    fuzz::load(layout.pending);
    layout = layout_poster(poster, fuzz::fonts());
  }
  for (const Block& block : layout.blocks) {
    require(std::isfinite(block.rect.x + block.rect.y + block.rect.width + block.rect.height), "blocks are finite");
    require(!block.id.empty(), "blocks have ids");
  }
  to_json(poster, layout, Language::Chinese);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<Poster> poster = parse_poster(text);
  if (!poster) {
    check_errors(poster.errors());
    return 0;
  }
  require(check_poster(poster.value()).empty(), "what was read passes the editor's checks");
  const std::string saved = to_json(poster.value());
  const Result<Poster> again = parse_poster(saved);
  require(again.ok() && again.value() == poster.value(), "saved and opened it is the same");
  require(to_json(again.value()) == saved, "saving twice gives the same text");
  if (size <= kLaidOutBytes) check_layout(poster.value());
  return 0;
}
