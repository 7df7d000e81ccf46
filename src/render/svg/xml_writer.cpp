#include "render/svg/xml_writer.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/assert.hpp"

namespace skydraft::render {
namespace {

/// Control characters other than white space cannot stand in XML 1.0 at all.
bool is_forbidden(unsigned char c) { return c < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

void append_escaped(std::string& out, std::string_view text, bool in_attribute) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += in_attribute ? "&quot;" : "\"";
        break;
      case '\n':
        out += in_attribute ? "&#10;" : "\n";
        break;
      default:
        if (is_forbidden(static_cast<unsigned char>(c)))
          out += ' ';
        else
          out += c;
    }
  }
}

}  // namespace

void append_number(std::string& out, double value) {
  if (!std::isfinite(value)) value = 0;
  // Hundredths as an integer: exact to print, and rounding cannot leave "-0".
  const double scaled = std::round(std::min(std::max(value, -1e13), 1e13) * 100);
  auto hundredths = static_cast<long long>(scaled);
  if (hundredths < 0) {
    out += '-';
    hundredths = -hundredths;
  }
  char digits[24];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, hundredths / 100);
  SKYDRAFT_ASSERT(error == std::errc(), "a number fits into its buffer");
  out.append(digits, end);
  const auto fraction = static_cast<int>(hundredths % 100);
  if (fraction == 0) return;
  out += '.';
  out += static_cast<char>('0' + fraction / 10);
  if (fraction % 10 != 0) out += static_cast<char>('0' + fraction % 10);
}

void XmlWriter::end_tag() {
  if (in_tag_) out_ += '>';
  in_tag_ = false;
}

XmlWriter& XmlWriter::open(std::string_view name) {
  end_tag();
  out_ += '<';
  out_ += name;
  names_.emplace_back(name);
  in_tag_ = true;
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  SKYDRAFT_ASSERT(in_tag_, "attributes come before content");
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_escaped(out_, value, true);
  out_ += '"';
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, double value) {
  SKYDRAFT_ASSERT(in_tag_, "attributes come before content");
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_number(out_, value);
  out_ += '"';
  return *this;
}

XmlWriter& XmlWriter::text(std::string_view text) {
  end_tag();
  append_escaped(out_, text, false);
  return *this;
}

XmlWriter& XmlWriter::raw(std::string_view markup) {
  end_tag();
  out_ += markup;
  return *this;
}

XmlWriter& XmlWriter::line_break() { return raw("\n"); }

XmlWriter& XmlWriter::close() {
  SKYDRAFT_ASSERT(!names_.empty(), "every element is closed once");
  if (in_tag_) {
    out_ += "/>";
    in_tag_ = false;
  } else {
    out_ += "</";
    out_ += names_.back();
    out_ += '>';
  }
  names_.pop_back();
  return *this;
}

}  // namespace skydraft::render
