#include <string>
#include <vector>

#include "formats/json/json.hpp"
#include "formats/json/tree.hpp"

namespace skydraft::json {

Result<std::vector<std::string>> read_pins(const Source& source) {
  constexpr std::size_t kMaxDepth = 20, kMostPins = 1000;
  const Result<Tree> tree = Tree::read(source, kMaxDepth);
  if (!tree) return tree.error();
  const Value pins = tree->root().is(Kind::Object) ? tree->root()["pins"] : Value();
  bool good = pins.is(Kind::Array);
  std::vector<std::string> result;
  for (const Value pin : pins) {
    good = good && pin.is(Kind::Text) && result.size() < kMostPins;
    result.emplace_back(pin.text());
  }
  if (!good)
    return Diagnostic{
        model::kNotALayoutFile,
        Severity::Error,
        {},
        "this is no layout file",
        {{"it holds wishes as a list of texts: {\"pins\": [\"the queue right of the API\"]}", std::nullopt}}};
  return result;
}

}  // namespace skydraft::json
