#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pamong {

struct CanvasPoint {
    double x = 0;
    double y = 0;
};
struct CanvasBox {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

/// White marks over the fill, so that colours need not be told apart (by print in grey, by colour-blind readers).
enum class Pattern : std::uint8_t { solid, diagonal, dots, level, steep };
enum class Dash : std::uint8_t { whole, dashed, dotted };

struct Stroke {
    std::uint32_t rgb = 0;
    double width = 1;
    Dash dash = Dash::whole;
};
struct Paint {
    std::uint32_t rgb = 0;
    Pattern pattern = Pattern::solid;
    double opacity = 1;
};

enum class Anchor : std::uint8_t { start, middle, end };
struct Lettering {
    double size = 11;
    std::uint32_t rgb = 0x222222;
    Anchor anchor = Anchor::start;
    bool bold = false;
    bool italic = false;
    bool upwards = false;  ///< turned by 90 degrees to the left around its point
};

/// What charts draw on: an SVG text or a page of a PDF. Lengths are in user units from the top left corner.
class Canvas {
  public:
    virtual ~Canvas() = default;
    virtual void line(CanvasPoint from, CanvasPoint to, const Stroke& stroke) = 0;
    virtual void polyline(std::span<const CanvasPoint> points, const Stroke& stroke) = 0;
    virtual void rectangle(const CanvasBox& box, const Paint& paint) = 0;
    virtual void polygon(std::span<const CanvasPoint> points, const Paint& paint) = 0;
    virtual void circle(CanvasPoint centre, double radius, const Paint& paint) = 0;
    /// `at` is on the base line.
    virtual void text(CanvasPoint at, std::string_view utf8, const Lettering& lettering) = 0;
};

}  // namespace pamong
