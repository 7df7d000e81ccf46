# Compiles the catalogue's data into constant tables, checking it on the way.
file(GLOB inputs CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/catalogue/*.json)
set(out ${PROJECT_BINARY_DIR}/catalogue)
file(MAKE_DIRECTORY ${out})
add_custom_command(
  OUTPUT ${out}/catalogue.inc
  COMMAND Python3::Interpreter -B ${PROJECT_SOURCE_DIR}/tools/catalogue/compile.py --data ${PROJECT_SOURCE_DIR}/data/catalogue
          --out ${out}/catalogue.inc
  DEPENDS ${inputs} ${PROJECT_SOURCE_DIR}/tools/catalogue/compile.py
  COMMENT "Compiling the catalogue" VERBATIM)
target_sources(${target} PRIVATE ${out}/catalogue.inc)
target_include_directories(${target} PRIVATE ${out})
set_source_files_properties(${dir}/catalogue.cpp PROPERTIES OBJECT_DEPENDS ${out}/catalogue.inc)
