# fontconfig for characters that the embedded font lacks.
target_link_libraries(${target} PUBLIC PkgConfig::fontconfig)
