#pragma once

#include "scene/scene.hpp"
#include "view/view.hpp"

namespace skydraft::scene {

/// One view of a document as composed: a tab of an HTML file, a page of a PDF.
struct Page {
  view::ViewInfo view;
  Scene scene;
};

}  // namespace skydraft::scene
