#include <string>

#include "formats/json/json.hpp"
#include "formats/json/tree.hpp"

namespace skydraft::json {
namespace {

constexpr std::size_t kMaxDepth = 1000;

struct Reader {
  layout::Earlier earlier;
  bool absolute = false;

  void read(Value node, geometry::Point origin, std::size_t depth) {
    for (const Value child : node["children"]) {
      if (!child.is(Kind::Object) || depth > kMaxDepth) continue;
      layout::Rect rect{child["x"].number(0), child["y"].number(0), child["width"].number(0),
                        child["height"].number(0)};
      if (!absolute) rect = rect.moved(origin);
      if (const std::string_view id = child["id"].text(); !id.empty() && !rect.empty())
        earlier.places.emplace(id, rect);
      read(child, rect.origin(), depth + 1);
    }
  }
};

bool is_absolute(Value root) {
  for (const std::string_view name : {"org.eclipse.elk.json.shapeCoords", "elk.json.shapeCoords", "json.shapeCoords"})
    if (root["layoutOptions"][name].text() == "ROOT") return true;
  return false;
}

}  // namespace

Result<layout::Earlier> read_placed(const Source& source) {
  Result<Tree> tree = Tree::read(source, kMaxDepth);
  if (!tree) return tree.error();
  const Value root = tree->root();
  Reader reader;
  reader.absolute = is_absolute(root);
  reader.read(root, {}, 0);
  if (reader.earlier.places.empty())
    return Diagnostic{Code::NotAGraph,
                      Severity::Error,
                      {},
                      "there are no nodes with places in it",
                      {{"`skydraft geometry` and `skydraft layout` print such a file", std::nullopt}}};
  reader.earlier.view = std::string(root["skydraft"]["view"].text());
  return std::move(reader.earlier);
}

}  // namespace skydraft::json
