#include "pipeline/file_system.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "pipeline/near_name.hpp"

namespace skydraft::pipeline {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  explicit operator bool() const { return fd_ >= 0; }
  int get() const { return fd_; }
  /// False if the system reports only now that earlier writes failed (network file systems do).
  bool close() { return fd_ < 0 || ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

Diagnostic failure(Code code, std::string message, std::string hint = {}) {
  Diagnostic diagnostic{code, Severity::Error, {}, std::move(message), {}};
  if (!hint.empty()) diagnostic.hints.push_back({std::move(hint), std::nullopt});
  return diagnostic;
}

std::string reason(int error) { return std::strerror(error); }

Diagnostic too_large() {
  return failure(Code::FileTooLarge, fmt::format("the document is larger than {} MiB", kMaxSourceBytes >> 20),
                 "split it, or draw a part of it");
}

Diagnostic cannot_open(std::string_view path, int error) {
  if (error == EISDIR) return failure(Code::FileIsDirectory, "this is a folder", "name a document in it");
  if (error != ENOENT && error != ENOTDIR) return failure(Code::FileUnreadable, "cannot be read: " + reason(error));
  const std::string near = nearest_file(path);
  return failure(Code::FileNotFound, "there is no such file",
                 near.empty() ? "" : fmt::format("did you mean `{}`?", near));
}

/// `expected` are the bytes that there should be: room for all at once.
Result<std::string> read_all(int fd, std::size_t expected) {
  std::string text;
  text.reserve(expected);
  std::array<char, std::size_t{1} << 16> buffer;
  for (;;) {
    const ssize_t got = ::read(fd, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(Code::FileUnreadable, "cannot be read: " + reason(errno));
    if (got == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
    if (text.size() > kMaxSourceBytes) return too_large();
  }
}

/// 0, or the errno of the write that failed.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return 0;
}

/// With its slash; empty for the working folder.
std::string folder_of(const std::string& path) { return path.substr(0, path.find_last_of('/') + 1); }

/// Where a write to `path` must go: through symbolic links, also one whose target does not exist yet.
std::string follow_links(std::string path) {
  constexpr int kMostLinks = 40;  // as Linux itself counts
  for (int i = 0; i < kMostLinks; ++i) {
    std::array<char, 4096> target;
    const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
    if (length < 0) return path;
    const std::string to(target.data(), static_cast<std::size_t>(length));
    path = to.starts_with('/') ? to : folder_of(path) + to;
  }
  return path;
}

mode_t mode_of_new_file() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

Diagnostic cannot_write(int error) {
  const std::string hint = error == ENOENT   ? "the folder does not exist"
                           : error == EISDIR ? "name a file, not a folder"
                                             : "";
  return failure(Code::CannotWrite, "cannot be written: " + reason(error), hint);
}

/// What is no plain file (a device, a pipe) cannot be replaced, only written to.
std::optional<Diagnostic> write_in_place(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  if (!file) return cannot_write(errno);
  if (const int error = write_all(file.get(), bytes)) return cannot_write(error);
  return std::nullopt;
}

std::optional<Diagnostic> replace(const std::string& path, std::string_view bytes, mode_t mode) {
  std::string temporary = folder_of(path) + ".skydraft-XXXXXX";
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file) return cannot_write(errno);
  int error = write_all(file.get(), bytes);
  if (error == 0 && (::fchmod(file.get(), mode) != 0 || ::fsync(file.get()) != 0)) error = errno;
  if (!file.close() && error == 0) error = errno;
  if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return std::nullopt;
  ::unlink(temporary.c_str());
  return cannot_write(error);
}

}  // namespace

Result<std::string> FileSystem::read(std::string_view path) const {
  if (path == "-") return read_all(STDIN_FILENO, 0);
  const std::string name(path);
  // Not blocking: opening a pipe that nobody writes to must not hang.
  const Descriptor file(::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file) return cannot_open(path, errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return failure(Code::FileUnreadable, "cannot be read: " + reason(errno));
  if (S_ISDIR(status.st_mode)) return cannot_open(path, EISDIR);
  if (!S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode))
    return failure(Code::FileUnreadable, "this is a device, not a document", "use `-` to read standard input");
  if (S_ISREG(status.st_mode) && static_cast<std::uintmax_t>(status.st_size) > kMaxSourceBytes) return too_large();
  ::fcntl(file.get(), F_SETFL, 0);
  return read_all(file.get(), static_cast<std::size_t>(status.st_size));
}

std::optional<Diagnostic> FileSystem::write(std::string_view path, std::string_view bytes) {
  if (path == "-") {
    const int error = write_all(STDOUT_FILENO, bytes);
    return error == 0 ? std::nullopt : std::optional(cannot_write(error));
  }
  const std::string target = follow_links(std::string(path));
  struct stat status {};
  const bool present = ::stat(target.c_str(), &status) == 0;
  if (!present) return replace(target, bytes, mode_of_new_file());
  if (S_ISDIR(status.st_mode)) return cannot_write(EISDIR);
  if (!S_ISREG(status.st_mode)) return write_in_place(target, bytes);
  // Renaming over a file needs no right to write to it; a file that was made read-only is meant to stay.
  if (::access(target.c_str(), W_OK) != 0) return cannot_write(errno);
  return replace(target, bytes, status.st_mode & 07777);
}

bool FileSystem::exists(std::string_view path) const {
  struct stat status {};
  return path != "-" && ::lstat(std::string(path).c_str(), &status) == 0;
}

std::optional<Diagnostic> FileSystem::make_folder(std::string_view path) {
  std::error_code error;
  std::filesystem::create_directories(std::filesystem::path(path), error);
  if (error) return cannot_write(error.value());
  return std::nullopt;
}

Result<std::vector<std::string>> FileSystem::documents_in(std::string_view folder) const {
  std::error_code error;
  std::vector<std::string> names;
  for (std::filesystem::directory_iterator at(std::filesystem::path(folder), error), end; !error && at != end;
       at.increment(error)) {
    std::string name = at->path().filename().string();
    const std::string extension = at->path().extension().string();
    std::error_code ignored;
    const bool is_document = extension == ".md" || extension == ".markdown";
    if (is_document && !name.starts_with('.') && at->is_regular_file(ignored)) names.push_back(std::move(name));
  }
  if (error && error.value() == ENOTDIR) return failure(Code::FileUnreadable, "this is a file", "name a folder");
  if (error) return cannot_open(folder, error.value());
  std::ranges::sort(names);
  return names;
}

}  // namespace skydraft::pipeline
