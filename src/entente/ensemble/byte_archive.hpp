#pragma once

// Values as bytes and back, for blocks of draws on the disk and for messages between processes of
// one machine kind. A struct is archived by a function fields(archive, struct) that names all of
// its members by structured binding, so that a new member does not compile until it is added there.

#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/base/date.hpp"
#include "entente/base/error.hpp"

namespace entente::detail {

static_assert(std::endian::native == std::endian::little, "bytes are little-endian");

/// A struct, to be read or to be written.
template <class Record, class Plain>
concept Either = std::same_as<std::remove_const_t<Record>, Plain>;

template <class T>
concept PlainValue = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class ByteWriter {
  public:
    template <class... Values>
    void operator()(const Values&... values) {
        (put(values), ...);
    }
    const std::string& bytes() const { return bytes_; }

  private:
    template <PlainValue T>
    void put(const T& value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void put(const std::string& text) {
        put_size(text.size());
        bytes_ += text;
    }
    void put(const Date& date) {
        put(static_cast<int>(date.year()));
        put(static_cast<unsigned>(date.month()));
        put(static_cast<unsigned>(date.day()));
    }
    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <class A, class B>
    void put(const std::pair<A, B>& pair) {
        put(pair.first);
        put(pair.second);
    }
    template <class T>
    void put(const std::vector<T>& values) {
        put_size(values.size());
        for (const T& value : values) put(value);
    }
    template <class Key, class T>
    void put(const std::map<Key, T>& map) {
        put_size(map.size());
        for (const auto& entry : map) put(entry);
    }
    template <class T>
    void put(const Array2<T>& array) {
        put_array(array);
    }
    template <class T>
    void put(const Array3<T>& array) {
        put_array(array);
    }
    template <class Record>
    void put(const Record& record) {
        fields(*this, record);
    }
    template <class Array>
    void put_array(const Array& array) {
        for (const std::size_t size : array.shape()) put_size(size);
        const auto values = array.values();
        bytes_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
    }
    void put_size(std::size_t size) { put(static_cast<std::uint64_t>(size)); }

    std::string bytes_;
};

/// Takes values from the front. @throws ShapeError if the bytes end too early.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

    template <class... Values>
    void operator()(Values&... values) {
        (take(values), ...);
    }
    bool at_end() const { return bytes_.empty(); }

  private:
    template <PlainValue T>
    void take(T& value) {
        std::memcpy(&value, front(sizeof value).data(), sizeof value);
    }
    void take(std::string& text) { text = front(take_size()); }
    void take(Date& date) {
        int year = 0;
        unsigned month = 0;
        unsigned day = 0;
        (*this)(year, month, day);
        date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
    }
    template <class T>
    void take(std::optional<T>& value) {
        bool has_value = false;
        take(has_value);
        value.reset();
        if (has_value) take(value.emplace());
    }
    template <class A, class B>
    void take(std::pair<A, B>& pair) {
        take(pair.first);
        take(pair.second);
    }
    template <class T>
    void take(std::vector<T>& values) {
        const std::size_t size = take_size();
        values.clear();
        // Grown one by one: a size that is not true ends with the bytes, not with the memory.
        for (std::size_t k = 0; k < size; ++k) take(values.emplace_back());
    }
    template <class Key, class T>
    void take(std::map<Key, T>& map) {
        const std::size_t size = take_size();
        map.clear();
        for (std::size_t k = 0; k < size; ++k) {
            std::pair<Key, T> entry;
            take(entry);
            map.insert(map.end(), std::move(entry));
        }
    }
    template <class T>
    void take(Array2<T>& array) {
        const std::size_t rows = take_size();
        const std::size_t columns = take_size();
        take_array(array, rows, columns);
    }
    template <class T>
    void take(Array3<T>& array) {
        const std::size_t first = take_size();
        const std::size_t second = take_size();
        const std::size_t third = take_size();
        take_array(array, first, second, third);
    }
    template <class Record>
    void take(Record& record) {
        fields(*this, record);
    }
    template <class Array, class... Sizes>
    void take_array(Array& array, Sizes... sizes) {
        Array taken(sizes...);
        const auto values = taken.values();
        const std::string_view bytes = front(values.size_bytes());
        if (!bytes.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
        array = std::move(taken);
    }
    std::size_t take_size() {
        std::uint64_t size = 0;
        take(size);
        return size;
    }
    std::string_view front(std::size_t size) {
        if (size > bytes_.size()) throw ShapeError("A message between processes is cut off.");
        const std::string_view text = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return text;
    }

    std::string_view bytes_;
};

}  // namespace entente::detail
