# The bundled worlds and layers: data/NAME, read and checked by the program itself, become build/worlds/NAME.world.
# All presets share that folder, because a world does not depend on how the program was built.
set(ENTENTE_WORLDS_DIR ${PROJECT_SOURCE_DIR}/build/worlds)

set(world_files "")
file(GLOB descriptions CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/*/world.toml
     ${PROJECT_SOURCE_DIR}/data/*/layer.toml)
foreach(description IN LISTS descriptions)
  cmake_path(GET description PARENT_PATH folder)
  cmake_path(GET folder FILENAME name)
  if(name STREQUAL "cp2015" AND NOT ENTENTE_BUNDLE_CP2015)
    continue()
  endif()
  file(GLOB tables CONFIGURE_DEPENDS ${folder}/*)
  set(world_file ${ENTENTE_WORLDS_DIR}/${name}.world)
  add_custom_command(
    OUTPUT ${world_file}
    COMMAND entente world import ${folder} -o ${world_file} --quiet
    DEPENDS entente ${tables}
    COMMENT "Importing ${name}"
    VERBATIM)
  list(APPEND world_files ${world_file})
endforeach()
add_custom_target(worlds ALL DEPENDS ${world_files})
