#pragma once

/// The command line: arguments, exit codes, diagnostics in a terminal.
namespace skydraft::cli {

/// Exit codes, documented in --help: 0 done; 1 the document has errors or a check failed; 2 wrong arguments;
/// 3 a file could not be read or written; 70 a fault of the program itself.
int run(int argc, char** argv);

}  // namespace skydraft::cli
