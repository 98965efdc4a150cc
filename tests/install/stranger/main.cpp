// Opens a world through the installed library and prints what it holds: NAME COUNTRIES SECTORS.

#include <iostream>

#include "entente/world/world_files.hpp"

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    try {
        const std::filesystem::path place = argv[1];
        const entente::World world = std::filesystem::is_directory(place)
                                         ? entente::read_tidy_folder(place)
                                         : entente::read_world_file(place);
        std::cout << world.name() << ' ' << world.num_countries() << ' ' << world.num_sectors()
                  << '\n';
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
