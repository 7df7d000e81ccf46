#include "cli/cli.hpp"

int main(int argc, char** argv) { return skydraft::cli::run(argc, argv); }
