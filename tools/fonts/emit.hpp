#pragma once

#include <string>
#include <vector>

#include "charset.hpp"
#include "measure.hpp"

namespace fonts {

struct FaceTables {
  std::string name;  ///< enumerator of skydraft::typeset::Face
  Metrics metrics;
  std::vector<Sample> samples;
  std::string opentype_file;
  std::vector<std::string> woff2_files;  ///< base64, one for each subset
};

/// C++ that defines what src/typeset/metrics.hpp and face.hpp declare.
std::string metrics_source(const std::vector<char32_t>& characters, const std::vector<FaceTables>& faces);
std::string samples_source(const std::vector<FaceTables>& faces);
std::string fonts_source(const std::vector<Subset>& subsets, const std::vector<FaceTables>& faces);

}  // namespace fonts
