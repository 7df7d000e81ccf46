#include "cli/cli.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <variant>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "pipeline/file_system.hpp"

namespace skydraft::cli {
namespace {

bool may_color() {
  // https://no-color.org: present and not empty.
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
  return (no_color == nullptr || *no_color == '\0') && !dumb;
}

int fault(const char* what) {
  std::fprintf(stderr, "skydraft: internal error: %s\n", what);
  return kFaultOfProgram;
}

}  // namespace

int run(int argc, char** argv) {
  // Writing to a closed pipe is then an error like any other.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    const std::variant<Arguments, int> parsed = parse_arguments(argc, argv);
    if (const int* code = std::get_if<int>(&parsed)) return *code;
    pipeline::FileSystem files;
    Terminal terminal{{.color = ::isatty(STDERR_FILENO) == 1 && may_color()},
                      ::isatty(STDOUT_FILENO) == 1,
                      may_color(),
                      [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }};
    return run_command(std::get<Arguments>(parsed), files, terminal);
  } catch (const std::bad_alloc&) {
    return fault("out of memory");
  } catch (const std::exception& error) {
    return fault(error.what());
  } catch (...) {
    return fault("unknown exception");
  }
}

}  // namespace skydraft::cli
