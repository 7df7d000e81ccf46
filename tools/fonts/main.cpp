// skydraft_fonts FONT_DIR SUBSETS OUT_DIR: makes the font tables of src/typeset from the Inter faces (OFL-1.1).
// Runs at build time, so that the program itself reads no font file, shapes nothing and starts at once.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>

#include "emit.hpp"
#include "subset.hpp"

namespace fonts {
namespace {

/// In the order of skydraft::typeset::Face.
constexpr const char* kFaces[] = {"Regular", "Medium", "SemiBold", "Bold", "Italic", "MediumItalic"};

void write(const std::string& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  if (!out.flush()) throw std::runtime_error("cannot write " + path);
}

std::vector<char32_t> all_characters(const std::vector<Subset>& subsets) {
  std::vector<char32_t> all;
  for (const Subset& subset : subsets) all.insert(all.end(), subset.characters.begin(), subset.characters.end());
  std::ranges::sort(all);
  return all;
}

FaceTables make_face(const std::string& name, hb_face_t* face, const std::vector<Subset>& subsets,
                     const std::string& out_dir) {
  const FontHandle font(hb_font_create(face));
  const std::vector<char32_t> all = all_characters(subsets);
  FaceTables tables{.name = name,
                    .metrics = measure(font.get(), all),
                    .samples = shape_samples(font.get(), subsets, 1),
                    .opentype_file = out_dir + "/" + name + ".otf",
                    .woff2_files = {}};
  write(tables.opentype_file, subset(face, all, Layout::Drop));
  for (const Subset& part : subsets) {
    tables.woff2_files.push_back(out_dir + "/" + name + "-" + part.name + ".woff2.base64");
    write(tables.woff2_files.back(), to_base64(to_woff2(subset(face, part.characters, Layout::Keep))));
  }
  return tables;
}

void run(const std::string& font_dir, const std::string& subsets_path, const std::string& out_dir) {
  std::vector<Subset> subsets;
  std::vector<FaceTables> faces;
  for (const char* name : kFaces) {
    const FaceHandle face = open_face(font_dir + "/Inter-" + name + ".otf");
    if (subsets.empty()) {
      const FontHandle font(hb_font_create(face.get()));
      subsets = read_subsets(subsets_path, [&](char32_t c) { return has_glyph(font.get(), c); });
    }
    faces.push_back(make_face(name, face.get(), subsets, out_dir));
  }
  write(out_dir + "/metrics_tables.cpp", metrics_source(all_characters(subsets), faces));
  write(out_dir + "/shaped_samples.cpp", samples_source(faces));
  write(out_dir + "/embedded_fonts.cpp", fonts_source(subsets, faces));
}

}  // namespace
}  // namespace fonts

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: skydraft_fonts FONT_DIR SUBSETS OUT_DIR\n", stderr);
    return 2;
  }
  try {
    fonts::run(argv[1], argv[2], argv[3]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "skydraft_fonts: %s\n", error.what());
    return 1;
  }
  return 0;
}
