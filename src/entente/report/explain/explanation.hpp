#pragma once

// Where one figure of a country comes from: formulas with their values filled in, the cells of data
// that were read, and how sure it is. study/explain/explanation.hpp computes it.

#include <optional>
#include <string>
#include <vector>

#include "entente/report/document.hpp"
#include "entente/report/format.hpp"
#include "entente/report/hedging/figures.hpp"
#include "entente/report/world_stamp.hpp"

namespace entente {

/// How parts make up a figure. A reader can repeat it with the parts shown.
enum class PartRule {
    /// They stand beside the figure and do not add up to it; the step says why.
    beside,
    sum,
    product,
    /// First over second.
    ratio,
    smallest,
    /// 1 / sum of squares.
    inverse_square_sum,
    /// Square root of the sum: a standard deviation from shares of the variance.
    root_of_sum,
    /// 100 (1 - exp(sum)): a loss in percent from changes of ln real income.
    loss_of_logs,
    /// 100 (1 - product of (1 - part / 100)): losses in percent on top of each other.
    joint_loss,
    /// min(1, exp(sum)).
    capped_exponential,
    /// 1 / (1 + exp(-sum)): a chance from log odds.
    logistic,
    /// Phi(sum), the normal distribution.
    normal,
};

struct ExplanationPart {
    std::string name;
    double value = 0.0;
    std::string unit{};
    /// Where it comes from, such as "2023, BACI".
    std::string note{};
};

/// One formula with its values.
struct ExplanationStep {
    /// The column, or the name of the part of an earlier step that this one takes apart.
    std::string name;
    /// In plain text, such as "HAI = 100 sum_k w[k] c[k]", with its label.
    std::string formula{};
    /// Of docs/theory, such as "hedging.md"; empty = no page.
    std::string page{};
    PartRule rule = PartRule::beside;
    std::vector<ExplanationPart> parts{};
    double value = 0.0;
    std::string unit{};
    /// What must be known to read it; for `beside`, why the parts do not add up.
    std::string note{};
};

/// What the rule makes of the parts; NaN for `beside` and for a sum of nothing.
double recomputed(const ExplanationStep& step);

/// The formula with the values filled in, "53.7 = 16.2 + 12.1 + 14.0 + 11.4": the largest parts,
/// and the others in one sum.
std::string filled_in(const ExplanationStep& step);

/// Part over the sum of all, where the rule adds parts up; nothing elsewhere.
std::optional<double> share_of_part(const ExplanationStep& step, const ExplanationPart& part);

/// One figure or word as it stands in the data.
struct ExplanationCell {
    /// "world world-2023", "layer totals"
    std::string source;
    std::string item;
    /// Year, window or day.
    std::string as_of{};
    Cell value{};
    std::string unit{};
    /// Quality, publisher or address.
    std::string note{};
};

struct Explanation {
    WorldStamp world;
    std::vector<LayerStamp> layers{};
    std::string code;
    std::string name;
    std::string column;
    /// What the column says, in one sentence.
    std::string meaning;
    std::string unit{};
    /// As the heat map shows it.
    Cell value{};
    /// Ends of the 90% interval, if there is one; what makes it, or why there is none.
    std::optional<double> low{};
    std::optional<double> high{};
    std::string interval{};
    /// First the figure itself, then its parts. Empty for words and empty cells.
    std::vector<ExplanationStep> steps{};
    std::vector<ExplanationCell> cells{};
    /// What cannot be taken apart, and why a cell is empty.
    std::vector<std::string> notes{};
};

Document explanation_document(const Explanation& explanation);
std::string render(const Explanation& explanation, const Rendering& how);

/// A column that can be explained.
struct ExplainableRow {
    std::string column;
    /// Shorter names it answers to.
    std::vector<std::string> other_names{};
    std::string meaning;
};

struct ExplainableList {
    std::vector<ExplainableRow> rows;
};

std::string render(const ExplainableList& list, const Rendering& how);

}  // namespace entente
