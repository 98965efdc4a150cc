# The bundled worlds: data/NAME, read and checked by the program itself, become build/worlds/NAME.world.
set(ENTENTE_WORLDS_DIR ${PROJECT_SOURCE_DIR}/build/worlds)
