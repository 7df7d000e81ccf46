#pragma once

#include <hb-subset.h>
#include <hb.h>

#include <memory>
#include <stdexcept>
#include <string>

/// HarfBuzz objects that free themselves.
namespace fonts {

template <auto Destroy>
struct Destroyer {
  template <class T>
  void operator()(T* object) const {
    Destroy(object);
  }
};

using Blob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using FaceHandle = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using FontHandle = std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>>;
using Buffer = std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;

inline FaceHandle open_face(const std::string& path) {
  const Blob blob(hb_blob_create_from_file_or_fail(path.c_str()));
  if (!blob) throw std::runtime_error("cannot read " + path);
  return FaceHandle(hb_face_create(blob.get(), 0));
}

}  // namespace fonts
