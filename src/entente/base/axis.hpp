#pragma once

// An ordered list of codes that names the positions of an array axis.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// Codes in order, with look-up. Positions are used only inside the engine; users see codes.
class Axis {
  public:
    Axis() = default;
    /// @throws ShapeError if a code appears twice.
    explicit Axis(std::vector<std::string> codes);

    std::size_t size() const { return codes_.size(); }
    const std::string& operator[](std::size_t position) const { return codes_[position]; }
    const std::vector<std::string>& codes() const { return codes_; }
    std::optional<std::size_t> find(std::string_view code) const;
    bool contains(std::string_view code) const { return find(code).has_value(); }
    /// Position of a code that must exist. @throws OptionError naming it and the nearest code.
    std::size_t at(std::string_view code) const;
    friend bool operator==(const Axis& a, const Axis& b) { return a.codes_ == b.codes_; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::vector<std::string> codes_;
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> positions_;
};

}  // namespace entente
