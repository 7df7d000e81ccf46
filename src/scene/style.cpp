#include "scene/style.hpp"

#include <algorithm>
#include <array>

#include "base/assert.hpp"

namespace skydraft::scene {

using view::Look;
using view::Strand;
using view::TextRole;

const BoxStyle& box_style(Look look) {
  static const BoxStyle none;
  static const BoxStyle cloud{"cloud_fill", "cloud", 1.5, {}, 0, "cloud_ink"};
  static const BoxStyle account{"account_fill", "account", 1.3, {}, 0, "account_ink"};
  static const BoxStyle region{"region_fill", "region", 1.3, {7, 4}, 0, "region_ink"};
  static const BoxStyle network{"vpc_fill", "vpc", 1.5, {}, 0, "vpc_ink"};
  static const BoxStyle zone{"", "az", 1.2, {4, 3}, 0, "az_ink"};
  static const BoxStyle public_subnet{"pub_fill", "", 0, {}, 0, "pub_ink"};
  static const BoxStyle private_subnet{"priv_fill", "", 0, {}, 0, "priv_ink"};
  static const BoxStyle scaling_group{"asg_fill", "asg", 1.3, {6, 4}, 4, "asg_ink"};
  static const BoxStyle cluster{"eks_fill", "eks", 1.4, {}, 0, "eks_ink"};
  static const BoxStyle name_space{"ns_fill", "ns", 1.2, {4, 3}, 6, "ns_ink"};
  static const BoxStyle group{"group_fill", "group", 1, {2, 3}, 8, "group_ink"};
  static const BoxStyle boundary{"group_fill", "category_security", 1.6, {8, 4}, 8, "card_ink"};
  static const BoxStyle card{"card", "card_stroke", 1, {}, 8, "card_ink"};
  static const BoxStyle annotation{"card", "card_stroke", 1, {3, 3}, 8, "card_ink"};
  switch (look) {
    case Look::Cloud:
      return cloud;
    case Look::Account:
      return account;
    case Look::Region:
      return region;
    case Look::Network:
      return network;
    case Look::Zone:
      return zone;
    case Look::PublicSubnet:
      return public_subnet;
    case Look::PrivateSubnet:
      return private_subnet;
    case Look::ScalingGroup:
      return scaling_group;
    case Look::Cluster:
      return cluster;
    case Look::Namespace:
      return name_space;
    case Look::Group:
      return group;
    case Look::Boundary:
      return boundary;
    case Look::Card:
      return card;
    case Look::Annotation:
      return annotation;
    case Look::Plain:
    case Look::IconNode:
    case Look::Pill:
    case Look::Chip:
    case Look::Gateway:
    case Look::Caption:
      return none;
  }
  return none;
}

const StrandStyle& strand_style(Strand strand) {
  static const StrandStyle user{"user", 2.25, {}, false, {9, 8.4}, BadgeShape::Circle, true};
  static const StrandStyle monitoring{"mon", 1.9, {7, 4}, false, {8, 7.2}, BadgeShape::Square, false};
  static const StrandStyle delivery{"dep", 1.9, {10, 3, 2, 3}, false, {8, 7.2}, BadgeShape::Hexagon, false};
  static const StrandStyle replication{"rep", 1.7, {1.5, 4}, true, {8, 7.2}, BadgeShape::Circle, false};
  static const StrandStyle traffic{"user", 1.4, {}, false, {8, 7.2}, BadgeShape::Circle, false};
  static const StrandStyle control{"neutral", 1.3, {}, false, {8, 7.2}, BadgeShape::Circle, false};
  switch (strand) {
    case Strand::User:
      return user;
    case Strand::Monitoring:
      return monitoring;
    case Strand::Delivery:
      return delivery;
    case Strand::Replication:
      return replication;
    case Strand::Traffic:
      return traffic;
    case Strand::Control:
      return control;
  }
  return control;
}

std::string_view name_of(Strand strand) {
  switch (strand) {
    case Strand::User:
      return "user";
    case Strand::Monitoring:
      return "monitoring";
    case Strand::Delivery:
      return "delivery";
    case Strand::Replication:
      return "replication";
    case Strand::Traffic:
      return "traffic";
    case Strand::Control:
      return "control";
  }
  return "control";
}

Stroke stroke_of(const StrandStyle& style) {
  return {ColorKey(style.color), style.width, style.dash, style.round_caps};
}

ColorKey category_color(std::string_view category) {
  static constexpr auto known =
      std::to_array<std::string_view>({"actor", "analytics", "application", "compute", "container", "database",
                                       "delivery", "edge", "group", "integration", "machinelearning", "management",
                                       "network", "observability", "security", "serverless", "storage"});
  static_assert(std::ranges::is_sorted(known));
  return "category_" + std::string(std::ranges::binary_search(known, category) ? category : "other");
}

ColorKey ink_of(TextRole role, Look look) {
  const std::string_view label_ink = box_style(look).ink;
  switch (role) {
    case TextRole::Name:
      return "ink";
    case TextRole::Fact:
      return "ink2";
    case TextRole::Placeholder:
      return "placeholder";
    case TextRole::GroupLabel:
      return label_ink.empty() ? "ink" : ColorKey(label_ink);
    case TextRole::GroupNote:
      return "ink2";
    case TextRole::TierCaption:
      return "ink3";
    case TextRole::RowKey:
      return "card_ink";
  }
  return "ink";
}

}  // namespace skydraft::scene
