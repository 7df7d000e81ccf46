#include <gmock/gmock.h>

#include <algorithm>

#include "markdown/markdown.hpp"
#include "understand/wishes.hpp"

namespace skydraft::understand {
namespace {

constexpr std::string_view kShop =
    "# Shop\n\n"
    "- **Orders API:** ECS service\n"
    "- **Orders Queue:** SQS queue\n"
    "- **Pack Worker:** Lambda function\n"
    "- **Orders Database:** RDS\n\n";

struct Read {
  Source source;
  DiagnosticSink sink;
  model::Architecture architecture;

  Pins pins;

  explicit Read(const std::string& text, std::vector<std::string> given = {}) : source("test.md", text) {
    const md::Document document = md::parse(source, sink);
    pins.given = std::move(given);
    architecture = understand(source, document, {}, sink, pins);
  }
  std::vector<std::string> found() const {
    std::vector<std::string> all;
    for (const model::Pin& pin : pins.found)
      all.push_back(architecture[pin.component].name + " " + std::string(name_of(pin.kind)) +
                    (pin.other == pin.component ? "" : " " + architecture[pin.other].name));
    return all;
  }
  bool reports(Code code) const {
    return std::ranges::any_of(sink.all(), [&](const Diagnostic& d) { return d.code == code; });
  }
};

Read with_layout(const std::string& wishes) { return Read(std::string(kShop) + "## Layout\n\n" + wishes + "\n"); }

struct Sentence {
  std::string text;
  std::vector<std::string> pins;
};

class PinPhrases : public testing::TestWithParam<Sentence> {};

TEST_P(PinPhrases, AreReadFromPlainWords) {
  const Read read = with_layout("- " + GetParam().text);
  EXPECT_EQ(read.found(), GetParam().pins) << GetParam().text;
  EXPECT_FALSE(read.reports(model::kPinNamesNothing)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Phrases, PinPhrases,
    testing::Values(Sentence{"Keep the queue right of the API.", {"Orders Queue right-of Orders API"}},
                    Sentence{"the queue to the left of the Orders API", {"Orders Queue left-of Orders API"}},
                    Sentence{"Orders Queue and Orders Database in one row", {"Orders Database same-row Orders Queue"}},
                    Sentence{"place the Orders Database to the right", {"Orders Database rightmost"}},
                    Sentence{"the queue above the worker", {"Orders Queue above Pack Worker"}},
                    Sentence{"Orders API first", {"Orders API first"}},
                    Sentence{"Draw the Orders Database at the bottom; the queue next to the worker.",
                             {"Orders Database bottommost", "Orders Queue same-row Pack Worker"}},
                    Sentence{"From left to right: Orders API, Orders Queue, Pack Worker",
                             {"Orders API left-of Orders Queue", "Orders Queue left-of Pack Worker"}}));

TEST(Pins, AreNoPartOfTheArchitecture) {
  const Read plain{std::string(kShop)}, pinned = with_layout("The queue right of the API. The worker calls the queue.");
  EXPECT_EQ(pinned.architecture.components().size(), plain.architecture.components().size());
  EXPECT_EQ(pinned.architecture.relations().size(), plain.architecture.relations().size());
  EXPECT_EQ(pinned.architecture.policies().size(), plain.architecture.policies().size());
  EXPECT_TRUE(pinned.architecture.unread().empty());
}

TEST(Pins, ThatNameNothingAreReported) {
  const Read read = with_layout("- Keep the Billing Vault right of the Orders API.");
  EXPECT_TRUE(read.pins.found.empty());
  EXPECT_TRUE(read.reports(model::kPinNamesNothing));
}

TEST(Pins, ThatSayNoPlaceAreReported) {
  EXPECT_TRUE(with_layout("- The Orders API is important.").reports(model::kPinNotUnderstood));
}

TEST(Pins, ComeFromAFileBesideTheDocumentToo) {
  const Read read(std::string(kShop), {"the queue above the worker"});
  EXPECT_THAT(read.found(), testing::ElementsAre("Orders Queue above Pack Worker"));
  EXPECT_TRUE(read.pins.found.front().source.empty());
}

}  // namespace
}  // namespace skydraft::understand
