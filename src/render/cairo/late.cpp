#include "render/cairo/late.hpp"

#include <dlfcn.h>

#include <fmt/format.h>

#include "base/assert.hpp"

namespace skydraft::render {
namespace {

/// Loading again what is loaded is cheap. Never closed: Cairo keeps what it knows of fonts until the process ends.
void* load(const char* name) { return dlopen(name, RTLD_LAZY | RTLD_LOCAL); }

}  // namespace

std::optional<Diagnostic> missing_library(const char* name) {
  if (load(name) != nullptr) return std::nullopt;
  const char* reason = dlerror();
  Diagnostic diagnostic;
  diagnostic.code = Code::CannotWrite;
  diagnostic.severity = Severity::Error;
  diagnostic.message = fmt::format("this output needs {}: {}", name, reason == nullptr ? "it does not load" : reason);
  diagnostic.hints.push_back({"install Cairo and librsvg, or write SVG or HTML with letters as text", std::nullopt});
  return diagnostic;
}

std::optional<Diagnostic> missing_library() {
  for (const char* name :
       {library::kCairo, library::kFontconfig, library::kFreeType, library::kGObject, library::kRsvg})
    if (std::optional<Diagnostic> missing = missing_library(name)) return missing;
  return std::nullopt;
}

void* find_function(const char* library, const char* name) {
  void* const loaded = load(library);
  void* const function = loaded == nullptr ? nullptr : dlsym(loaded, name);
  SKYDRAFT_ASSERT(function != nullptr, fmt::format("{} has {}", library, name));
  return function;
}

}  // namespace skydraft::render
