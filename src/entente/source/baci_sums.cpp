#include "entente/source/baci_sums.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <variant>

#include "entente/base/number_text.hpp"
#include "entente/source/line_stream.hpp"

namespace entente {
namespace {

/// Columns in the order in which they are used; `q` is required and not read.
constexpr std::array<std::string_view, 6> columns{"t", "i", "j", "k", "v", "q"};
enum Column : std::size_t { year, exporter, importer, product, value, quantity };

// So that the report of a spoilt file stays small beside the file.
constexpr std::size_t most_problems = 100'000;
constexpr std::size_t most_fields = 32;
constexpr std::size_t digits_of_product = 6;

/// Files pad numbers with spaces, and some quote the product.
std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '"')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '"')) text.remove_suffix(1);
    return text;
}

struct Fields {
    std::array<std::string_view, most_fields> text;
    std::size_t count = 0;

    explicit Fields(std::string_view line) {
        while (count < most_fields) {
            const std::size_t end = line.find(',');
            text[count++] = trimmed(line.substr(0, end));
            if (end == std::string_view::npos) return;
            line.remove_prefix(end + 1);
        }
    }
};

template <class Number>
std::optional<Number> whole_number(std::string_view text) {
    Number number{};
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size()) return {};
    return number;
}

/// One pass over one file.
class YearReader {
  public:
    YearReader(const BaciYear& file, const BaciFolder& folder, const ProductLenses& lenses)
        : file_(file), folder_(folder), lenses_(lenses) {
        const std::size_t count = folder.economies.size();
        sums_.year = file.year;
        sums_.all = Array2<double>(count, count, 0.0);
        sums_.by_lens.assign(lenses.names().size(), sums_.all);
    }

    std::optional<BaciSums> read(Problems& problems) {
        LineStream lines(file_.file, found_);
        const auto header = lines.next();
        if (header) read_header(*header);
        while (num_fields_ > 0) {
            const auto line = lines.next();
            if (!line) break;
            read_row(*line, lines.line());
            if (found_.size() < most_problems) continue;
            add(ProblemKind::file_unreadable, lines.line(), {}, {},
                fmt::format("fewer than {} problems", most_problems),
                "reading stopped at this line: mend what is named first");
            break;
        }
        if (found_.empty() && sums_.num_rows == 0) add(ProblemKind::empty_table, 0, {}, {});
        if (found_.empty()) return std::move(sums_);
        for (const Problem& problem : found_.found()) problems.add(problem);
        return {};
    }

  private:
    void add(ProblemKind kind, std::size_t line, std::string_view column, std::string_view seen,
             std::string expected = {}, std::string fix = {}) {
        found_.add({.kind = kind,
                    .file = file_.file.string(),
                    .line = line,
                    .column = std::string(column),
                    .value = std::string(seen),
                    .expected = std::move(expected),
                    .fix = std::move(fix)});
    }

    void read_header(std::string_view line) {
        const Fields fields(line);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            std::size_t times = 0;
            for (std::size_t k = 0; k < fields.count; ++k) {
                if (fields.text[k] != columns[c]) continue;
                place_[c] = k;
                ++times;
            }
            if (times == 1) continue;
            add(times == 0 ? ProblemKind::missing_column : ProblemKind::repeated_column, 1,
                columns[c], times == 0 ? line : std::string_view{},
                times == 0 ? "columns t, i, j, k, v and q" : "");
        }
        if (found_.empty()) num_fields_ = fields.count;
    }

    void read_row(std::string_view line, std::size_t number) {
        const Fields fields(line);
        if (fields.count == 1 && fields.text[0].empty()) return;
        if (fields.count != num_fields_) {
            add(ProblemKind::wrong_field_count, number, {}, fmt::format("{} fields", fields.count),
                fmt::format("{}", num_fields_));
            return;
        }
        const auto text = [&](Column column) { return fields.text[place_[column]]; };
        const bool is_of_year = check_year(text(year), number);
        const auto from = economy(text(exporter), number, columns[exporter]);
        const auto to = economy(text(importer), number, columns[importer]);
        const auto what = product_of(text(product), number);
        const auto worth = value_of(text(value), number);
        if (!is_of_year || !from || !to || !what || !worth) return;
        if (*from == *to && text(exporter) == text(importer)) {
            add(ProblemKind::value_out_of_range, number, columns[importer], text(importer),
                "another country than in column i",
                "remove the row: a country has no trade with "
                "itself");
            return;
        }
        ++sums_.num_rows;
        sums_.all(*from, *to) += *worth;
        for (unsigned mask = lenses_.lenses_of(*what), k = 0; mask != 0; mask >>= 1U, ++k) {
            if ((mask & 1U) != 0) sums_.by_lens[k](*from, *to) += *worth;
        }
    }

    bool check_year(std::string_view text, std::size_t line) {
        const auto number = whole_number<int>(text);
        if (number == file_.year) return true;
        add(ProblemKind::value_out_of_range, line, columns[year], text,
            fmt::format("{}, as the name of the file says", file_.year));
        return false;
    }

    std::optional<std::size_t> economy(std::string_view text, std::size_t line,
                                       std::string_view column) {
        const auto number = whole_number<int>(text);
        const bool is_in_range = number && *number >= 0 && *number < 1000;
        const int at = is_in_range ? folder_.position[static_cast<std::size_t>(*number)] : -1;
        if (at >= 0) return static_cast<std::size_t>(at);
        add(ProblemKind::unknown_economy, line, column, text,
            fmt::format("a country_code of country_codes_{}.csv", folder_.release),
            "use the list of countries of the same release as the trade");
        return {};
    }

    std::optional<std::uint32_t> product_of(std::string_view text, std::size_t line) {
        const auto number = whole_number<std::uint32_t>(text);
        const bool has_lost_zero = text.size() == digits_of_product - 1;
        if (!number || (text.size() != digits_of_product && !has_lost_zero)) {
            add(ProblemKind::bad_code, line, columns[product], text,
                "six digits of the Harmonized System", "use the files of BACI as CEPII gives them");
            return {};
        }
        if (has_lost_zero) ++sums_.num_mended_products;
        return number;
    }

    std::optional<double> value_of(std::string_view text, std::size_t line) {
        const auto parsed = parse_number(text);
        if (const auto* kind = std::get_if<ProblemKind>(&parsed)) {
            add(*kind, line, columns[value], text, "thousand USD");
            return {};
        }
        const double number = std::get<double>(parsed);
        if (number >= 0.0) return number;
        add(ProblemKind::negative_value, line, columns[value], text);
        return {};
    }

    const BaciYear& file_;
    const BaciFolder& folder_;
    const ProductLenses& lenses_;
    BaciSums sums_;
    Problems found_;
    std::array<std::size_t, columns.size()> place_{};
    /// 0 without a header that can be used.
    std::size_t num_fields_ = 0;
};

}  // namespace

std::optional<BaciSums> sum_baci_year(const BaciYear& file, const BaciFolder& folder,
                                      const ProductLenses& lenses, Problems& problems) {
    return YearReader(file, folder, lenses).read(problems);
}

}  // namespace entente
