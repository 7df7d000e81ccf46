#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace skydraft::render {

/// Rows of 0xAARRGGBB pixels, premultiplied as Cairo keeps them, `stride` apart.
struct Pixels {
  std::span<const std::uint32_t> data;
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::size_t stride = 0;  ///< in pixels
  bool has_alpha = false;  ///< else every pixel is opaque
};

/// The keyword of the text chunk that holds what a picture was drawn from.
inline constexpr std::string_view kRecordKeyword = "skydraft-source";

/// A PNG file (ISO/IEC 15948), 8 bits RGB or RGBA, without times or other chunks that change from run to run.
/// `record`, if it is not empty, becomes an iTXt chunk.
std::string encode_png(const Pixels& pixels, std::string_view record = {});

}  // namespace skydraft::render
