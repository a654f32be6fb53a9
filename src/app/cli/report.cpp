#include "app/cli/report.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "app/files.h"

namespace sixiang::cli {

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) {
      return std::string_view(value).substr(0, 2) == "zh" ? Language::Chinese : Language::English;
    }
  }
  return Language::English;
}

ExitStatus fail(ExitStatus status, const std::string& file, const std::vector<Error>& errors, Language language) {
  for (const Error& error : errors) {
    std::string line = "sixiang: ";
    if (!file.empty()) line += file + ": ";
    if (!error.path.empty()) line += error.path + ": ";
    line += error.message.in(language);
    std::fprintf(stderr, "%s\n", line.c_str());
  }
  return status;
}

ExitStatus print(std::string_view text, Language language) {
  const Result<std::size_t> written = app::write_file("-", text);
  return written ? kOk : fail(kFileTrouble, "", written.errors(), language);
}

std::string line_of(const Diagnostic& diagnostic, Language language) {
  const bool chinese = language == Language::Chinese;
  const bool is_hint = diagnostic.severity == Severity::Hint;
  std::string line = is_hint ? (chinese ? "提示：" : "hint: ") : chinese ? "警告：" : "warning: ";
  if (!diagnostic.block.empty()) line += diagnostic.block + (chinese ? "：" : ": ");
  line += diagnostic.message.in(language);
  if (diagnostic.length > 0) {
    line += chinese ? "（第 " : " (bytes ";
    line += std::to_string(diagnostic.offset) + "–" + std::to_string(diagnostic.offset + diagnostic.length);
    line += chinese ? " 字节）" : ")";
  }
  return line;
}

}  // namespace sixiang::cli
