#pragma once

#include <string>
#include <string_view>

/// SHA-256 (FIPS 180-4).
namespace skydraft {

/// The digest in base64, as CSP writes it: "sha256-…" without the prefix.
std::string sha256_base64(std::string_view bytes);

/// The digest in 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace skydraft
