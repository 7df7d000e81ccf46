# The lexicon's JSON as constant tables: nothing is read or parsed when the program starts.
set(lexicon_dir ${PROJECT_SOURCE_DIR}/data/lexicon)
file(GLOB lexicon_files CONFIGURE_DEPENDS ${lexicon_dir}/*.json ${PROJECT_SOURCE_DIR}/data/catalogue/*.json)
set(lexicon_compiler ${PROJECT_SOURCE_DIR}/tools/lexicon/compile.py)
set(text_hash ${PROJECT_SOURCE_DIR}/tools/text_hash.py)
set(lexicon_source ${CMAKE_CURRENT_BINARY_DIR}/lexicon_data.cpp)
add_custom_command(OUTPUT ${lexicon_source}
                   COMMAND Python3::Interpreter ${lexicon_compiler} ${lexicon_dir} ${lexicon_source}
                   DEPENDS ${lexicon_files} ${lexicon_compiler} ${text_hash}
                   VERBATIM)
target_sources(${target} PRIVATE ${lexicon_source})
