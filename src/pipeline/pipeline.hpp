#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "layout/graph.hpp"
#include "layout/previous.hpp"
#include "markdown/document.hpp"
#include "model/architecture.hpp"
#include "model/pin.hpp"
#include "render/pdf/pdf.hpp"
#include "scene/page.hpp"
#include "scene/scene.hpp"
#include "view/picture.hpp"
#include "view/view.hpp"

/// The one place that knows the order of the stages.
namespace skydraft::pipeline {

/// The file system as the program sees it; tests supply their own.
class World {
 public:
  virtual ~World() = default;
  virtual Result<std::string> read(std::string_view path) const = 0;  ///< "-" is standard input
  /// Writes to a temporary file beside `path` and renames it; "-" is standard output. An error leaves `path` as it was.
  virtual std::optional<Diagnostic> write(std::string_view path, std::string_view bytes) = 0;
  virtual bool exists(std::string_view path) const = 0;
  /// Makes the folder and those above it that are missing; no error if it is there.
  virtual std::optional<Diagnostic> make_folder(std::string_view) { return std::nullopt; }
  /// The names of the Markdown files in a folder, in alphabetical order; hidden ones and folders in it are passed over.
  virtual Result<std::vector<std::string>> documents_in(std::string_view) const { return std::vector<std::string>(); }
};

inline constexpr std::size_t kMaxSourceBytes = std::size_t{64} << 20;

enum class Reading : std::uint8_t { Document, Graph };  ///< what the messages ask for

/// Reads and checks a document: exists, is a file, not too large, UTF-8, not binary (SKY0101 to SKY0107).
/// A byte order mark is dropped. The source is named by `path` as given ("-": "<stdin>").
Result<Source> load(const World& world, std::string_view path, Reading what = Reading::Document);

struct Read {
  md::Document document;
  model::Architecture architecture;
  std::vector<model::Pin> pins;  ///< what the document wishes for its pictures
};
/// `pins`: more wishes, in the words of a section "Layout".
Read read(const Source& source, bool stated_only, DiagnosticSink& sink, std::vector<std::string> pins = {});

/// A view before layout. An empty `view` is the document's default view. Fails with SKY0110 if there is no such view.
Result<view::Picture> select(const model::Architecture& architecture, std::string_view view, const Source& source,
                             const view::Options& options = {});

struct Drawn {
  view::Picture picture;
  layout::PlacedGraph placed;
  std::optional<layout::Movement> moved;  ///< from the earlier drawing, if that was of this picture
};
/// What a picture is to come near to, besides what the model says.
struct Guidance {
  layout::Earlier earlier;  ///< an earlier drawing; it counts for the picture that it was of
  std::span<const model::Pin> pins;
};

/// select, then layout. Reports SKY0413 for each pin that the picture does not show.
Result<Drawn> draw(const model::Architecture& architecture, std::string_view view, const Source& source,
                   DiagnosticSink& sink, const view::Options& options = {}, const Guidance& guidance = {});

scene::Scene compose(const Drawn& drawn, const model::Architecture& architecture, const Source& source);

/// Every view, composed: what an HTML file shows. Only `view`, if it is not empty; fails with SKY0110 if there is none.
Result<std::vector<scene::Page>> compose_all(const model::Architecture& architecture, std::string_view view,
                                             const Source& source, DiagnosticSink& sink,
                                             const view::Options& options = {}, const Guidance& guidance = {});

enum class Format : std::uint8_t { Svg, Png, Pdf, Html, Text, Markdown };

struct Output {
  Format format = Format::Svg;
  std::string theme = "light";               ///< "auto": light, and in an SVG dark too, as its reader prefers
  double scale = 2;                          ///< PNG: pixels per px
  std::optional<int> width{};                ///< PNG: pixels across, instead of a scale
  bool transparent = false;                  ///< PNG
  render::Paper paper = render::Paper::Fit;  ///< PDF
  bool embed_fonts = true;                   ///< SVG
  bool embed_icons = true;                   ///< SVG
  bool text_as_paths = false;                ///< SVG
  bool animate = false;                      ///< SVG
  std::string record{};                      ///< of the source (formats/record), put into the file; "" for none
};
/// True for files that hold all views, made by render_all.
constexpr bool holds_all_views(Format format) { return format == Format::Pdf || format == Format::Html; }

/// True for formats that say in words what the picture shows, made by tell.
constexpr bool is_told(Format format) { return format == Format::Text || format == Format::Markdown; }
std::string tell(const view::Picture& picture, const Output& output);

/// The file's bytes; one picture that is drawn, so not Pdf, Html or words. Fails with SKY0114 if there is no such
/// theme.
Result<std::string> render(const scene::Scene& scene, const Output& output);

/// The bytes of a Pdf or Html file. HTML has both themes and follows the reader's system.
Result<std::string> render_all(std::span<const scene::Page> pages, const Read& read, const Source& source,
                               const DiagnosticSink& sink, const Output& output);

}  // namespace skydraft::pipeline
