#pragma once

#include "understand/reference.hpp"

/// Things that words of their names describe: "Backend" of "Backend API Deployment", "the orders database".
namespace skydraft::understand {

/// What the words beginning at `at` describe; nothing if no component's name has them.
std::optional<Reference> described_at(Draft& draft, const std::vector<Word>& words, std::size_t at);

/// "`jump-subnet`", where the subnets that there are have other names: one that is called so.
std::optional<Reference> subnet_in_code(Draft& draft, const std::vector<Word>& words, std::string_view text,
                                        std::size_t at, SectionId section);

/// "logic" of "the application logic": no verb, no small word and no name.
bool is_plain_noun(const std::vector<Word>& words, std::size_t at);

/// "AWS services": whichever there are.
bool any_of_the_cloud(const std::vector<Word>& words, std::size_t at);

/// "Backend caches sessions": words[at] is a plural that is also a verb, with something that it is done to behind it.
bool acts_here(const std::vector<Word>& words, std::size_t at);

/// "database" of a component that is one, or is called so.
bool noun_fits(Draft& draft, const WordText& noun, ComponentId id);

}  // namespace skydraft::understand
