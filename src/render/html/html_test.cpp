#include "render/html/html.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/sha256.hpp"

namespace skydraft::render {
namespace {

using testing::HasSubstr;
using testing::Not;

scene::Scene scene_of(std::string name) {
  scene::Scene scene;
  scene.size = {200, 100};
  scene.title = "T";
  scene.elements = {{.id = "page"}, {.id = "n", .role = "node", .component = "n", .label = name, .inside = "vpc"}};
  scene.items.push_back({scene::Box{{0, 0, 200, 100}, 0, "page", {}}, 0});
  scene.items.push_back({scene::Icon{{0, 0, 48, 48}, "glyph/other", "ink"}, 1});
  scene.items.push_back({scene::Text{.at = {10, 20}, .font = {12}, .color = "ink", .text = std::move(name)}, 1});
  return scene;
}

class Html : public testing::Test {
 protected:
  std::string render(const std::string& name) {
    const Source source("folder/d.md", "# T\n- " + name + "\nnothing of this\n");
    model::ArchitectureBuilder builder;
    builder.title({"T " + name, false});
    model::Component component;
    component.slug = "n";
    component.name = name;
    component.kind = "aws.rds";
    component.source = {{6, 8}};
    builder.add(component);
    DiagnosticSink sink;
    const model::Architecture architecture = std::move(builder).finish(sink);
    const std::vector<scene::Page> pages = {{{"overview", "Overview", "overview"}, scene_of(name)},
                                            {{"other", "Other " + name, "network"}, scene_of(name)}};
    return render_html(pages, architecture, source, sink.all());
  }

  static std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
    return found;
  }

  static std::string between(std::string_view text, std::string_view open, std::string_view close) {
    const std::size_t begin = text.find(open) + open.size();
    return std::string(text.substr(begin, text.find(close, begin) - begin));
  }
};

TEST_F(Html, ShowsEveryViewAndSharesWhatTheyShare) {
  const std::string html = render("Orders");
  EXPECT_THAT(html, HasSubstr("<section class=\"view\" id=\"v1-view\" data-view=\"overview\">"));
  EXPECT_THAT(html, HasSubstr("<section class=\"view\" id=\"v2-view\" data-view=\"other\">"));
  EXPECT_EQ(count(html, "<g id=\"v1-n\""), 1U);
  EXPECT_EQ(count(html, "<use href=\"#v1-n\"/>"), 1U) << "the second picture draws the same";
  EXPECT_EQ(count(html, "<g id=\"v2-n\""), 0U);
  EXPECT_EQ(count(html, "<symbol id=\"icon-glyph-other\""), 1U);
  EXPECT_EQ(count(html, "@font-face"), 1U);
  EXPECT_THAT(html, HasSubstr("data-inside=\"vpc\""));
  EXPECT_THAT(html, HasSubstr("fill=\"var(--ink)\""));
}

TEST_F(Html, QuotesTheLinesThatSayIt) {
  const std::string html = render("Orders");
  EXPECT_THAT(html, HasSubstr("\"file\":\"d.md\""));
  EXPECT_THAT(html, HasSubstr("\"aws.rds\":\"Amazon RDS\""));
  EXPECT_THAT(html, HasSubstr("\"2\":\"- Orders\""));
  EXPECT_THAT(html, Not(HasSubstr("nothing of this")));
}

TEST_F(Html, EscapesHostileText) {
  const std::string hostile = "</script><img src=x onerror=alert(1)>{{script}}\"'&";
  const std::string html = render(hostile);
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_EQ(count(html, "</script>"), 4U) << "facts, model, record and the script";
  EXPECT_EQ(count(html, "<script"), 4U);
}

TEST_F(Html, AllowsOnlyItsOwnScriptAndStyles) {
  const std::string html = render("Orders");
  const std::string policy = between(html, "Content-Security-Policy\" content=\"", "\">");
  EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
  EXPECT_THAT(policy, Not(HasSubstr("unsafe-inline")));
  EXPECT_THAT(policy, HasSubstr("script-src 'sha256-" + sha256_base64(between(html, "<script>", "</script>"))));
  EXPECT_THAT(policy, HasSubstr("style-src 'sha256-" + sha256_base64(between(html, "<style>", "</style>"))));
  EXPECT_THAT(html, Not(HasSubstr(" style=\"")));
  EXPECT_THAT(html, Not(HasSubstr("http://localhost")));
}

}  // namespace
}  // namespace skydraft::render
