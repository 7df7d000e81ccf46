#include <algorithm>

#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

namespace skydraft::understand {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> names(const Read& read, const std::vector<model::ComponentId>& ids) {
  std::vector<std::string> result;
  for (const model::ComponentId id : ids) result.push_back(read.architecture[id].name);
  return result;
}

const std::string kShop =
    "# Shop\n\n- **Orders API:** ECS service\n- **Orders Database:** RDS\n- **Mailer:** Lambda\n- **Grafana:** "
    "dashboards\n\n";

TEST(Views, AreReadFromBullets) {
  const Read read(kShop +
                  "## Views\n- **Orders:** include the Orders API and the Orders Database; leave out Grafana\n");
  ASSERT_EQ(read.architecture.views().size(), 1U);
  const model::CustomView& view = read.architecture.views()[0];
  EXPECT_EQ(view.slug, "orders");
  EXPECT_EQ(view.title, "Orders");
  EXPECT_THAT(names(read, view.include), ElementsAre("Orders API", "Orders Database"));
  EXPECT_THAT(names(read, view.exclude), ElementsAre("Grafana"));
  EXPECT_FALSE(read.reports(Code::UnknownInView));
}

TEST(Views, AreReadFromHeadingsWithOneClauseALine) {
  const Read read(
      kShop + "## Views\n### For mails\n- Include: Mailer\n- Exclude: Orders Database, Grafana\n- Title: All mail\n");
  ASSERT_EQ(read.architecture.views().size(), 1U);
  const model::CustomView& view = read.architecture.views()[0];
  EXPECT_EQ(view.title, "All mail");
  EXPECT_THAT(names(read, view.include), ElementsAre("Mailer"));
  EXPECT_THAT(names(read, view.exclude), ElementsAre("Orders Database", "Grafana"));
}

TEST(Views, EverythingIsAnEmptyList) {
  const Read read(kShop + "## Views\n- **Without dashboards:** show everything but Grafana\n");
  ASSERT_EQ(read.architecture.views().size(), 1U);
  EXPECT_THAT(read.architecture.views()[0].include, IsEmpty());
  EXPECT_THAT(names(read, read.architecture.views()[0].exclude), ElementsAre("Grafana"));
}

TEST(Views, AreNoComponents) {
  const Read plain(""), with("## Views\n- **Billing:** include the Mailer\n### Payment Gateway\n- include: Grafana\n");
  EXPECT_EQ(with.architecture.components().size(), plain.architecture.components().size());
}

TEST(Views, ReportWhatTheDocumentDoesNotDescribe) {
  const Read read(kShop + "## Views\n- **Mail:** include the Mailer and the Fax Tower\n");
  EXPECT_TRUE(read.reports(Code::UnknownInView));
  EXPECT_THAT(names(read, read.architecture.views()[0].include), ElementsAre("Mailer"));
}

TEST(Views, OfADatabaseAreNone) {
  const Read read(kShop + "## Views\n- **daily_sales:** materialised view in the Orders Database\n");
  EXPECT_THAT(read.architecture.views(), IsEmpty());
}

TEST(Links, LeadOnlyToPages) {
  const Read read(
      "- **[Pay API](https://wiki.example/pay):** ECS service\n- **Jobs:** SQS, [run](JavaScript:alert(1)) or "
      "[see](./jobs.md)\n"
      "- **Mails:** SQS, [x](data:text/html,x) [y](//evil.example) [z](vbscript:x)\n");
  const auto link = [&](std::string_view name) {
    for (const model::Component& c : read.architecture.components())
      if (c.name == name) return c.link;
    return std::string("no such component");
  };
  EXPECT_EQ(link("Pay API"), "https://wiki.example/pay");
  EXPECT_EQ(link("Jobs"), "./jobs.md");
  EXPECT_EQ(link("Mails"), "");
  EXPECT_TRUE(read.reports(Code::UnsafeLink));
}

}  // namespace
}  // namespace skydraft::understand
