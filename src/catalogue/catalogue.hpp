#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/same_text.hpp"

/// What the tool knows about clouds, compiled from data/catalogue/*.json and the providers' own lists into constant
/// tables (tools/catalogue/compile.py): nothing is read, parsed or allocated when the program starts.
namespace skydraft::catalogue {

/// Where things of a kind stand, which decides where a picture puts them.
enum class Scope : std::uint8_t {
  External,  ///< outside every cloud: people, devices, other companies' systems
  Global,    ///< in the cloud, outside regions: CloudFront, Route 53, IAM
  Regional,  ///< in a region, outside networks: S3, DynamoDB, SQS
  Network,   ///< in a network (VPC), in no one zone: load balancer, EFS, ElastiCache
  Zonal,     ///< in one subnet or zone; stated without one, it stands in each: EC2, NAT gateway, RDS
  Cluster,   ///< inside a cluster: pods, deployments, agents
  Delivery,  ///< builds and deploys: CodePipeline, GitHub Actions
};

/// Category of a service; decides the card it is put in and the colour of own glyphs.
enum class Category : std::uint8_t {
  Actor,
  Compute,
  Container,
  Database,
  Storage,
  Network,
  Edge,
  Integration,
  Serverless,
  Security,
  Observability,
  Delivery,
  Analytics,
  MachineLearning,
  Management,
  Application,
  Group,
  Other
};

/// How a kind that holds others arranges them; NotAContainer for the rest.
enum class Holds : std::uint8_t {
  NotAContainer,
  Cloud,
  Account,
  Region,
  Network,
  Zone,
  Subnet,
  Cluster,
  Namespace,
  Group,
  Host
};

/// Of many kinds it is asked which one it is.
struct Provider : std::string_view {
  using std::string_view::string_view;

  template <std::size_t Size>
  friend constexpr bool operator==(const Provider& provider, const char (&literal)[Size]) {
    return same_text(provider, literal);
  }
};

struct Kind {
  std::string_view id;          ///< "aws.rds"
  std::string_view name;        ///< "Amazon RDS"
  std::string_view short_name;  ///< what people say: "RDS"
  Provider provider;            ///< "aws"; "generic" and "tool" for what belongs to none
  Category category = Category::Other;
  Scope scope = Scope::Regional;
  Holds holds = Holds::NotAContainer;
  std::string_view icon;                         ///< id in the icon bundle; empty: the category's own glyph
  std::span<const std::string_view> inside;      ///< kinds that may hold it, tightest first
  std::span<const std::string_view> attributes;  ///< attribute keys that people state for it, most telling first
  bool generated = false;  ///< from a provider's list, not hand-written: found only by its full name or resource type
};

/// How sure an alias is to mean its kind.
enum class AliasStrength : std::uint8_t {
  Name,    ///< names the kind and nothing else: "Amazon RDS", "CloudFront"
  Common,  ///< an everyday word that means the kind where the section or provider supports it: "database", "queue"
};

/// A text within one constant table: half as large as a std::string_view, and nothing to relocate when the program
/// starts.
struct PackedText {
  std::uint32_t offset = 0;
  std::uint16_t size = 0;
  operator std::string_view() const;
};

struct Alias {
  PackedText text;         ///< as normalise() gives it (catalogue/normalise.hpp)
  std::uint16_t kind = 0;  ///< index in kinds()
  AliasStrength strength = AliasStrength::Name;
};

std::span<const Kind> kinds();     ///< sorted by id
std::span<const Alias> aliases();  ///< sorted by text; the kinds of one text in order of preference

const Kind* find(std::string_view id);

/// A word that aliases are made of; None: no alias has it.
enum class AliasWord : std::uint16_t { None };
AliasWord find_alias_word(std::string_view normalised);  ///< cost: one hash of the word

/// What some words may go on to name: a node in the tree of all aliases, which branches word by word. False if no alias
/// begins with these words.
class AliasNode {
 public:
  AliasNode() = default;
  static AliasNode root();  ///< before the first word

  explicit operator bool() const { return number_ != 0; }
  /// Cost: one hash of two numbers.
  AliasNode next(AliasWord word) const { return number_ == 0 || word == AliasWord::None ? AliasNode() : step(word); }
  std::span<const Alias> aliases()
      const;  ///< of all words up to here, the most likely first; empty if they name nothing
  std::span<const Alias> onwards() const;  ///< all of aliases(), from the first that begins with these words

 private:
  AliasNode step(AliasWord word) const;

  std::uint16_t number_ = 0;
};

/// The node of a normalised text: whether reading on may find a longer name.
AliasNode find_alias_node(std::string_view normalised, AliasNode from = AliasNode::root());
/// All aliases of one normalised text, the most likely first; empty if it names nothing. Cost: one hash for each word.
inline std::span<const Alias> find_alias(std::string_view normalised) { return find_alias_node(normalised).aliases(); }

/// The kind of a resource type of Terraform, CloudFormation or Azure Resource Manager ("aws_db_instance",
/// "AWS::RDS::DBInstance", "Microsoft.Storage/storageAccounts"); null if it is none. The longest rule that the type
/// begins with wins.
const Kind* find_resource_type(std::string_view type);

/// A kind for an id that is not in the catalogue: never null, category Other.
const Kind& kind_or_unknown(std::string_view id);

}  // namespace skydraft::catalogue
