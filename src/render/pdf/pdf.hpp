#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "scene/page.hpp"
#include "scene/theme.hpp"

namespace skydraft::render {

enum class Paper : std::uint8_t {
  Fit,  ///< each page as large as its picture, 1 px = 1/96 inch
  A4,
  A3,
  Letter,
};

struct PdfOptions {
  Paper paper = Paper::Fit;
  std::string_view record{};  ///< of the source, ASCII, the keywords of the metadata; "" for none
};

/// Bytes of a PDF with one page for each view, drawn with Cairo: vectors, text that can be selected and searched, only
/// embedded fonts. On paper a picture fills the sheet, upright or across as it fits better, and is never enlarged.
/// A bookmark for each view; a step panel leads to the view of its flow. No time stamps: equal input gives equal bytes.
/// Fails if this machine lacks Cairo.
Result<std::string> render_pdf(std::span<const scene::Page> pages, const scene::Theme& theme,
                               const PdfOptions& options = {});

}  // namespace skydraft::render
