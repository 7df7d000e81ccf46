#pragma once

#include <string>
#include <string_view>

/// SHA-256 (FIPS 180-4), for the hashes of a content security policy. Private to this folder.
namespace skydraft::render {

/// The digest in base64, as CSP writes it: "sha256-…" without the prefix.
std::string sha256_base64(std::string_view bytes);

}  // namespace skydraft::render
