#pragma once

// Agreements of countries other than the powers among themselves, from the ledger of signals.

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "entente/world/layer/signals.hpp"

namespace entente {

/// One pair of economies or groups, in the order of their codes, and the year it first agreed.
struct AgreementLink {
    std::string one{};
    std::string other{};
    int year = 0;
    /// Security; all other channels otherwise. A pair may have one of each.
    bool is_security = false;
    /// Id of the first act.
    std::string signal{};
};

/// What the ledger shows of one year.
struct LinkYear {
    int year = 0;
    /// Agreements of non-powers with each other and with the powers, all channels but security; one
    /// for each act and pair.
    std::size_t num_among_others = 0;
    std::size_t num_with_powers = 0;
    std::size_t num_security_among_others = 0;
    std::size_t num_security_with_powers = 0;
    /// Pairs without a power that agreed for the first time in the ledger.
    std::size_t num_new_pairs = 0;

    /// [eq:link-share]  among others over all; NaN in a year without any. The count alone follows
    /// how well the ledger covers a year; the share does not.
    double share_among_others() const;
};

struct AgreementLinks {
    /// By year and codes.
    std::vector<AgreementLink> links{};
    /// Every year from the first to the last.
    std::vector<LinkYear> years{};
};

/// Acts that move closer (direction +1), of magnitude 3 and more, signed or in force, of kinds that
/// bind two sides: agreements, pacts, basing, arms, energy, finance, investment, infrastructure.
/// Our own definition. An act that both sides report counts once for a pair, year and kind.
///
/// @param powers  codes; "WLD" and other counterparts that stand for everybody are left out.
/// Checked by     tests/unit/measures/agreement_links_test.cpp.
AgreementLinks agreement_links(const SignalsLedger& ledger, std::span<const std::string> powers);

}  // namespace entente
