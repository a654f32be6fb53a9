#include "app/files.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>

#include <unistd.h>

namespace sixiang::app {

namespace {

namespace fs = std::filesystem;

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

// What the system says in English, for the errors that people meet, in both languages.
Message reason_of(int error) {
  switch (error) {
    case ENOENT:
      return {"there is no such file or folder", "文件或文件夹不存在"};
    case EISDIR:
      return {"it is a folder", "这是一个文件夹"};
    case ENOTDIR:
      return {"a part of its path is no folder", "路径中有一部分不是文件夹"};
    case EACCES:
    case EPERM:
      return {"permission denied", "没有权限"};
    case EROFS:
      return {"the disk is read-only", "磁盘是只读的"};
    case ENOSPC:
    case EDQUOT:
      return {"no space is left", "空间不足"};
    case ENAMETOOLONG:
      return {"its name is too long", "文件名过长"};
    case EBADF:
      return {"it is closed", "已关闭"};
    default:
      return {std::strerror(error), std::strerror(error)};
  }
}

Error cannot_read(const std::string& path, int error) {
  const Message reason = reason_of(error);
  return {path, {"cannot read: " + reason.english, "无法读取：" + reason.chinese}};
}

Error cannot_write(const std::string& path, int error) {
  const Message reason = reason_of(error);
  return {path, {"cannot write: " + reason.english, "无法写入：" + reason.chinese}};
}

Result<std::string> read_stream(std::FILE* file, const std::string& name, std::size_t limit) {
  std::string text;
  char buffer[65536];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file)) {
    text.append(buffer, count);
    if (text.size() > limit) {
      const std::string size = std::to_string(limit >> 20) + " MiB";
      return Error{name, {"larger than the limit of " + size, "超过 " + size + " 的上限"}};
    }
  }
  if (std::ferror(file)) return cannot_read(name, errno);
  return text;
}

// Fonts that are missing or damaged are made anew.
Error with_advice(Error error) {
  error.message.english += "; run scripts/build, or name the folder with --fonts";
  error.message.chinese += "；请先运行 scripts/build，或用 --fonts 指定字体文件夹";
  return error;
}

bool write_stream(std::FILE* file, std::string_view bytes) {
  return std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() && std::fflush(file) == 0;
}

}  // namespace

std::string name_of_input(const std::string& path) { return path == "-" ? "stdin" : path.empty() ? "\"\"" : path; }

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  if (path == "-") return read_stream(stdin, name_of_input(path), limit);
  std::error_code error;
  if (fs::is_directory(path, error)) return cannot_read(name_of_input(path), EISDIR);
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return cannot_read(name_of_input(path), errno);
  return read_stream(file.get(), path, limit);
}

Result<std::size_t> write_file(const std::string& path, std::string_view bytes) {
  if (path == "-") {
    if (!write_stream(stdout, bytes)) return cannot_write("stdout", errno);
    return bytes.size();
  }
  std::error_code error;
  if (fs::exists(path, error) && !fs::is_regular_file(path, error)) {
    if (fs::is_directory(path, error)) return cannot_write(path, EISDIR);
    const File device(std::fopen(path.c_str(), "wb"));
    if (!device || !write_stream(device.get(), bytes)) return cannot_write(path, errno);
    return bytes.size();
  }
  // A link stays one, to the new contents; nobody else's file is overwritten on the way.
  const std::string place = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error).string() : path;
  const std::string temporary = place + "." + std::to_string(getpid()) + ".part";
  File file(std::fopen(temporary.c_str(), "wbx"));
  if (!file) return cannot_write(path, errno);
  const bool written = write_stream(file.get(), bytes);
  const int reason = errno;
  file.reset();
  if (!written) {
    fs::remove(temporary, error);
    return cannot_write(path, reason);
  }
  fs::rename(temporary, place, error);
  if (error) return cannot_write(path, error.value());
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
    const fs::path path = fs::path(folder) / fonts.manifest().faces[slice.face].slices[slice.slice].file;
    Result<std::string> bytes = read_file(path.string(), 256u << 20);
    if (!bytes) return with_advice(bytes.errors()[0]);
    const Result<SliceId> loaded = fonts.load(slice, {bytes.value().begin(), bytes.value().end()});
    if (!loaded) return with_advice(loaded.errors()[0]);
  }
  return slices.size();
}

Result<FontSet> load_fonts(const std::string& folder) {
  const std::string path = folder + "/manifest.json";
  Result<std::string> text = read_file(path, 16u << 20);
  if (!text) return with_advice(text.errors()[0]);
  Result<FontManifest> manifest = parse_font_manifest(text.value());
  if (!manifest) return with_advice(manifest.errors()[0]);
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
