// Exit status and messages of the command line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/result.h"

namespace sixiang::cli {

enum ExitStatus : int { kOk = 0, kWrongInput = 1, kUsage = 2, kFileTrouble = 3 };

// Of the environment: Chinese where LC_ALL, LC_MESSAGES or LANG says so.
Language language_of_environment();

// One line each on the standard error; returns `status`.
ExitStatus fail(ExitStatus status, const std::string& file, const std::vector<Error>& errors, Language language);

// On the standard output; the exit status, kFileTrouble (reported) where that cannot be written.
ExitStatus print(std::string_view text, Language language);

// "warning: gan.content.2: …", or "hint: …", without a line's end. A mistake in a formula is a warning here as well: it
// is drawn as typed, and the command has done what it was asked for.
std::string line_of(const Diagnostic& diagnostic, Language language);

}  // namespace sixiang::cli
