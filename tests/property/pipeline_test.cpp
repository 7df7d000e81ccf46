#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/utf8.hpp"
#include "layout/sequence.hpp"
#include "layout/verify.hpp"
#include "tests/support/corpus.hpp"
#include "tests/support/documents.hpp"
#include "tests/support/reading.hpp"

/// What holds for every document, whatever it says.
namespace skydraft::test {
namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

/// Everything that is drawn of a document, in all its views.
std::string everything(const std::string& text) {
  const Reading run = read("document.md", text);
  std::string all = run.model_json;
  for (const std::string& id : view_ids(run)) {
    const Picture picture = draw(run, id);
    all += picture.placed_json + picture.svg;
  }
  return all;
}

void check_model(const Reading& run) {
  const model::Architecture& a = run.architecture;
  const auto inside = [&](Span span) { return span.begin <= span.end && span.end <= run.source.text().size(); };
  std::set<std::string> slugs;
  for (const model::Component& c : a.components()) {
    RC_ASSERT(!c.slug.empty() && slugs.insert(c.slug).second);
    RC_ASSERT(c.count >= 1);
    RC_ASSERT(c.inferred() || !c.source.empty());
    for (const Span span : c.source) RC_ASSERT(inside(span));
    for (const model::ComponentId span : c.spans) RC_ASSERT(span.index < a.components().size());
    int depth = 0;
    for (auto up = c.parent; up; up = a[*up].parent) RC_ASSERT(++depth <= static_cast<int>(a.components().size()));
  }
  for (const model::Relation& r : a.relations()) {
    RC_ASSERT(r.from.index < a.components().size() && r.to.index < a.components().size());
    RC_ASSERT(r.inferred() || !r.source.empty());
    for (const Span span : r.source) RC_ASSERT(inside(span));
  }
  for (const Diagnostic& d : run.diagnostics) RC_ASSERT(inside(d.span));
}

/// Messages of a sequence run level, from lifeline to lifeline, each below the one before.
std::vector<std::string> broken_sequence(const pipeline::Drawn& drawn) {
  std::vector<std::string> broken;
  const layout::SizedGraph& graph = drawn.picture.graph;
  double last = 0;
  for (std::uint32_t e = 0; e < graph.edges().size(); ++e) {
    const layout::Edge& edge = graph[layout::EdgeId{e}];
    const layout::Route& route = drawn.placed.routes[layout::EdgeId{e}];
    const bool level = route.points.size() >= 2 && route.points.front().y > last;
    const bool ends = level && route.points.front().x == layout::lifeline_x(drawn.placed, edge.from) &&
                      route.points.back().x == layout::lifeline_x(drawn.placed, edge.to);
    if (!ends || route.labels.size() != edge.labels.size()) broken.push_back(edge.key + " is no message");
    if (level) last = route.points.back().y;
  }
  return broken;
}

std::vector<std::string> broken_promises(const Picture& picture) {
  return picture.drawn.picture.plan == view::Plan::Sequence
             ? broken_sequence(picture.drawn)
             : layout::verify(picture.drawn.picture.graph, picture.drawn.placed);
}

RC_GTEST_PROP(AnyDocument, IsReadAndDrawn, (const Document& document)) {
  const Reading run = read("document.md", document.text());
  check_model(run);
  const std::vector<std::string> ids = view_ids(run);
  RC_ASSERT(!ids.empty());
  for (const std::string& id : ids) {
    const Picture picture = draw(run, id);
    RC_ASSERT(picture.id == id);
    const std::vector<std::string> broken = broken_promises(picture);
    if (!broken.empty()) RC_FAIL(id + ": " + joined(broken));
    RC_ASSERT(picture.svg.starts_with("<svg") || picture.svg.starts_with("<?xml"));
    RC_ASSERT(!utf8::first_invalid(picture.svg));
  }
}

RC_GTEST_PROP(AnyDocument, GivesTheSameBytesTwice, (const Document& document)) {
  const std::string text = document.text();
  RC_ASSERT(everything(text) == everything(text));
}

RC_GTEST_PROP(AnyText, IsReadAndDrawn, ()) {
  const std::string text = *any_text();
  const Reading run = read("document.md", text);
  check_model(run);
  for (const std::string& id : view_ids(run)) draw(run, id);
}

/// The structure of a model without places in the document.
std::string structure(const model::Architecture& a) {
  std::string text;
  for (const model::Component& c : a.components())
    text +=
        c.slug + " " + c.kind + " in " + (c.parent ? a[*c.parent].slug : "-") + " x" + std::to_string(c.count) + "\n";
  for (const model::Relation& r : a.relations())
    text += a[r.from].slug + " " + std::string(model::name_of(r.kind)) + " " + a[r.to].slug + "\n";
  return text;
}

RC_GTEST_PROP(AComment, ChangesNothing, (const Document& document)) {
  const auto where = *rc::gen::inRange<std::size_t>(0, document.blocks.size() + 1);
  Document commented = document;
  commented.blocks.insert(commented.blocks.begin() + static_cast<std::ptrdiff_t>(where), "<!-- RDS calls S3 -->\n");
  // A comment between two lists parts them, which Markdown means to.
  if (where > 0 && where < document.blocks.size())
    RC_PRE(document.blocks[where].starts_with('#') || document.blocks[where - 1].starts_with('#'));
  RC_ASSERT(structure(read("a.md", commented.text()).architecture) ==
            structure(read("a.md", document.text()).architecture));
}

TEST(Renaming, KeepsTheStructure) {
  const std::string text =
      "## Components\n- **NAME API:** ECS service\n- **NAME Database:** RDS PostgreSQL\n- **NAME Queue:** SQS queue\n\n"
      "NAME API writes to NAME Database.\nNAME API sends messages to NAME Queue.\n";
  const auto with = [&](const std::string& name) {
    std::string renamed = text;
    for (auto at = renamed.find("NAME"); at != std::string::npos; at = renamed.find("NAME", at + name.size()))
      renamed.replace(at, 4, name);
    std::string shape = structure(read("a.md", renamed).architecture);
    std::string lower = name;
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    for (auto at = shape.find(lower); at != std::string::npos; at = shape.find(lower, at))
      shape.replace(at, lower.size(), "*");
    return shape;
  };
  EXPECT_NE(with("Billing").find("*-api flow *-queue"), std::string::npos) << with("Billing");
  EXPECT_EQ(with("Billing"), with("Tickets"));
  EXPECT_EQ(with("Billing"), with("Zebra"));
}

class Examples : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Examples, KeepEveryPromiseOfTheLayout) {
  const Reading run = read("example.md", read_file(GetParam()));
  for (const std::string& id : view_ids(run)) {
    const Picture picture = draw(run, id);
    EXPECT_EQ(joined(broken_promises(picture)), "") << id;
  }
}

std::string test_name(const testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Layout, Examples, testing::ValuesIn(example_files()), test_name);

}  // namespace
}  // namespace skydraft::test
