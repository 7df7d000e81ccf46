# The page's files as texts in the program.
file(GLOB page_files CONFIGURE_DEPENDS ${dir}/page/*)
file(GLOB page_themes CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/themes/*.json)
set(page_bundler ${PROJECT_SOURCE_DIR}/tools/html/bundle.py)
set(page_assets ${PROJECT_BINARY_DIR}/generated/html/assets.cpp)
add_custom_command(
  OUTPUT ${page_assets}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/generated/html
  COMMAND Python3::Interpreter -B ${page_bundler} ${page_assets} ${dir}/page ${page_themes}
  DEPENDS ${page_bundler} ${page_files} ${page_themes}
  COMMENT "Putting the HTML page together" VERBATIM)
target_sources(${target} PRIVATE ${page_assets})
