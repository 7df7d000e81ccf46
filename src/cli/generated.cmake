# Texts that the program carries: compiled in, so that it needs no files of its own.
set(skydraft_texts data/starter/architecture.md data/completions/skydraft.bash data/completions/skydraft.zsh
                   data/completions/skydraft.fish)
foreach(text ${skydraft_texts})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${text})
  get_filename_component(name ${text} NAME)
  string(MAKE_C_IDENTIFIER ${name} name)
  file(READ ${PROJECT_SOURCE_DIR}/${text} skydraft_text_${name})
endforeach()
configure_file(${dir}/builtin.cpp.in ${PROJECT_BINARY_DIR}/generated/cli/builtin.cpp @ONLY)
target_sources(${target} PRIVATE ${PROJECT_BINARY_DIR}/generated/cli/builtin.cpp)
