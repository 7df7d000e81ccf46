# Packs the icons when the catalogue, the glyphs, the packer or the installed packages change.
file(GLOB_RECURSE inputs CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/catalogue/*.json ${PROJECT_SOURCE_DIR}/data/icons/*
     ${PROJECT_SOURCE_DIR}/tools/icons/*.py)
file(GLOB installed CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/node_modules/.package-lock.json)  # npm's own list
set(out ${PROJECT_BINARY_DIR}/icons)
add_custom_command(
  OUTPUT ${out}/icons.inc ${out}/packs.inc ${out}/icons.blob
  BYPRODUCTS ${out}/report.txt
  COMMAND Python3::Interpreter -B ${PROJECT_SOURCE_DIR}/tools/icons/pack.py --root ${PROJECT_SOURCE_DIR} --out ${out}
  DEPENDS ${inputs} ${installed}
  COMMENT "Packing the icons" VERBATIM)
target_sources(${target} PRIVATE ${out}/icons.inc ${out}/packs.inc ${out}/icons.blob)
target_include_directories(${target} PRIVATE ${out})
set_source_files_properties(${dir}/icons.cpp PROPERTIES OBJECT_DEPENDS "${out}/icons.inc;${out}/packs.inc")
set_source_files_properties(${dir}/blob.cpp PROPERTIES OBJECT_DEPENDS ${out}/icons.blob COMPILE_OPTIONS -Wa,-I${out})
