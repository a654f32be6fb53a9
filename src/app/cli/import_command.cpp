#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/files.h"
#include "brief/brief.h"
#include "brief/outline.h"
#include "model/poster_json.h"

namespace sixiang::cli {

namespace {

using Json = nlohmann::ordered_json;

// Well above what a brief may be, so that its own message says what that is.
constexpr std::size_t kReadLimit = 64u << 20;

// "poster.json" is "poster-2.json" for the second of several.
std::string numbered(const std::string& file, std::size_t index, std::size_t count) {
  if (count == 1 || file == "-") return file;
  const std::size_t slash = file.find_last_of("/\\");
  const std::size_t dot = file.rfind('.');
  const bool has_ending = dot != std::string::npos && (slash == std::string::npos || dot > slash + 1);
  const std::string stem = has_ending ? file.substr(0, dot) : file;
  return stem + "-" + std::to_string(index + 1) + (has_ending ? file.substr(dot) : "");
}

std::string line_of(const brief::LeftOut& left_out, const CommonOptions& common) {
  const bool chinese = common.language == Language::Chinese;
  return (chinese ? "第 " + std::to_string(left_out.line) + " 行：" : "line " + std::to_string(left_out.line) + ": ") +
         left_out.text + (chinese ? "——" : " — ") + left_out.why.in(common.language);
}

Json json_of(const std::vector<brief::LeftOut>& all) {
  Json list = Json::array();
  for (const brief::LeftOut& left_out : all) {
    list.push_back({{"line", left_out.line},
                    {"text", left_out.text},
                    {"why", {{"en", left_out.why.english}, {"zh", left_out.why.chinese}}}});
  }
  return list;
}

}  // namespace

int import_brief(const ImportOptions& options, const CommonOptions& common) {
  const Result<std::string> text = app::read_file(options.brief, kReadLimit);
  if (!text) return fail(kFileTrouble, "", text.errors(), common.language);
  const Result<std::vector<brief::ReadBrief>> briefs = brief::read_briefs(text.value());
  if (!briefs) return fail(kWrongInput, app::name_of_input(options.brief), briefs.errors(), common.language);

  Json reports = Json::array();
  const std::size_t count = briefs.value().size();
  for (std::size_t i = 0; i < count; ++i) {
    const brief::ReadBrief& read = briefs.value()[i];
    for (const brief::LeftOut& left_out : read.left_out) {
      std::fprintf(stderr, "%s\n", line_of(left_out, common).c_str());
    }
    reports.push_back(json_of(read.left_out));
    if (options.readings) {
      std::string lines;
      for (const brief::LineReading& reading : read.readings) {
        lines += "line " + std::to_string(reading.line) + ": " + reading.meaning + "\n";
      }
      if (const ExitStatus status = print(lines, common.language); status != kOk) return status;
    }
    if (!options.output.empty() || !options.readings) {
      const std::string file = numbered(options.output.empty() ? "-" : options.output, i, count);
      const Result<std::size_t> written = app::write_file(file, to_json(read.poster));
      if (!written) return fail(kFileTrouble, "", written.errors(), common.language);
    }
  }
  if (options.report.empty()) return kOk;
  const Json& report = count == 1 ? reports[0] : reports;
  const Result<std::size_t> written = app::write_file(options.report, report.dump(2) + "\n");
  return written ? kOk : fail(kFileTrouble, "", written.errors(), common.language);
}

int outline(const OutlineOptions& options, const CommonOptions& common) {
  const Result<std::string> text = app::read_file(options.poster, kReadLimit);
  if (!text) return fail(kFileTrouble, "", text.errors(), common.language);
  const Result<Poster> poster = brief::open_poster(text.value());
  if (!poster) return fail(kWrongInput, app::name_of_input(options.poster), poster.errors(), common.language);
  if (const std::optional<Diagnostic> newer = newer_format_notice(poster.value())) {
    return fail(kWrongInput, app::name_of_input(options.poster), {{"version", newer->message}}, common.language);
  }
  const Result<std::size_t> written =
      app::write_file(options.output.empty() ? "-" : options.output, brief::to_outline(poster.value()));
  return written ? kOk : fail(kFileTrouble, "", written.errors(), common.language);
}

}  // namespace sixiang::cli
