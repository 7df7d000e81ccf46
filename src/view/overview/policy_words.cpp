#include "view/overview/policy_words.hpp"

#include <vector>

#include <fmt/format.h>

#include "view/describe.hpp"

namespace skydraft::view::overview {

std::string terms_of(const model::Policy& policy) {
  std::string metrics, tags;
  std::vector<std::string> terms;
  for (const model::Attribute& a : policy.attributes) {
    const std::string text = text_of(a.value);
    if (a.key == "frequency")
      terms.insert(terms.begin(), text);
    else if (a.key == "retention_days")
      terms.push_back(fmt::format("kept {} days", text));
    else if (a.key == "in_transit" && text != "yes")
      terms.push_back(fmt::format("{} in transit", text));
    else if (a.key == "at_rest" && text != "yes")
      terms.push_back(fmt::format("{} at rest", text));
    else if (a.key.starts_with("metric_"))
      metrics += (metrics.empty() ? "on " : ", ") + (a.key == "metric_cpu" ? "CPU" : a.key.substr(7));
    else if (a.key == "tags")
      tags = text;
  }
  if (!metrics.empty()) terms.push_back(metrics);
  if (!tags.empty()) terms.push_back(tags);
  std::string result;
  for (const std::string& term : terms) result += (result.empty() ? "" : ", ") + term;
  return result;
}

}  // namespace skydraft::view::overview
