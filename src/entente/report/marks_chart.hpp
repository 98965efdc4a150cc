#pragma once

// A drawing of dated marks, one shape a series and no lines between them, because neighbouring
// marks may come from different publishers.

#include <optional>
#include <string>
#include <vector>

#include "entente/report/figure.hpp"

namespace entente {

struct MarksChart {
    struct Mark {
        double year = 0.0;
        double value = 0.0;
        /// Ends of an interval, drawn as a bar.
        std::optional<double> low{};
        std::optional<double> high{};
    };
    struct Series {
        std::string name{};
        std::vector<Mark> marks{};
    };
    std::string title{};
    /// Text alternative: what is drawn, in a sentence or two.
    std::string description{};
    /// Of the vertical axis.
    std::string unit{};
    double low = 0.0;
    double high = 1.0;
    /// At most six.
    std::vector<Series> series{};
};

/// @throws ShapeError for more series than there are shapes.
Figure drawn(const MarksChart& chart);

}  // namespace entente
