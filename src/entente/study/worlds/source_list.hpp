#pragma once

// Task `cite`: every source of the tables that are shipped.

#include <string_view>

#include "entente/report/worlds/source_list.hpp"

namespace entente {

struct CiteOptions {};

template <class Visitor>
void describe(CiteOptions&, Visitor&&) {}

/// The rows of data/SOURCES.md.
SourceList list_sources();

namespace detail {

/// Reads the Markdown tables of a page whose columns are tables, source, title, publisher, year,
/// licence, url, changes, in any order. Back-ticks and the brackets of addresses are taken off.
SourceList parse_sources(std::string_view page);

}  // namespace detail

}  // namespace entente
