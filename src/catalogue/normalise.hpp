#pragma once

#include <string>
#include <string_view>

namespace skydraft::catalogue {

/// A lower-case word without its plural ending: "policies" -> "policy", "boxes" -> "box", "vms" -> "vm". Names that
/// only look plural stay: "kubernetes", "aws" (data/catalogue/words.json).
std::string singular(std::string_view lower);

/// The form in which names are compared: words in lower case and in the singular, single blanks between them. Hyphens,
/// slashes, quotes and all other marks divide words like blanks, so "Load-Balancers", "load balancer" and "Load
/// balancer's" are one; a dot within a word and an underscore belong to it ("node.js", "aws_vpc"). Letters beyond ASCII
/// stay as they are. tools/catalogue/normalise.py is its mirror.
std::string normalise(std::string_view text);

}  // namespace skydraft::catalogue
