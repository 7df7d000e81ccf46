#include "render/svg/symbols.hpp"

#include <variant>

#include "icons/icons.hpp"
#include "render/svg/shapes.hpp"

namespace skydraft::render {

void add_icons(IconNames& names, const scene::Scene& scene) {
  for (const scene::Item& item : scene.items)
    if (const auto* icon = std::get_if<scene::Icon>(&item.shape)) names.insert(icon->icon);
}

void write_symbols(XmlWriter& svg, const IconNames& names) {
  for (const std::string_view id : names) {
    const icons::Icon* art = icons::find(id);
    if (art == nullptr) continue;
    svg.open("symbol")
        .attribute("id", symbol_id(id))
        .attribute("viewBox", art->view_box)
        .raw(art->body)
        .close()
        .line_break();
  }
}

}  // namespace skydraft::render
