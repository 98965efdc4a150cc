#include "entente/report/svg_text.hpp"

#include <fmt/format.h>

namespace entente::detail {

std::string svg_escaped(std::string_view text) {
    std::string safe;
    for (const char letter : text) {
        switch (letter) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            default:
                safe += letter;
        }
    }
    return safe;
}

std::string svg_page(double width, double height, std::string_view title, const std::string& body,
                     std::string_view description) {
    const std::string words =
        description.empty() ? "" : fmt::format("<desc>{}</desc>\n", svg_escaped(description));
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" "
        "font-family=\"sans-serif\" font-size=\"13\" fill=\"#1c1c1c\">\n<title>{2}</title>\n{3}"
        "<rect width=\"{0:.0f}\" height=\"{1:.0f}\" fill=\"#ffffff\"></rect>\n{4}</svg>\n",
        width, height, svg_escaped(title), words, body);
}

std::string svg_line(double x1, double y1, double x2, double y2, std::string_view colour,
                     double width) {
    return fmt::format(
        "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" "
        "stroke-width=\"{:.1f}\"></line>\n",
        x1, y1, x2, y2, colour, width);
}

std::string svg_circle(double x, double y, double radius, std::string_view colour) {
    return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" fill=\"{}\"></circle>\n",
                       x, y, radius, colour);
}

std::string svg_ring(double x, double y, double radius, std::string_view colour) {
    return fmt::format(
        "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" fill=\"#ffffff\" stroke=\"{}\" "
        "stroke-width=\"2\"></circle>\n",
        x, y, radius, colour);
}

std::string svg_square(double x, double y, double half_side, std::string_view colour) {
    return fmt::format(
        "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"></rect>\n",
        x - half_side, y - half_side, 2.0 * half_side, 2.0 * half_side, colour);
}

std::string svg_path(const std::vector<std::pair<double, double>>& points, std::string_view colour,
                     std::string_view dashes) {
    std::string text;
    for (const auto& [x, y] : points) text += fmt::format("{:.1f},{:.1f} ", x, y);
    const std::string broken =
        dashes.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", dashes);
    return fmt::format(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"{}></polyline>\n",
        text, colour, broken);
}

std::string svg_words(double x, double y, std::string_view words, std::string_view anchor) {
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y,
                       anchor, svg_escaped(words));
}

}  // namespace entente::detail
