#include "render/html/html.hpp"

#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/sha256.hpp"
#include "formats/json/json.hpp"
#include "render/html/assets.hpp"
#include "render/html/facts.hpp"
#include "render/svg/inline.hpp"
#include "render/svg/xml_writer.hpp"
#include "typeset/face.hpp"

namespace skydraft::render {
namespace {

std::string escaped(std::string_view text) {
  XmlWriter writer;
  writer.text(text);
  return std::move(writer).take();
}

std::string sections(std::span<const scene::Page> pages) {
  XmlWriter html;
  SharedGroups shared;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const scene::Page& page = pages[i];
    const std::string prefix = fmt::format("v{}-", i + 1);
    html.open("section")
        .attribute("class", "view")
        .attribute("id", prefix + "view")
        .attribute("data-view", page.view.id);
    html.open("h2").text(page.view.title).close().line_break();
    html.raw(inline_svg(page.scene, prefix, &shared)).close().line_break();
  }
  return std::move(html).take();
}

std::string hash_of(std::string_view text) { return fmt::format(" 'sha256-{}'", sha256_base64(text)); }

/// A few vendors' icons blend by a style attribute, which no presentation attribute can say.
std::string hashes_of_style_attributes(std::string_view markup) {
  constexpr std::string_view kStyle = " style=\"";
  std::set<std::string_view> styles;
  for (std::size_t at = markup.find(kStyle); at != markup.npos; at = markup.find(kStyle, at)) {
    at += kStyle.size();
    styles.insert(markup.substr(at, markup.find('"', at) - at));
  }
  std::string hashes = styles.empty() ? "" : " 'unsafe-hashes'";
  for (const std::string_view style : styles) hashes += hash_of(style);
  return hashes;
}

/// Nothing may be loaded, and of what is in the file only our own script and style sheets count.
std::string policy(std::string_view fonts, std::string_view icons) {
  return "default-src 'none'; base-uri 'none'; form-action 'none'; font-src data:; script-src" +
         hash_of(page_script()) + "; style-src" + hash_of(page_style()) + hash_of(fonts) +
         hashes_of_style_attributes(icons);
}

struct Slot {
  std::string_view name;
  std::string_view value;
};

std::string filled(std::string_view text, std::span<const Slot> slots) {
  std::string out;
  for (std::size_t open = text.find("{{"); open != text.npos; open = text.find("{{")) {
    const std::size_t close = text.find("}}", open);
    const std::string_view name = text.substr(open + 2, close - open - 2);
    out += text.substr(0, open);
    for (const Slot& slot : slots)
      if (slot.name == name) out += slot.value;
    text.remove_prefix(close + 2);
  }
  out += text;
  return out;
}

}  // namespace

std::string render_html(std::span<const scene::Page> pages, const model::Architecture& architecture,
                        const Source& source, std::span<const Diagnostic> diagnostics, std::string_view record) {
  FontNeeds needs;
  std::vector<const scene::Scene*> scenes;
  for (const scene::Page& page : pages) {
    needs.add(page.scene);
    scenes.push_back(&page.scene);
  }
  // Few words are set in it, all of them placeholders: the lighter italic, which the others take, will do.
  const std::string fonts = needs.faces(typeset::Face::MediumItalic), icons = icon_sheet(scenes);
  const std::string csp = policy(fonts, icons), views = sections(pages), title = escaped(architecture.title().text);
  const std::string facts = for_script(facts_json(pages, architecture, source));
  const std::string model = for_script(json::write_model(architecture, source, diagnostics));
  const Slot slots[] = {{"policy", csp},    {"title", title},         {"style", page_style()}, {"fonts", fonts},
                        {"icons", icons},   {"views", views},         {"facts", facts},        {"model", model},
                        {"record", record}, {"script", page_script()}};
  return filled(page_template(), slots);
}

}  // namespace skydraft::render
