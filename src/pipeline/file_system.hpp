#pragma once

#include "pipeline/pipeline.hpp"

namespace skydraft::pipeline {

/// The real file system (POSIX).
///
/// Reads   plain files, pipes and standard input, never more than kMaxSourceBytes; a directory, a device or a missing
/// file is
///         told apart (SKY0101 to SKY0104), a missing one with the nearest name in its folder.
/// Writes  to a new file in the target's folder, flushed to the disk, then renamed over the target. The target's
/// permissions
///         stay; a symbolic link is followed, not replaced. After a failure the new file is gone and the target as it
///         was.
class FileSystem final : public World {
 public:
  Result<std::string> read(std::string_view path) const override;
  std::optional<Diagnostic> write(std::string_view path, std::string_view bytes) override;
  bool exists(std::string_view path) const override;
  std::optional<Diagnostic> make_folder(std::string_view path) override;
  Result<std::vector<std::string>> documents_in(std::string_view folder) const override;
};

}  // namespace skydraft::pipeline
