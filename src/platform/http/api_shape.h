#pragma once

#include <functional>
#include <string>
#include <vector>

#include "platform/json/json.h"

namespace pamong::http {

/// What a JSON value looks like, for docs/api.yaml and the generated TypeScript types.
struct Shape {
    enum class Kind : std::uint8_t {
        none,
        boolean,
        whole,
        number,
        text,
        id,
        day,
        moment,
        decimal,
        any,
        list,
        map,
        optional,
        choice,
        object
    };
    Kind kind = Kind::none;
    std::string name{};          ///< of an object or a choice
    std::vector<Shape> inner{};  ///< list, map, optional: the one inside
    std::vector<std::string> choices{};
    struct Member;
    /// Members of an object, asked for when needed, so that a shape may contain itself.
    std::function<std::vector<Member>()> members{};
};
struct Shape::Member {
    std::string name;
    Shape shape;
};

template <class T>
struct ShapeOf;
template <class T>
Shape shape_of() {
    return ShapeOf<T>::get();
}
template <class T>
std::vector<Shape::Member> members_of() {
    std::vector<Shape::Member> members;
    each_member<T>([&](auto member) {
        members.push_back({member.name, shape_of<std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>>()});
    });
    return members;
}

template <>
struct ShapeOf<bool> {
    static Shape get() { return {.kind = Shape::Kind::boolean}; }
};
template <>
struct ShapeOf<std::int64_t> {
    static Shape get() { return {.kind = Shape::Kind::whole}; }
};
template <>
struct ShapeOf<std::int32_t> {
    static Shape get() { return {.kind = Shape::Kind::whole}; }
};
template <>
struct ShapeOf<double> {
    static Shape get() { return {.kind = Shape::Kind::number}; }
};
template <>
struct ShapeOf<std::string> {
    static Shape get() { return {.kind = Shape::Kind::text}; }
};
template <>
struct ShapeOf<Uuid> {
    static Shape get() { return {.kind = Shape::Kind::id}; }
};
template <class Tag>
struct ShapeOf<Id<Tag>> {
    static Shape get() { return {.kind = Shape::Kind::id}; }
};
template <>
struct ShapeOf<Day> {
    static Shape get() { return {.kind = Shape::Kind::day}; }
};
template <>
struct ShapeOf<Timestamp> {
    static Shape get() { return {.kind = Shape::Kind::moment}; }
};
template <>
struct ShapeOf<Exact> {
    static Shape get() { return {.kind = Shape::Kind::decimal}; }
};
template <>
struct ShapeOf<JsonText> {
    static Shape get() { return {.kind = Shape::Kind::any}; }
};
template <class T>
struct ShapeOf<Private<T>> : ShapeOf<T> {};
template <class T>
struct ShapeOf<std::optional<T>> {
    static Shape get() { return {.kind = Shape::Kind::optional, .inner = {shape_of<T>()}}; }
};
template <class T>
struct ShapeOf<std::vector<T>> {
    static Shape get() { return {.kind = Shape::Kind::list, .inner = {shape_of<T>()}}; }
};
template <class T>
struct ShapeOf<std::map<std::string, T>> {
    static Shape get() { return {.kind = Shape::Kind::map, .inner = {shape_of<T>()}}; }
};
template <DescribedEnum E>
struct ShapeOf<E> {
    static Shape get() {
        Shape shape{.kind = Shape::Kind::choice, .name = type_name<E>()};
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
            [&](auto enumerator) { shape.choices.emplace_back(enumerator.name); });
        return shape;
    }
};
template <Described T>
struct ShapeOf<T> {
    static Shape get() { return {.kind = Shape::Kind::object, .name = type_name<T>(), .members = &members_of<T>}; }
};

}  // namespace pamong::http
