# The words and the view rules of data/view as constant tables.
set(view_wording ${PROJECT_BINARY_DIR}/generated/view/wording_data.cpp)
add_custom_command(
  OUTPUT ${view_wording}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/generated/view
  COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/tools/view/compile.py ${PROJECT_SOURCE_DIR}/data/view/wording.json ${PROJECT_SOURCE_DIR}/data/view/views.json ${view_wording}
  DEPENDS ${PROJECT_SOURCE_DIR}/tools/view/compile.py ${PROJECT_SOURCE_DIR}/data/view/wording.json ${PROJECT_SOURCE_DIR}/data/view/views.json)
target_sources(${target} PRIVATE ${view_wording})
