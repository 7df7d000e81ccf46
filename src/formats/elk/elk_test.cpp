#include "formats/elk/elk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "layout/layout.hpp"

namespace skydraft::elk {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// What the program prints for a graph.
json placed(const std::string& text, DiagnosticSink& sink) {
  const Result<Graph> graph = read(Source("graph.json", text), sink);
  if (!graph) return {{"error", code_name(graph.error().code) + " " + graph.error().message}};
  return json::parse(write(*graph, layout::lay_out(graph->sized, {}, sink)));
}
json placed(const std::string& text) {
  DiagnosticSink sink;
  return placed(text, sink);
}
std::string error_of(const std::string& text) { return placed(text).value("error", "none"); }

TEST(Elk, PlacesNodesOfAnyDepthAndRoutesEdgesOfAnyLevel) {
  const json root = placed(R"({"id": "root", "children": [
    {"id": "a", "width": 30, "height": 20},
    {"id": "box", "labels": [{"text": "Box", "width": 20, "height": 10}], "children": [
       {"id": "b", "width": 30, "height": 20}, {"id": "c", "width": 30, "height": 20}],
     "edges": [{"id": "inner", "sources": ["b"], "targets": ["c"]}]}],
    "edges": [{"id": "outer", "sources": ["a"], "targets": ["c"]}]})");
  const json& box = root["children"][1];
  EXPECT_EQ(root["layoutOptions"]["org.eclipse.elk.json.shapeCoords"], "ROOT");
  EXPECT_EQ(box["children"][0]["width"], 30);
  EXPECT_GE(box["children"][0]["x"], box["x"]);
  EXPECT_GE(box["labels"][0]["y"], box["y"]);
  // An edge starts where its own source stands, not somebody else's.
  const auto starts_at = [](const json& edge, const json& node) {
    const json& start = edge["sections"][0]["startPoint"];
    return start["x"] >= node["x"] && start["x"] <= node["x"].get<double>() + node["width"].get<double>() &&
           start["y"] >= node["y"] && start["y"] <= node["y"].get<double>() + node["height"].get<double>();
  };
  EXPECT_TRUE(starts_at(box["edges"][0], box["children"][0]));
  EXPECT_TRUE(starts_at(root["edges"][0], root["children"][0]));
}

TEST(Elk, KeepsWhatItDoesNotKnow) {
  const json root = placed(R"({"id": 7, "properties": {"algorithm": "layered"}, "children": [
    {"id": 1, "x": 99, "width": 10, "height": 10, "mine": {"x": 0.125, "list": [null, true, "\u00e9\n"]}}]})");
  EXPECT_EQ(root["id"], 7);
  EXPECT_EQ(root["properties"]["algorithm"], "layered");
  EXPECT_EQ(root["children"][0]["mine"], json::parse(R"({"x": 0.125, "list": [null, true, "é\n"]})"));
  EXPECT_EQ(root["children"][0]["x"], 0);
}

TEST(Elk, GivesASizeToWhatHasNone) {
  const json root =
      placed(R"({"id": "r", "children": [{"id": "a"}, {"id": "b", "labels": [{"text": "A long name of a thing"}]}]})");
  EXPECT_EQ(root["children"][0]["width"], 40);
  const json &b = root["children"][1], &label = b["labels"][0];
  EXPECT_GT(label["width"], 80);
  EXPECT_GT(b["width"], label["width"]);
}

TEST(Elk, PutsLabelsThatDoNotFitBelow) {
  const json root = placed(R"({"id": "r", "children": [
    {"id": "a", "width": 30, "height": 20, "labels": [{"text": "n", "width": 60, "height": 12}]},
    {"id": "b", "width": 90, "height": 40, "labels": [{"text": "n", "width": 60, "height": 12}],
     "layoutOptions": {"elk.nodeLabels.placement": "INSIDE H_CENTER V_BOTTOM"}}]})");
  const json &a = root["children"][0], &b = root["children"][1];
  EXPECT_GE(a["labels"][0]["y"].get<double>(), a["y"].get<double>() + 20);
  EXPECT_DOUBLE_EQ(a["x"].get<double>() + 15, a["labels"][0]["x"].get<double>() + 30);
  EXPECT_LE(b["labels"][0]["y"].get<double>() + 12, b["y"].get<double>() + 40);
  EXPECT_GT(b["labels"][0]["y"].get<double>(), b["y"].get<double>() + 20);
}

