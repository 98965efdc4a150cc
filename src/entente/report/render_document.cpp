#include "entente/report/render_document.hpp"

#include "entente/base/error.hpp"
#include "entente/report/csv_text.hpp"
#include "entente/report/html_text.hpp"
#include "entente/report/markdown_text.hpp"
#include "entente/report/plain_text.hpp"

namespace entente::detail {

std::string render_document(const Document& document, const Table& data, const JsonObject& object,
                            const Rendering& how) {
    switch (how.format) {
        case Format::csv:
            return csv_text(data);
        case Format::json:
            return json_text(object);
        case Format::md:
            return markdown_text(document);
        case Format::html:
            return html_text(document);
        case Format::svg:
            if (document.figures.empty()) throw OptionError("This result has no drawing.");
            return document.figures.front().svg;
        case Format::text:
            break;
    }
    return plain_text(document, {.width = how.width, .colour = how.colour});
}

}  // namespace entente::detail
