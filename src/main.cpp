#include "cli/cli.hpp"
#include "cli/heap.hpp"

int main(int argc, char** argv) {
  skydraft::cli::return_large_blocks();
  return skydraft::cli::run(argc, argv);
}
