#include "app/files.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>

namespace sixiang::app {

namespace {

namespace fs = std::filesystem;

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

Error cannot_read(const std::string& path, const std::string& reason) {
  return {path, {"cannot read: " + reason, "无法读取：" + reason}};
}

Error cannot_write(const std::string& path, const std::string& reason) {
  return {path, {"cannot write: " + reason, "无法写入：" + reason}};
}

Result<std::string> read_stream(std::FILE* file, const std::string& name, std::size_t limit) {
  std::string text;
  char buffer[65536];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file)) {
    text.append(buffer, count);
    if (text.size() > limit) {
      const std::string size = std::to_string(limit / (1024 * 1024)) + " MiB";
      return Error{name, {"larger than the limit of " + size, "超过 " + size + " 的上限"}};
    }
  }
  if (std::ferror(file)) return cannot_read(name, std::strerror(errno));
  return text;
}

bool write_stream(std::FILE* file, std::string_view bytes) {
  return std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() && std::fflush(file) == 0;
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  if (path == "-") return read_stream(stdin, "standard input", limit);
  std::error_code error;
  if (fs::is_directory(path, error)) return cannot_read(path, "it is a directory");
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return cannot_read(path, std::strerror(errno));
  return read_stream(file.get(), path, limit);
}

Result<std::size_t> write_file(const std::string& path, std::string_view bytes) {
  if (path == "-") {
    if (!write_stream(stdout, bytes)) return cannot_write("standard output", std::strerror(errno));
    return bytes.size();
  }
  std::error_code error;
  if (fs::exists(path, error) && !fs::is_regular_file(path, error)) {
    if (fs::is_directory(path, error)) return cannot_write(path, "it is a directory");
    const File device(std::fopen(path.c_str(), "wb"));
    if (!device || !write_stream(device.get(), bytes)) return cannot_write(path, std::strerror(errno));
    return bytes.size();
  }
  const std::string temporary = path + ".part";
  File file(std::fopen(temporary.c_str(), "wb"));
  if (!file) return cannot_write(path, std::strerror(errno));
  const bool written = write_stream(file.get(), bytes);
  const int reason = errno;
  file.reset();
  if (!written) {
    fs::remove(temporary, error);
    return cannot_write(path, std::strerror(reason));
  }
  fs::rename(temporary, path, error);
  if (error) return cannot_write(path, error.message());
  return bytes.size();
}

std::string font_folder(const std::string& override_folder) {
  if (!override_folder.empty()) return override_folder;
  if (const char* folder = std::getenv("SIXIANG_FONTS"); folder && *folder) return folder;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return (program.parent_path().parent_path() / "fonts").string();
}

Result<std::size_t> load_slices(FontSet& fonts, const std::string& folder, const std::vector<SliceId>& slices) {
  for (const SliceId slice : slices) {
    const std::string& name = fonts.manifest().faces[slice.face].slices[slice.slice].file;
    Result<std::string> bytes = read_file(folder + "/" + name, 256u << 20);
    if (!bytes) return bytes.errors();
    const Result<SliceId> loaded = fonts.load(slice, {bytes.value().begin(), bytes.value().end()});
    if (!loaded) return loaded.errors();
  }
  return slices.size();
}

Result<FontSet> load_fonts(const std::string& folder) {
  const std::string path = folder + "/manifest.json";
  Result<std::string> text = read_file(path, 16u << 20);
  if (!text) {
    Error error = text.errors()[0];
    error.message.english += "; run scripts/build, or name the folder with --fonts";
    error.message.chinese += "；请先运行 scripts/build，或用 --fonts 指定字体文件夹";
    return error;
  }
  Result<FontManifest> manifest = parse_font_manifest(text.value());
  if (!manifest) return manifest.errors();
  FontSet fonts(std::move(manifest.value()));
  std::vector<SliceId> first_tier;
  for (std::size_t face = 0; face < fonts.manifest().faces.size(); ++face) {
    const std::vector<FontSlice>& slices = fonts.manifest().faces[face].slices;
    for (std::size_t i = 0; i < slices.size(); ++i) {
      if (slices[i].first_tier) first_tier.push_back({FaceIndex(face), std::uint16_t(i)});
    }
  }
  const Result<std::size_t> loaded = load_slices(fonts, folder, first_tier);
  if (!loaded) return loaded.errors();
  return fonts;
}

Result<PosterLayout> complete_layout(const Poster& poster, FontSet& fonts, const std::string& folder) {
  for (;;) {
    PosterLayout layout = layout_poster(poster, fonts);
    if (layout.pending.empty()) return layout;
    const Result<std::size_t> loaded = load_slices(fonts, folder, layout.pending);
    if (!loaded) return loaded.errors();
  }
}

}  // namespace sixiang::app
