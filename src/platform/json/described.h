#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <string>
#include <string_view>
#include <type_traits>

namespace pamong {

/// A struct with a BOOST_DESCRIBE_STRUCT beside it. One description serves JSON, SQL rows, OpenAPI and the generated
/// TypeScript types:
///
///     struct PersonLine { PersonId id; std::string name; std::optional<Day> born; };
///     BOOST_DESCRIBE_STRUCT(PersonLine, (), (id, name, born))
template <class T>
concept Described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

/// `each_member<PersonLine>([](auto member) { member.name; member.pointer; });`
template <class T, class F>
void each_member(F&& visit) {
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) { visit(member); });
}

template <DescribedEnum E>
std::string_view name_of(E value) {
    return boost::describe::enum_to_string(value, "");
}

template <DescribedEnum E>
bool enum_from(std::string_view name, E& value) {
    return boost::describe::enum_from_string(std::string(name).c_str(), value);
}

/// "PersonLine" for pamong::people::PersonLine: the name in OpenAPI and TypeScript.
template <class T>
std::string type_name() {
    std::string_view text = __PRETTY_FUNCTION__;
    const auto start = text.find("T = ") + 4;
    auto end = text.find_first_of(";]", start);
    text = text.substr(start, end - start);
    if (const auto colon = text.rfind("::"); colon != std::string_view::npos) text.remove_prefix(colon + 2);
    return std::string(text);
}

}  // namespace pamong
