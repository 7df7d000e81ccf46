# A stage of the pipeline: the folder src/<name> as the static library skydraft_<name>, its *_test.cpp beside the sources as
# one test program. USES names the stages whose headers it may include (tools/check_includes.py holds the same arrows),
# LINKS the outside libraries.
add_library(skydraft_options INTERFACE)
target_include_directories(skydraft_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_options(skydraft_options INTERFACE -Wall -Wextra -Wshadow -Wconversion -ffp-contract=off
                       $<$<BOOL:${SKYDRAFT_WERROR}>:-Werror>)
# g++ 12 at -O3 sees overlapping copies in std::string's operator+ where there are none (GCC bug 105651).
target_compile_options(skydraft_options INTERFACE $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>)

function(skydraft_stage name)
  cmake_parse_arguments(ARG "" "FOLDER" "USES;LINKS" ${ARGN})
  set(folder ${name})
  if(ARG_FOLDER)
    set(folder ${ARG_FOLDER})
  endif()
  set(dir ${PROJECT_SOURCE_DIR}/src/${folder})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${dir}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")

  set(target skydraft_${name})
  if(NOT sources)
    file(WRITE ${PROJECT_BINARY_DIR}/${name}_empty.cpp "")
    set(sources ${PROJECT_BINARY_DIR}/${name}_empty.cpp)
  endif()
  add_library(${target} STATIC ${sources})
  target_link_libraries(${target} PUBLIC skydraft_options fmt::fmt ${ARG_LINKS})
  foreach(used ${ARG_USES})
    target_link_libraries(${target} PUBLIC skydraft_${used})
  endforeach()
  include(${dir}/generated.cmake OPTIONAL)

  if(SKYDRAFT_TESTS AND tests)
    add_executable(${target}_test ${tests})
    target_link_libraries(${target}_test PRIVATE ${target} GTest::gmock GTest::gtest_main rapidcheck)
    gtest_discover_tests(${target}_test DISCOVERY_MODE PRE_TEST PROPERTIES LABELS unit ENVIRONMENT RC_PARAMS=seed=1)
  endif()
endfunction()
