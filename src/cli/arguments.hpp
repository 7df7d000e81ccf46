#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "render/pdf/pdf.hpp"
#include "view/view.hpp"

/// What the command line says, checked; the argument parser itself stays in arguments.cpp.
namespace skydraft::cli {

enum class Command : std::uint8_t {
  Render,
  Model,
  Geometry,
  Views,
  Check,
  Explain,
  Verify,
  Gallery,
  Layout,
  Init,
  Completions
};
enum class Emit : std::uint8_t { Nothing, Document, Model, Graph, Placed, Scene };

struct Arguments {
  Command command = Command::Render;
  std::string file = "-";
  std::string name;                   ///< Explain: a component; empty: the whole document
  std::string output;                 ///< empty: not given
  std::string format;                 ///< "svg", "png", "pdf", "html", "txt", "md"; empty: by the output's extension
  std::string view;                   ///< empty: the document's default; "all": every one
  std::vector<std::string> focus;     ///< Render: names of components
  std::vector<std::string> collapse;  ///< Render: names of containers
  int depth = 1;
  view::Detail detail = view::Detail::Normal;
  bool embed_source = false;
  bool text_as_paths = false;
  bool animate = false;
  std::string picture;  ///< Verify
  std::string theme = "light";
  std::optional<double> scale;
  std::optional<int> width;
  bool transparent = false;
  std::optional<render::Paper> paper;
  std::optional<double> budget;  ///< Layout: ms of work
  std::optional<double> aspect;  ///< Layout: wanted width / height
  std::string previous;          ///< Render, Geometry, Layout: an earlier drawing to stay near; empty: none
  Emit emit = Emit::Nothing;
  std::string shell;  ///< Completions
  bool stated_only = false;
  bool as_json = false;  ///< Views, Explain
  bool strict = false;   ///< Check: warnings fail too
  bool force = false;    ///< Init
  bool verbose = false;
};

/// The arguments, or the exit code after help, the version, or a message about wrong arguments was printed.
std::variant<Arguments, int> parse_arguments(int argc, char** argv);

}  // namespace skydraft::cli
