#pragma once

// Pieces of drawings: elements as text, with everything from data escaped.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::detail {

/// Text as it may stand inside an element or an attribute.
std::string svg_escaped(std::string_view text);

/// A drawing of a given size on white, with a title and a description for those who cannot see it.
std::string svg_page(double width, double height, std::string_view title, const std::string& body,
                     std::string_view description = "");

std::string svg_line(double x1, double y1, double x2, double y2, std::string_view colour,
                     double width = 1.0);
std::string svg_circle(double x, double y, double radius, std::string_view colour);
/// A circle with a white inside.
std::string svg_ring(double x, double y, double radius, std::string_view colour);
/// A square around a point.
std::string svg_square(double x, double y, double half_side, std::string_view colour);
/// @param dashes  Lengths of strokes and gaps, such as "6 4"; empty = an unbroken line.
std::string svg_path(const std::vector<std::pair<double, double>>& points, std::string_view colour,
                     std::string_view dashes = "");
/// @param anchor  "start", "middle" or "end".
std::string svg_words(double x, double y, std::string_view words, std::string_view anchor);

}  // namespace entente::detail
