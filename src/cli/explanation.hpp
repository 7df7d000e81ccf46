#pragma once

#include <span>
#include <string>

#include "base/source.hpp"
#include "cli/report.hpp"
#include "explain/explain.hpp"

/// Explanations as people read them in a terminal: lines of at most style.width columns, but for names that are longer.
namespace skydraft::cli {

/// "45 of 47 lines of architecture understood (95 %)"
std::string coverage_text(const explain::Coverage& coverage);

/// Each line of the document, and under it what it became:
///
///       8 | - **Orders API:** ECS service
///         |     component   Orders API (aws.ecs-service) [define]
std::string explain_text(std::span<const explain::Line> lines, const Source& source, const ReportStyle& style);

/// One component: each fact with the line that states it, or the rule that inferred it.
std::string explain_text(const explain::Account& account, const model::Architecture& architecture, const Source& source,
                         const ReportStyle& style);

}  // namespace skydraft::cli
