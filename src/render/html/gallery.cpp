#include "render/html/gallery.hpp"

#include <string_view>

#include <fmt/format.h>

#include "base/sha256.hpp"
#include "render/html/assets.hpp"
#include "render/svg/xml_writer.hpp"

namespace skydraft::render {
namespace {

/// A file name as a relative address (RFC 3986, 2.3 and 4.2): a colon in it is no scheme, a "#" begins no fragment.
std::string address_of(std::string_view file) {
  std::string out = "./";
  for (const char c : file) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '_' || c == '.' || c == '~';
    out += plain ? std::string{c} : fmt::format("%{:02X}", byte);
  }
  return out;
}

void add_links(XmlWriter& html, const GalleryCard& card) {
  html.open("p").attribute("class", "links");
  if (!card.page.empty()) html.open("a").attribute("href", address_of(card.page)).text("All views").close().text(" · ");
  html.open("a").attribute("href", address_of(card.picture)).text("SVG").close();
  html.close().line_break();
}

void add_card(XmlWriter& html, const GalleryCard& card) {
  html.open("li").attribute("class", card.picture.empty() ? "card trouble" : "card").line_break();
  const std::string title = card.title.empty() ? card.document : card.title;
  if (!card.picture.empty()) {
    html.open("a").attribute("class", "thumbnail");
    html.attribute("href", address_of(card.page.empty() ? card.picture : card.page));
    html.open("img").attribute("src", address_of(card.picture)).attribute("loading", "lazy");
    html.attribute("alt", title).close().close().line_break();
  }
  html.open("h2").text(title).close().line_break();
  if (!card.purpose.empty()) html.open("p").text(card.purpose).close().line_break();
  if (!card.trouble.empty()) html.open("p").text("Not drawn: " + card.trouble).close().line_break();
  html.open("p").attribute("class", "facts").text(card.document);
  if (!card.views.empty())
    html.text(card.views.size() == 1 ? std::string(" · 1 view") : fmt::format(" · {} views", card.views.size()));
  html.close().line_break();
  if (!card.picture.empty()) add_links(html, card);
  html.close().line_break();
}

}  // namespace

std::string gallery_page(std::span<const GalleryCard> cards) {
  XmlWriter html;
  html.raw("<!doctype html>\n").open("html").attribute("lang", "en").line_break().open("head").line_break();
  html.raw("<meta charset=\"utf-8\">\n");
  html.raw(
      fmt::format("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; "
                  "form-action 'none'; img-src 'self' file:; style-src 'sha256-{}'\">\n",
                  sha256_base64(gallery_style())));
  html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  html.raw("<meta name=\"generator\" content=\"skydraft\">\n");
  html.open("title").text("Architectures").close().line_break();
  html.open("style").raw(gallery_style()).close().line_break().close().line_break();
  html.open("body").line_break().open("main").line_break();
  html.open("h1").text("Architectures").close().line_break();
  html.open("ul").attribute("class", "gallery").line_break();
  for (const GalleryCard& card : cards) add_card(html, card);
  html.close().line_break().close().line_break().close().line_break().close().line_break();
  return std::move(html).take();
}

}  // namespace skydraft::render