TEST(Elk, PutsPortsWhereTheirEdgesEnd) {
  const json root = placed(R"({"id": "r", "children": [
    {"id": "a", "width": 30, "height": 20, "ports": [{"id": "p", "width": 6, "height": 6}, {"id": "unused"}]},
    {"id": "b", "width": 30, "height": 20}],
    "edges": [{"id": "e", "sources": ["p"], "targets": ["b"]}]})");
  const json &a = root["children"][0], &port = a["ports"][0], &start = root["edges"][0]["sections"][0]["startPoint"];
  EXPECT_EQ(port["x"].get<double>(), a["x"].get<double>() + 30);
  EXPECT_EQ(port["y"].get<double>() + 3, start["y"].get<double>());
  EXPECT_TRUE(a["ports"][1].contains("x"));
}

TEST(Elk, SplitsHyperedgesAndSaysSo) {
  DiagnosticSink sink;
  const json root = placed(R"({"id": "r", "children": [{"id": "a"}, {"id": "b"}, {"id": "c"}],
    "edges": [{"id": "e", "sources": ["a"], "targets": ["b", "c"], "labels": [{"text": "calls"}]}]})",
                           sink);
  EXPECT_EQ(root["edges"][0]["sections"].size(), 2U);
  EXPECT_EQ(root["edges"][0]["sections"][1]["outgoingShape"], "c");
  ASSERT_EQ(sink.all().size(), 1U);
  EXPECT_EQ(sink.all()[0].code, Code::HyperedgeSplit);
}

TEST(Elk, FollowsOptionsWithOrWithoutPrefix) {
  const auto extent = [](const std::string& direction) {
    const json root = placed(R"({"id": "r", "layoutOptions": {)" + direction + R"(}, "children": [
      {"id": "a", "width": 30, "height": 30}, {"id": "b", "width": 30, "height": 30}],
      "edges": [{"id": "e", "sources": ["a"], "targets": ["b"]}]})");
    return root["width"].get<double>() - root["height"].get<double>();
  };
  EXPECT_GT(extent(R"("elk.direction": "RIGHT")"), 0);
  EXPECT_LT(extent(R"("elk.direction": "DOWN")"), 0);
  EXPECT_LT(extent(R"("org.eclipse.elk.direction": "DOWN")"), 0);
  EXPECT_LT(extent(R"("direction": "DOWN")"), 0);
}

TEST(Elk, SaysWhatIsWrong) {
  EXPECT_THAT(error_of("{"), HasSubstr("SKY0116"));
  EXPECT_THAT(error_of("[1, 2"), HasSubstr("SKY0116"));
  EXPECT_THAT(error_of(std::string(100000, '[')), HasSubstr("nested"));
  EXPECT_THAT(error_of("[]"), HasSubstr("SKY0117"));
  EXPECT_THAT(error_of(R"({"children": {}})"), HasSubstr("\"children\""));
  EXPECT_THAT(error_of(R"({"children": [{}]})"), HasSubstr("no id"));
  EXPECT_THAT(error_of(R"({"children": [3]})"), HasSubstr("no node"));
  EXPECT_THAT(error_of(R"({"children": [{"id": "a"}, {"id": "a"}]})"), HasSubstr("\"a\" is given twice"));
  EXPECT_THAT(error_of(R"({"children": [{"id": "a", "width": -1}]})"), HasSubstr("\"width\" of \"a\""));
  EXPECT_THAT(error_of(R"({"children": [{"id": "a", "width": 1e300}]})"), HasSubstr("\"width\" of \"a\""));
  EXPECT_THAT(error_of(R"({"children": [{"id": "a", "width": "wide"}]})"), HasSubstr("\"width\" of \"a\""));
  EXPECT_THAT(error_of(R"({"children": [{"id": "a"}], "edges": [{"id": "e", "sources": ["a"], "targets": ["b"]}]})"),
              HasSubstr("\"e\" ends at \"b\""));
  EXPECT_THAT(error_of(R"({"children": [{"id": "a"}], "edges": [{"id": "e", "sources": ["a"]}]})"),
              HasSubstr("no \"targets\""));
}

}  // namespace
}  // namespace skydraft::elk
