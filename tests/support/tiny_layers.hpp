#pragma once

// Layers small enough to work out by hand, written as folders a user could have made.

#include <filesystem>
#include <map>
#include <string>

#include "entente/base/whole_file.hpp"

namespace entente::testing {

/// Files by name.
using LayerFolder = std::map<std::string, std::string>;

inline std::string layer_toml(const std::string& layout, int version = 1) {
    return "name = \"" + layout + "\"\nkind = \"layer\"\nlayout = \"" + layout +
           "\"\nversion = " + std::to_string(version) +
           "\ntitle = \"Made up\"\nas_of = \"2024-12-31\"\nsources = [\"made-up\"]\n";
}

inline const char* const made_up_source =
    "source,title,publisher,year,url,licence\n"
    "made-up,Made up for tests,nobody,2024,https://example.org,CC0\n";

/// Two deals of the window and one economy without GDP.
inline LayerFolder finance_folder() {
    return {{"layer.toml", layer_toml("finance")},
            {"sources.csv", made_up_source},
            {"windows.csv",
             "publisher,window,first_year,last_year,years,unit,source\n"
             "aei,2014-2018H1,2014,2018,4.5,million current USD,made-up\n"},
            {"sums.csv",
             "publisher,window,iso3,amount,records,gdp\n"
             "aei,2014-2018H1,AUS,0,0,1400\n"
             "aei,2014-2018H1,DEU,900,3,4000\n"
             "aei,2014-2018H1,TWN,50,1,\n"}};
}

inline LayerFolder signals_folder() {
    const std::string header =
        "id,date,actor,counterpart,kind,channel,direction,magnitude,status,sector,text,"
        "value_usd_bn,publisher,url,confidence,evidence\n";
    return {{"layer.toml", layer_toml("signals")},
            {"sources.csv", made_up_source},
            {"signals.csv",
             header +
                 "s1,2024-02,DEU,CHN,investment,technology,1,3,signed,cars,\"A plant, opened\",1.5,"
                 "example.org,https://example.org/1,high,own\n"
                 "s2,2023,HUN,EU27,dialogue,diplomacy,-1,1,talks,,Words,,article:1,article:1,"
                 "medium,article\n"}};
}

/// Two vintages; economy C is not covered by the second, A and C did not trade in the first.
inline LayerFolder totals_folder() {
    return {{"layer.toml", layer_toml("totals")},
            {"sources.csv", made_up_source},
            {"vintages.csv",
             "vintage,publisher,concept,year,category,unit,source\n"
             "one-2015,one,goods,2015,all,million USD,made-up\n"
             "two-2023,two,goods,2023,all,million USD,made-up\n"},
            {"economies.csv", "iso3,in_panel\nAUS,1\nBRA,1\nCHN,0\n"},
            {"country_totals.csv",
             "vintage,iso3,exports,imports\n"
             "one-2015,AUS,30,20\none-2015,BRA,12,9\none-2015,CHN,8,7\none-2015,WLD,60,60\n"
             "two-2023,AUS,10,20\ntwo-2023,BRA,11,12\ntwo-2023,WLD,40,40\n"},
            {"trade.csv",
             "vintage,origin,destination,value\n"
             "one-2015,AUS,BRA,5\none-2015,BRA,AUS,4\ntwo-2023,AUS,BRA,6\n"}};
}

inline void write_layer(const std::filesystem::path& folder, const LayerFolder& files) {
    std::filesystem::create_directories(folder);
    for (const auto& [name, text] : files) write_whole_file(folder / name, text);
}

}  // namespace entente::testing
