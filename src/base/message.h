// Words for people. Every message exists in both languages of the interface, side by side, where it arises; only the
// app picks one. A Diagnostic is a message about a place in the user's own text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sixiang {

enum class Language : std::uint8_t { English, Chinese };

struct Message {
  std::string english, chinese;
  bool operator==(const Message&) const = default;

  const std::string& in(Language language) const { return language == Language::Chinese ? chinese : english; }
};

// Hint: as good as it is, but perhaps not what was meant.
enum class Severity : std::uint8_t { Hint, Warning, Error };

// "hint", "warning", "error"
const char* name_of(Severity severity);

// Something in a document that a person should look at; what could be drawn is drawn all the same.
struct Diagnostic {
  Severity severity = Severity::Warning;
  std::string block;                   // block id such as "gan.content.2"; empty inside text layers that know no blocks
  std::string field;                   // the document's field that makes the block: "gan.content.2.text"
  std::size_t offset = 0, length = 0;  // UTF-8 bytes within the block's source text; length 0: the whole of it
  std::string code;                    // stable, kebab-case: "overflow", "missing-glyph", "unknown-command", …
  Message message;
  bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace sixiang
