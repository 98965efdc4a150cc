# entente_library(<folder> SOURCES ... HEADERS ... [USES ...])
#
# One static library for a folder of src/entente, with the alias entente::<folder>. HEADERS are the
# public ones, each compiled alone when CMAKE_VERIFY_INTERFACE_HEADER_SETS is on, and installed.
function(entente_library folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;USES" ${ARGN})
  string(REPLACE "/" "_" target entente_${folder})
  string(REPLACE "/" "_" alias entente::${folder})
  add_library(${target} STATIC ${ARG_SOURCES})
  add_library(${alias} ALIAS ${target})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src
                                  FILES ${ARG_HEADERS})
  target_link_libraries(${target} PUBLIC entente::flags ${ARG_USES})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${folder} POSITION_INDEPENDENT_CODE ON)
  set_property(GLOBAL APPEND PROPERTY ENTENTE_LIBRARIES ${target})
endfunction()
