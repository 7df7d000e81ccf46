#pragma once

#include "understand/mention.hpp"

/// What kind of thing a name is: "Job Queue" under "SQS" is a queue of SQS.
namespace skydraft::understand {

enum class Basis : std::uint8_t {
  None,
  Exact,    ///< the whole name is a catalogue name
  Head,     ///< it ends with one: "EC2 Instance Role"
  Context,  ///< the heading says what the names under it are
  Part,     ///< a catalogue name stands somewhere in it: "Lambda Authorizer"
  Value,    ///< what follows the label says it: "Access Logs: Amazon S3 bucket …"
  Everyday  ///< an everyday word that the document's cloud makes a kind
};

struct Reading {
  const catalogue::Kind* kind = nullptr;
  Basis basis = Basis::None;
  std::size_t from = 0, to = 0;  ///< the words that name the kind
  bool strong = false;           ///< by a name that means nothing else
};

/// Reads a name in its section. `value` is what the text says about it, may be empty.
Reading read_name(const Draft& draft, const std::vector<Word>& name, const std::vector<Word>& value, SectionId section);

/// The kind that a description begins with ("an Amazon S3 bucket for …"), if it is more than a technology.
const catalogue::Kind* leading_kind(const Draft& draft, const std::vector<Word>& value, SectionId section);

/// Software that a component is made with, rather than a component: Flask, React, Docker.
bool is_technology(const catalogue::Kind& kind);

/// A database or a store of files: what data lie in, and nothing leaves by itself.
bool is_store(const catalogue::Kind& kind);

/// A network or a part of one: what things stand in.
bool is_network(const catalogue::Kind& kind);

/// Machines, functions and containers: what runs the software that one brings along.
bool is_runtime(const catalogue::Kind& kind);

/// Software, or what runs it: what does something of its own.
bool is_running(const catalogue::Kind& kind);

/// Queues, gateways and functions: what is handed something and acts on it in turn.
bool hands_on(const catalogue::Kind& kind);

/// "api", "worker", "portal": a noun that software is called by.
bool is_software_noun(lexicon::Query noun);

/// What is only a service by name may turn out to be one of the document's cloud's compute services.
bool may_become(const Draft& draft, std::string_view kind, const catalogue::Kind& host);

/// "runs on Cloud Run": what is only a service by name becomes one of the document's cloud's compute services. False:
/// it is something else, or runs on something else.
bool become(Draft& draft, ComponentId id, const catalogue::Kind& host);

/// "RDS Automated Backups": the words after the name of a thing are a feature of it. Returns how many words the thing's
/// name has.
std::size_t feature_owner_words(const Draft& draft, const std::vector<Word>& name);

}  // namespace skydraft::understand
