#pragma once

#include "entente/world/recipe/gdp.hpp"
#include "entente/world/recipe/technology.hpp"

namespace entente::detail {

struct DomesticServices {
    /// [n, services s] million USD; the first service has place 0.
    Array2<double> sales;
    /// [n] factor on domestic goods: below one where services would else fall below their lowest
    /// share of GDP.
    std::vector<double> goods_factor;
    /// [w] sales over those of WIOD moved by the growth of GDP; zero for the rest of the world.
    std::vector<double> over_wiod;
};

/// What a country sells of services at home: the one number that is free for each, set so that
/// value added adds up to GDP. The mix is WIOD's or the proxies'.
///
/// [eq:domestic-services]  d[n] = ( GDP[n] - sum_s gamma[n,s] Y0[n,s] ) / sum_s gamma[n,s] m[n,s]
///
/// gamma: value-added share; Y0: output without domestic services; m: mix of domestic services.
///
/// @param flow  [i, n, s] all flows but domestic services, million USD.
/// A country whose GDP is too small for its trade is reported.
DomesticServices domestic_services(const World2023Recipe& recipe, const Frame& frame,
                                   const Array3<double>& wiod_by_sector, const Technology& made,
                                   const GdpFigures& gdp, const Array3<double>& flow,
                                   Problems& problems);

}  // namespace entente::detail
