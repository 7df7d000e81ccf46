#pragma once

#include "base/diagnostic.hpp"

namespace skydraft::cli {

/// Documented in --help and docs/cli.md.
inline constexpr int kDone = 0;
inline constexpr int kDocumentHasErrors = 1;
inline constexpr int kWrongArguments = 2;
inline constexpr int kFileTrouble = 3;
inline constexpr int kFaultOfProgram = 70;

/// How the program ends when a diagnostic of this code stops it.
int exit_code_of(Code code);

}  // namespace skydraft::cli
