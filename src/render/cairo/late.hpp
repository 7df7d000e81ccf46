#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"

/// Functions of libraries that only some outputs need. They are looked up when they are first called: to start with
/// Cairo and librsvg, which bring forty others along, takes longer than to read and lay out a usual document.
namespace skydraft::render {

/// By the names under which they are installed.
namespace library {
inline constexpr char kCairo[] = "libcairo.so.2";
inline constexpr char kFontconfig[] = "libfontconfig.so.1";
inline constexpr char kFreeType[] = "libfreetype.so.6";
inline constexpr char kGObject[] = "libgobject-2.0.so.0";
inline constexpr char kRsvg[] = "librsvg-2.so.2";
}  // namespace library

/// What is said if this machine lacks a library of these. To be asked before the first call: a call that finds none
/// ends the process.
std::optional<Diagnostic> missing_library();

/// The same for one library.
std::optional<Diagnostic> missing_library(const char* name);

/// Loads the library if it is not loaded yet, and keeps it.
void* find_function(const char* library, const char* name);

/// A name as a template's argument.
template <std::size_t Size>
struct Name {
  char text[Size] = {};
  consteval Name(const char (&from)[Size]) {  // NOLINT(google-explicit-constructor): stands for the text
    for (std::size_t i = 0; i < Size; ++i) text[i] = from[i];
  }
};

/// Called like the function whose name and type it has.
template <class Function, const char* Library, Name Of>
struct Late;

template <class Result, class... Arguments, const char* Library, Name Of>
struct Late<Result(Arguments...), Library, Of> {
  Result operator()(Arguments... arguments) const {
    static const auto function = reinterpret_cast<Result (*)(Arguments...)>(find_function(Library, Of.text));
    return function(arguments...);
  }
};

}  // namespace skydraft::render

/// A function of a C header, in the namespace where this stands.
#define SKYDRAFT_LATE(library, name) inline constexpr ::skydraft::render::Late<decltype(::name), library, #name> name
