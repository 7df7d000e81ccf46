#pragma once

#include "understand/draft.hpp"

/// The noun that says what a thing is: "queue" of "the orders queue", "Lambda function".
namespace skydraft::understand {

struct Head {
  std::size_t from = 0, to = 0;  ///< words [from, to)
  const catalogue::Kind* kind = nullptr;
  bool strong = false;  ///< by a service's name: "Lambda"
  bool plural = false;
};

/// The head noun that begins at words[at]; nothing if none does. Requires words[at] is a word.
std::optional<Head> head_at(const Draft& draft, const std::vector<Word>& words, std::size_t at, SectionId section);

/// A thing of this kind may be called by the noun alone: "the load balancer".
bool is_role(const Draft& draft, std::string_view kind);

/// What something is written in or with: Go, Django.
bool is_framework(const catalogue::Kind& kind);
/// From words[at] up to the noun stand names of such: "Spring Boot" of "the Spring Boot API". Not "the Flutter web
/// build".
bool is_made_with(const std::vector<Word>& words, std::size_t at, const Head& head);

/// "the gateway, a Go service", "the backend running in A": what comes after a noun shows that the thing is there.
bool is_described_after(const std::vector<Word>& words, std::size_t at);

/// "Workers take jobs from A": a plural that a sentence begins with, and what they do.
bool workers_act(const std::vector<Word>& words, const Head& head);

/// "interconnecting microservices": any of them; "the Pi streams data": what it does. `to`: behind the noun.
bool names_none(const std::vector<Word>& words, std::size_t at, const Head& head, std::size_t to);

/// "S3", "SQS": the name of a service, which nothing is called after as it is after "Lambda".
bool is_brand(const std::vector<Word>& words, std::size_t at);

/// "Web Services" of "Amazon Web Services"
bool inside_brand(const std::vector<Word>& words, std::size_t at);

/// "OutputBucket": what its last part says; null: nothing.
const catalogue::Kind* kind_of_camel_case(const Draft& draft, std::string_view name, SectionId section);

}  // namespace skydraft::understand
