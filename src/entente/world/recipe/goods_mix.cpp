#include "entente/world/recipe/goods_mix.hpp"

#include <cmath>
#include <numeric>

namespace entente::detail {
namespace {

using Mix = std::vector<double>;

constexpr std::size_t num_matched_sections = 9;
constexpr std::size_t mineral_fuels = 3;
constexpr std::size_t unclassified = 9;

double sum_of(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

void add_scaled(Mix& mix, const Mix& other, double weight) {
    for (std::size_t s = 0; s < mix.size(); ++s) mix[s] += weight * other[s];
}

/// What the base mix may use, to see what each part of it is worth.
struct BaseOptions {
    bool us_imports = true;
    bool proxies = true;
};

class MixMaker {
  public:
    MixMaker(const World2023Recipe& recipe, const Frame& frame, const Array3<double>& wiod,
             const UsImports& us_imports, const UnctadFlows& unctad)
        : frame_(frame),
          wiod_(wiod),
          us_imports_(us_imports),
          unctad_(unctad),
          pair_smoothing_(recipe.assumed("mix_smoothing_pair")),
          us_smoothing_(recipe.assumed("mix_smoothing_us")),
          rest_weight_(recipe.assumed("mix_rest_weight")),
          section_weight_(num_matched_sections, frame.num_goods) {
        for (std::size_t k = 0; k < num_matched_sections; ++k) {
            for (const auto& [code, weight] : recipe.sitc_weights[k]) {
                section_weight_(k, frame.sectors.at(code)) = weight;
            }
        }
        for (std::size_t w = 0; w < frame.num_wiod(); ++w) exports_.push_back(export_mix(w));
    }

    /// Mix of what i sells to n before SITC sections are matched.
    Mix base(std::size_t i, std::size_t n, const BaseOptions& options = {}) const {
        if (frame_.in_wiod(i)) return pair(frame_.wiod_of[i], frame_.wiod_of[n]);
        Mix mix(frame_.num_goods);
        add_scaled(mix, rest_exports(n), options.proxies ? rest_weight_ : 1.0);
        for (std::size_t w = 0; options.proxies && w < frame_.num_wiod(); ++w) {
            const double weight = (1.0 - rest_weight_) * frame_.proxy(i, w);
            if (weight > 0.0) add_scaled(mix, proxy_exports(w, n), weight);
        }
        if (options.us_imports) smooth_toward_us(i, mix);
        return mix;
    }

    // [eq:sitc-match]  m[s] = v[9] b[s] + sum_k v[k] w[k,s] b[s] / sum_s w[k,s] b[s]
    //
    // v[k]: share of SITC section k in the pair's trade; w[k,s]: weight of sector s in section k.
    Mix matched(std::size_t i, std::size_t n, const Mix& base_mix) const {
        const auto sections = unctad_.by_section.row(i, n);
        const double total = sum_of(sections);
        if (total <= 0.0) return base_mix;
        Mix mix(frame_.num_goods);
        add_scaled(mix, base_mix, sections[unclassified] / total);
        for (std::size_t k = 0; k < num_matched_sections; ++k) {
            if (sections[k] > 0.0) {
                add_scaled(mix, within_section(i, k, base_mix), sections[k] / total);
            }
        }
        return mix;
    }

    Mix us_mix(std::size_t i) const {
        const auto imports = us_imports_.imports.row(i);
        Mix mix(imports.begin(), imports.end());
        const double total = sum_of(mix);
        for (double& share : mix) share /= total;
        return mix;
    }

    double us_total(std::size_t i) const { return sum_of(us_imports_.imports.row(i)); }

  private:
    Mix export_mix(std::size_t w) const {
        Mix mix(frame_.num_goods);
        for (std::size_t v = 0; v < frame_.num_wiod(); ++v) {
            for (std::size_t s = 0; v != w && s < mix.size(); ++s) mix[s] += wiod_(w, v, s);
        }
        const double total = sum_of(mix);
        for (double& share : mix) share /= total;
        return mix;
    }

    // [eq:pair-smoothing]  m[s] = ( X[w,v,s] + h x[w,s] ) / ( sum_s X[w,v,s] + h )
    //
    // x: mix of all exports of w; h: the smoothing, million USD.
    Mix pair(std::size_t w, std::size_t v) const {
        const auto flows = wiod_.row(w, v).first(frame_.num_goods);
        const double total = sum_of(flows);
        Mix mix(flows.begin(), flows.end());
        add_scaled(mix, exports_[w], pair_smoothing_);
        for (double& share : mix) share /= total + pair_smoothing_;
        return mix;
    }

    /// What WIOD's rest of the world sells to n; to an importer outside WIOD, to all.
    Mix rest_exports(std::size_t n) const {
        return frame_.in_wiod(n) ? pair(frame_.wiod_rest(), frame_.wiod_of[n])
                                 : exports_[frame_.wiod_rest()];
    }

    Mix proxy_exports(std::size_t w, std::size_t n) const {
        const std::size_t v = frame_.wiod_of[n];
        return w == v ? exports_[w] : pair(w, v);
    }

    // [eq:us-smoothing]  m[s] <- (1 - u) m[s] + u m_us[s],  u = imports / (imports + h)
    void smooth_toward_us(std::size_t i, Mix& mix) const {
        const double total = us_total(i);
        if (total <= 0.0) return;
        const double weight = total / (total + us_smoothing_);
        for (double& share : mix) share *= 1.0 - weight;
        add_scaled(mix, us_mix(i), weight);
    }

    /// Shares of the sectors within a section. In mineral fuels an exporter outside WIOD keeps the
    /// proportions of WIOD's rest of the world: what it sells to the United States would turn
    /// producers of crude oil into refiners.
    Mix within_section(std::size_t i, std::size_t k, const Mix& base_mix) const {
        const bool is_borrowed = k == mineral_fuels && !frame_.in_wiod(i);
        const Mix& rest = exports_[frame_.wiod_rest()];
        Mix shares = weighted(k, is_borrowed ? rest : base_mix);
        if (sum_of(shares) <= 0.0) shares = weighted(k, rest);
        const double total = sum_of(shares);
        for (double& share : shares) share /= total;
        return shares;
    }

    Mix weighted(std::size_t k, const Mix& mix) const {
        Mix shares(mix);
        for (std::size_t s = 0; s < mix.size(); ++s) shares[s] *= section_weight_(k, s);
        return shares;
    }

    const Frame& frame_;
    const Array3<double>& wiod_;
    const UsImports& us_imports_;
    const UnctadFlows& unctad_;
    double pair_smoothing_;
    double us_smoothing_;
    double rest_weight_;
    /// [SITC section, goods s]
    Array2<double> section_weight_;
    /// [w] mix of all exports of goods.
    std::vector<Mix> exports_;
};

/// [eq:mix-error]  e = sum_i M[i] 1/2 sum_s |m[i,s] - m_us[i,s]| / sum_i M[i],  M: US imports
template <class Predict>
double mix_error(const Frame& frame, const MixMaker& maker, bool in_wiod, Predict predict) {
    const std::size_t us = frame.countries.at(us_code);
    double missed = 0.0;
    double all = 0.0;
    for (std::size_t i = 0; i < frame.num_countries(); ++i) {
        const double total = maker.us_total(i);
        if (i == us || frame.in_wiod(i) != in_wiod || total <= 0.0) continue;
        const Mix predicted = predict(i);
        const Mix actual = maker.us_mix(i);
        double distance = 0.0;
        for (std::size_t s = 0; s < actual.size(); ++s) {
            distance += std::abs(predicted[s] - actual[s]);
        }
        missed += total * distance / 2.0;
        all += total;
    }
    return missed / all;
}

MixErrors mix_errors(const Frame& frame, const MixMaker& maker, const UsImports& us_imports) {
    const std::size_t us = frame.countries.at(us_code);
    Mix world(frame.num_goods);
    for (std::size_t i = 0; i < frame.num_countries(); ++i) {
        const auto imports = us_imports.imports.row(i);
        add_scaled(world, Mix(imports.begin(), imports.end()), 1.0);
    }
    const double total = sum_of(world);
    for (double& share : world) share /= total;
    const auto withheld = [&](std::size_t i, bool proxies) {
        return maker.matched(i, us, maker.base(i, us, {.us_imports = false, .proxies = proxies}));
    };
    return {
        .wiod_alone = mix_error(frame, maker, true, [&](auto i) { return maker.base(i, us); }),
        .wiod = mix_error(frame, maker, true, [&](auto i) { return withheld(i, true); }),
        .rest_alone = mix_error(frame, maker, false, [&](auto i) { return withheld(i, false); }),
        .others = mix_error(frame, maker, false, [&](auto i) { return withheld(i, true); }),
        .world = mix_error(frame, maker, false, [&](auto) { return world; })};
}

}  // namespace

GoodsMix goods_mix(const World2023Recipe& recipe, const Frame& frame,
                   const Array3<double>& wiod_by_sector, const UsImports& us_imports,
                   const UnctadFlows& unctad) {
    const MixMaker maker(recipe, frame, wiod_by_sector, us_imports, unctad);
    const std::size_t us = frame.countries.at(us_code);
    GoodsMix result{
        .share = Array3<double>(frame.num_countries(), frame.num_countries(), frame.num_goods),
        .errors = mix_errors(frame, maker, us_imports)};
    for (std::size_t i = 0; i < frame.num_countries(); ++i) {
        for (std::size_t n = 0; n < frame.num_countries(); ++n) {
            if (i == n) continue;
            const bool is_observed = n == us && maker.us_total(i) > 0.0;
            const Mix mix = is_observed ? maker.us_mix(i) : maker.matched(i, n, maker.base(i, n));
            std::ranges::copy(mix, result.share.row(i, n).begin());
        }
    }
    return result;
}

}  // namespace entente::detail
