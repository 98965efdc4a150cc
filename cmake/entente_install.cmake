# Installs the engine so that another CMake project finds it:
#
#   find_package(entente REQUIRED)
#   target_link_libraries(mine PRIVATE entente::entente)
#
# entente::entente gathers the libraries of all folders; each can also be linked by its own name,
# such as entente::world. Beside them come the program and the bundled worlds.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

get_property(entente_folders GLOBAL PROPERTY ENTENTE_LIBRARIES)
add_library(entente_all INTERFACE)
add_library(entente::entente ALIAS entente_all)
target_link_libraries(entente_all INTERFACE ${entente_folders})
set_target_properties(entente_all PROPERTIES EXPORT_NAME entente)
set_target_properties(entente_flags PROPERTIES EXPORT_NAME flags)

if(NOT ENTENTE_INSTALL)
  return()
endif()

set(entente_config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
install(TARGETS entente_flags entente_all ${entente_folders} EXPORT ententeTargets FILE_SET HEADERS)
install(EXPORT ententeTargets NAMESPACE entente:: DESTINATION ${entente_config_dir})
configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/ententeConfig.cmake.in ${PROJECT_BINARY_DIR}/ententeConfig.cmake
  INSTALL_DESTINATION ${entente_config_dir})
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/ententeConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/ententeConfig.cmake
              ${PROJECT_BINARY_DIR}/ententeConfigVersion.cmake
        DESTINATION ${entente_config_dir})

install(TARGETS entente RUNTIME)
install(FILES ${world_files} DESTINATION ${CMAKE_INSTALL_DATADIR}/entente/worlds)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NOTICE
              ${PROJECT_SOURCE_DIR}/data/SOURCES.md
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/entente)
