# The font tables: tools/fonts reads the fonts-inter faces and writes metrics as C++ and the font subsets as files.
set(SKYDRAFT_FONT_DIR "" CACHE PATH "Folder with Inter-Regular.otf and its sisters; empty: search")
find_path(SKYDRAFT_INTER Inter-Regular.otf HINTS ${SKYDRAFT_FONT_DIR}
          PATHS /usr/share/fonts/opentype/inter /usr/local/share/fonts/inter REQUIRED)

file(GLOB font_tool_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tools/fonts/*.cpp)
add_executable(skydraft_fonts ${font_tool_sources})
target_link_libraries(skydraft_fonts PRIVATE skydraft_options fmt::fmt PkgConfig::harfbuzz PkgConfig::woff2enc)

set(font_tables ${PROJECT_BINARY_DIR}/fonts)
set(font_outputs ${font_tables}/metrics_tables.cpp ${font_tables}/shaped_samples.cpp ${font_tables}/embedded_fonts.cpp)
set(font_subsets ${PROJECT_SOURCE_DIR}/data/fonts/subsets.txt)
add_custom_command(OUTPUT ${font_outputs}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${font_tables}
  COMMAND skydraft_fonts ${SKYDRAFT_INTER} ${font_subsets} ${font_tables}
  DEPENDS skydraft_fonts ${font_subsets} ${SKYDRAFT_INTER}/Inter-Regular.otf
  COMMENT "Measuring and subsetting the font" VERBATIM)
target_sources(${target} PRIVATE ${font_outputs})
