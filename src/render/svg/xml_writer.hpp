#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace skydraft::render {

/// Writes XML: escapes what it is given, closes what it opened, and writes numbers with at most two decimals, without
/// locale and without -0.
class XmlWriter {
 public:
  XmlWriter& open(std::string_view name);
  XmlWriter& attribute(std::string_view name, std::string_view value);
  XmlWriter& attribute(std::string_view name, double value);
  XmlWriter& text(std::string_view text);
  /// Markup that is known to be well formed: icon bodies, style sheets of our own.
  XmlWriter& raw(std::string_view markup);
  XmlWriter& line_break();
  XmlWriter& close();

  std::string take() && { return std::move(out_); }

 private:
  void end_tag();  ///< of the element that was opened last, if it still waits for attributes

  std::string out_;
  std::vector<std::string> names_;
  bool in_tag_ = false;
};

/// As in XmlWriter, for attribute values that hold several numbers.
void append_number(std::string& out, double value);

}  // namespace skydraft::render
