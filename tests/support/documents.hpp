#pragma once

#include <rapidcheck.h>

#include <iosfwd>
#include <string>
#include <vector>

/// Random architecture documents: made of the headings, bullets, tables, arrows and sentences that people write, put
/// together without sense or consistency.
namespace skydraft::test {

struct Document {
  std::vector<std::string> blocks;  ///< separated by blank lines

  std::string text() const;
};

void showValue(const Document& document, std::ostream& out);

rc::Gen<Document> any_document();

/// Bytes that are valid UTF-8 and look like Markdown now and then.
rc::Gen<std::string> any_text();

}  // namespace skydraft::test

namespace rc {

template <>
struct Arbitrary<skydraft::test::Document> {
  static Gen<skydraft::test::Document> arbitrary() { return skydraft::test::any_document(); }
};

}  // namespace rc
