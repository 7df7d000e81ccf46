# Every library the program is made of; why each is here: docs/dependencies.md.
find_package(PkgConfig REQUIRED)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
pkg_check_modules(cairo REQUIRED IMPORTED_TARGET cairo)
pkg_check_modules(rsvg REQUIRED IMPORTED_TARGET librsvg-2.0)
pkg_check_modules(freetype REQUIRED IMPORTED_TARGET freetype2)
pkg_check_modules(harfbuzz REQUIRED IMPORTED_TARGET harfbuzz harfbuzz-subset)
pkg_check_modules(woff2enc REQUIRED IMPORTED_TARGET libwoff2enc)
pkg_check_modules(fontconfig REQUIRED IMPORTED_TARGET fontconfig)

# Only the headers of what src/render/cairo/late.hpp loads when it is needed.
add_library(late_libraries INTERFACE)
foreach(library cairo rsvg freetype fontconfig)
  target_include_directories(late_libraries SYSTEM INTERFACE ${${library}_INCLUDE_DIRS})
endforeach()
target_link_libraries(late_libraries INTERFACE ${CMAKE_DL_LIBS})

# What only documents need becomes a part of the program where it can: as libraries of their own the three would take a
# tenth of the time in which it starts.
find_library(CMARK_GFM NAMES libcmark-gfm.a cmark-gfm REQUIRED)
find_library(CMARK_GFM_EXTENSIONS NAMES libcmark-gfm-extensions.a cmark-gfm-extensions REQUIRED)
find_library(YAML_CPP NAMES libyaml-cpp.a yaml-cpp REQUIRED)
add_library(cmark-gfm INTERFACE)
target_link_libraries(cmark-gfm INTERFACE ${CMARK_GFM_EXTENSIONS} ${CMARK_GFM})
add_library(yaml-cpp INTERFACE)
target_link_libraries(yaml-cpp INTERFACE ${YAML_CPP})

if(SKYDRAFT_TESTS)
  find_package(GTest REQUIRED)
  find_path(RAPIDCHECK_INCLUDE rapidcheck.h REQUIRED)
  find_library(RAPIDCHECK rapidcheck REQUIRED)
  add_library(rapidcheck INTERFACE)
  target_include_directories(rapidcheck SYSTEM INTERFACE ${RAPIDCHECK_INCLUDE})
  target_link_libraries(rapidcheck INTERFACE ${RAPIDCHECK})
  include(GoogleTest)
endif()
