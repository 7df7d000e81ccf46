#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/pipeline.hpp"

namespace skydraft::fuzz {

/// The fuzzer's bytes as the one file there is.
class Bytes final : public pipeline::World {
 public:
  explicit Bytes(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<std::string> read(std::string_view) const override { return bytes_; }
  std::optional<Diagnostic> write(std::string_view, std::string_view) override { return std::nullopt; }
  bool exists(std::string_view) const override { return true; }

 private:
  std::string bytes_;
};

/// The document, unless loading refuses it.
inline std::optional<Source> load(const std::uint8_t* data, std::size_t size) {
  Result<Source> source = pipeline::load(Bytes(std::string(data, data + size)), "fuzz.md");
  return source ? std::optional(*source) : std::nullopt;
}

}  // namespace skydraft::fuzz
