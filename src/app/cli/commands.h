// The commands of the command line, one function each; they return the exit status.
#pragma once

#include <string>

#include "base/message.h"
#include "export/export_page.h"

namespace sixiang::cli {

struct CommonOptions {
  std::string fonts;  // folder of the font manifest; empty: the default
  Language language = Language::English;
};

struct RenderOptions {
  std::string poster, output;  // "-": standard input and output
  ExportFormat format = ExportFormat::Png;
  int width_px = 0;  // 0: one pixel a poster point
};

struct CheckOptions {
  std::string poster;
};

struct LayoutOptions {
  std::string poster;
  bool explain = false;  // why sizes are what they are, instead of where things stand
};

struct ImportOptions {
  std::string brief, output, report;  // "-": standard input and output; empty: not asked for
  bool readings = false;
};

struct OutlineOptions {
  std::string poster, output;  // "-": standard input and output; empty: standard output
};

struct SchemaOptions {};

struct FormulaOptions {
  std::string source, output;
  int size_px = 64;  // pixels an em
  bool display_style = false, inline_style = false, tree = false, font_script_scale = false;
};

int render(const RenderOptions& options, const CommonOptions& common);
int check(const CheckOptions& options, const CommonOptions& common);
int layout(const LayoutOptions& options, const CommonOptions& common);
int import_brief(const ImportOptions& options, const CommonOptions& common);
int outline(const OutlineOptions& options, const CommonOptions& common);
int schema(const SchemaOptions& options, const CommonOptions& common);
int formula(const FormulaOptions& options, const CommonOptions& common);

}  // namespace sixiang::cli
