#pragma once

#include <string_view>

/// Texts compiled in from data/ (generated.cmake).
namespace skydraft::cli {

std::string_view version();

/// A document to start from (data/starter/architecture.md).
std::string_view starter_document();

/// data/completions; empty for a shell there is none for.
std::string_view completion_script(std::string_view shell);

}  // namespace skydraft::cli
