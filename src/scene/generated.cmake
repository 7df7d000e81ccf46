# data/themes as constant tables.
file(GLOB theme_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/themes/*.json)
set(theme_schema ${PROJECT_SOURCE_DIR}/data/schema/theme.schema.json)
set(theme_compiler ${PROJECT_SOURCE_DIR}/tools/themes/compile.py)
set(theme_tables ${PROJECT_BINARY_DIR}/theme_tables.cpp)
add_custom_command(OUTPUT ${theme_tables}
  COMMAND Python3::Interpreter ${theme_compiler} ${theme_schema} ${theme_tables} ${theme_files}
  DEPENDS ${theme_compiler} ${theme_schema} ${theme_files}
  COMMENT "Compiling themes" VERBATIM)
target_sources(${target} PRIVATE ${theme_tables})
