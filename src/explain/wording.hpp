#pragma once

#include <string>

#include "model/architecture.hpp"

/// Facts of the model in a few words.
namespace skydraft::explain {

std::string words_of(const model::Value& value);
std::string words_of(const model::Attribute& attribute);  ///< "cidr = 10.0.0.0/16"
std::string words_of(const model::Architecture& architecture,
                     const model::Relation& relation);  ///< "A → B: reads from"
std::string words_of(const model::Architecture& architecture, const model::Policy& policy);

}  // namespace skydraft::explain
