# fontconfig for characters that the embedded font lacks, zlib for the file itself.
find_package(ZLIB REQUIRED)
target_link_libraries(${target} PUBLIC PkgConfig::fontconfig ZLIB::ZLIB)
