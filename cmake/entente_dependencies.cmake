# Every third-party library entente links, all from the distribution. Which folder may use which one
# is in src/entente/README.md and checked by tests/rules.
find_package(CLI11 REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(SQLiteCpp REQUIRED)
find_package(TBB REQUIRED)
find_package(ZLIB REQUIRED)
find_path(ENTENTE_TOMLPP_INCLUDE toml++/toml.h REQUIRED)
find_path(ENTENTE_MUSTACHE_INCLUDE kainjow/mustache.hpp REQUIRED)
find_path(ENTENTE_RANDOM123_INCLUDE Random123/philox.h REQUIRED)
find_path(ENTENTE_NETCDF_INCLUDE netcdf.h REQUIRED)
