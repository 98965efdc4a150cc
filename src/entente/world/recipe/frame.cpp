#include "entente/world/recipe/frame.hpp"

#include <algorithm>

namespace entente::detail {
namespace {

void add_countries(const World2023Recipe& recipe, const RecipeTable& table, Frame& frame) {
    std::vector<std::string> codes;
    std::vector<std::string> wiod;
    for (const RecipeEconomy& economy : recipe.economies) {
        codes.push_back(economy.code);
        frame.data.push_back(economy.data);
        if (economy.data == EconomyData::wiod || economy.data == EconomyData::rest) {
            wiod.push_back(economy.code);
        }
    }
    const bool ends_with_rest = !frame.data.empty() && frame.data.back() == EconomyData::rest &&
                                std::ranges::count(frame.data, EconomyData::rest) == 1;
    if (!ends_with_rest) {
        table.report(ProblemKind::missing_row, "economy", {},
                     "one economy of data \"rest\", at the end");
    }
    frame.countries = Axis(codes);
    frame.wiod_countries = Axis(wiod);
    frame.proxy = Array2<double>(codes.size(), wiod.size());
    for (std::size_t n = 0; n < codes.size(); ++n) {
        const auto own = frame.wiod_countries.find(codes[n]);
        frame.wiod_of.push_back(own.value_or(wiod.empty() ? 0 : wiod.size() - 1));
        if (own) {
            frame.economy_of.push_back(n);
            frame.proxy(n, *own) = 1.0;
        }
        for (const auto& [code, share] : recipe.economies[n].proxies) {
            if (const auto w = frame.wiod_countries.find(code)) frame.proxy(n, *w) = share;
        }
    }
}

void add_sectors(const World2023Recipe& recipe, const RecipeTable& table, Frame& frame) {
    std::vector<std::string> codes;
    std::vector<std::string> wiod;
    for (const RecipeSector& sector : recipe.sectors) {
        if (sector.kind == SectorKind::goods) {
            if (frame.num_goods != codes.size()) {
                table.report(ProblemKind::value_out_of_range, "sector", sector.code,
                             "goods before services");
            }
            ++frame.num_goods;
        }
        codes.push_back(sector.code);
        for (const std::string& code : sector.wiod) {
            if (std::ranges::find(wiod, code) == wiod.end()) wiod.push_back(code);
        }
    }
    frame.sectors = Axis(codes);
    frame.wiod_sectors = Axis(wiod);
    frame.sectors_of_wiod.resize(wiod.size());
    frame.wiod_of_sector.resize(codes.size());
    for (std::size_t s = 0; s < codes.size(); ++s) {
        for (const std::string& code : recipe.sectors[s].wiod) {
            frame.wiod_of_sector[s].push_back(frame.wiod_sectors.at(code));
            frame.sectors_of_wiod[frame.wiod_sectors.at(code)].push_back(s);
        }
    }
}

void add_splits(const World2023Recipe& recipe, const RecipeTable& table, Frame& frame) {
    for (const RecipeSplit& split : recipe.splits) {
        const auto wiod = frame.wiod_sectors.find(split.wiod);
        const auto first = frame.sectors.find(split.first);
        const auto second = frame.sectors.find(split.second);
        if (wiod && first && second) frame.splits.push_back({*wiod, *first, *second});
    }
    for (std::size_t c = 0; c < frame.wiod_sectors.size(); ++c) {
        const bool is_split = std::ranges::any_of(
            frame.splits, [&](const Frame::Split& split) { return split.wiod == c; });
        if (frame.sectors_of_wiod[c].size() != (is_split ? 2u : 1u)) {
            table.report(ProblemKind::unknown_sector, "split", frame.wiod_sectors[c],
                         "a split for every WIOD sector that two sectors share, and no other");
        }
    }
}

}  // namespace

Frame make_frame(const World2023Recipe& recipe, const RecipeTable& table) {
    Frame frame;
    add_countries(recipe, table, frame);
    add_sectors(recipe, table, frame);
    add_splits(recipe, table, frame);
    return frame;
}

std::map<std::string, std::size_t> sectors_of_gtap(const World2023Recipe& recipe) {
    std::map<std::string, std::size_t> places;
    for (std::size_t s = 0; s < recipe.sectors.size(); ++s) {
        for (const std::string& gtap : recipe.sectors[s].gtap) places[gtap] = s;
    }
    return places;
}

std::map<std::string, std::vector<std::size_t>> sectors_of_cp2015(const World2023Recipe& recipe) {
    std::map<std::string, std::vector<std::size_t>> places;
    for (std::size_t s = 0; s < recipe.sectors.size(); ++s) {
        for (const std::string& name : recipe.sectors[s].cp2015) places[name].push_back(s);
    }
    return places;
}

}  // namespace entente::detail
