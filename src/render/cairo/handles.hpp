#pragma once

#include <memory>

#include "render/cairo/cairo_late.hpp"

/// Owners of Cairo's objects.
namespace skydraft::render {

template <auto Destroy>
struct Destroyer {
  template <class T>
  void operator()(T* object) const {
    Destroy(object);
  }
};

using Surface = std::unique_ptr<cairo_surface_t, Destroyer<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Destroyer<cairo_destroy>>;

}  // namespace skydraft::render
