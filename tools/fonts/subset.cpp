#include "subset.hpp"

#include <woff2/encode.h>

#include <cstdint>

namespace fonts {
namespace {

void keep_features(hb_subset_input_t* input, Layout layout) {
  hb_set_t* features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  hb_set_clear(features);
  if (layout == Layout::Drop) {
    hb_set_t* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GSUB", "GPOS", "GDEF"}) hb_set_add(dropped, hb_tag_from_string(tag, -1));
    return;
  }
  for (const char* tag : {"kern", "mark", "mkmk"}) hb_set_add(features, hb_tag_from_string(tag, -1));
}

}  // namespace

std::string subset(hb_face_t* face, const std::vector<char32_t>& characters, Layout layout) {
  const SubsetInput input(hb_subset_input_create_or_fail());
  if (!input) throw std::runtime_error("out of memory");
  for (const char32_t c : characters) hb_set_add(hb_subset_input_unicode_set(input.get()), c);
  keep_features(input.get(), layout);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  const FaceHandle result(hb_subset_or_fail(face, input.get()));
  if (!result) throw std::runtime_error("the font cannot be subset");
  const Blob blob(hb_face_reference_blob(result.get()));
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  return std::string(data, length);
}

std::string to_woff2(const std::string& opentype) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(opentype.data());
  std::string out(woff2::MaxWOFF2CompressedSize(data, opentype.size()), '\0');
  std::size_t length = out.size();
  if (!woff2::ConvertTTFToWOFF2(data, opentype.size(), reinterpret_cast<std::uint8_t*>(out.data()), &length))
    throw std::runtime_error("the font cannot be written as woff2");
  out.resize(length);
  return out;
}

std::string to_base64(const std::string& bytes) {
  static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) out += i + k <= bytes.size() ? kDigits[(group >> (18 - 6 * k)) & 63] : '=';
  }
  return out;
}

}  // namespace fonts
