# Compiles the catalogue's data into constant tables, checking it on the way. With the npm packages the tables also hold AWS's
# own list of resource types.
file(GLOB inputs CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/catalogue/*.json ${PROJECT_SOURCE_DIR}/tools/catalogue/*.py
     ${PROJECT_SOURCE_DIR}/tools/text_hash.py)
set(modules ${PROJECT_SOURCE_DIR}/node_modules)
set(lock)
if(EXISTS ${modules}/.package-lock.json)
  set(lock ${modules}/.package-lock.json)
endif()
set(out ${PROJECT_BINARY_DIR}/catalogue)
add_custom_command(
  OUTPUT ${out}/catalogue.inc ${out}/words.inc
  COMMAND Python3::Interpreter -B ${PROJECT_SOURCE_DIR}/tools/catalogue/compile.py --root ${PROJECT_SOURCE_DIR} --modules ${modules}
          --out ${out}
  COMMAND ${CMAKE_COMMAND} -E touch ${out}/catalogue.inc ${out}/words.inc
  DEPENDS ${inputs} ${PROJECT_SOURCE_DIR}/data/schema/catalogue.schema.json ${lock}
  COMMENT "Compiling the catalogue" VERBATIM)
target_sources(${target} PRIVATE ${out}/catalogue.inc ${out}/words.inc)
target_include_directories(${target} PRIVATE ${out})
set_source_files_properties(${dir}/catalogue.cpp ${dir}/normalise.cpp PROPERTIES OBJECT_DEPENDS "${out}/catalogue.inc;${out}/words.inc")
