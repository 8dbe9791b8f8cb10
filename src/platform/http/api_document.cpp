#include "platform/http/api_document.h"

#include <algorithm>
#include <map>
#include <set>

namespace pamong::http {
namespace {

using Kind = Shape::Kind;

/// All named shapes a route mentions, by name. Two different shapes with one name are a mistake of ours.
void collect_shapes(const Shape& shape, std::map<std::string, Shape>& named) {
    for (const Shape& inner : shape.inner) collect_shapes(inner, named);
    if (shape.kind != Kind::object && shape.kind != Kind::choice) return;
    if (const auto known = named.find(shape.name); known != named.end()) {
        expects(known->second.kind == shape.kind && known->second.choices == shape.choices,
                "two shapes named " + shape.name);
        if (shape.kind == Kind::object) {
            const auto one = known->second.members();
            const auto other = shape.members();
            expects(std::ranges::equal(one, other, {}, &Shape::Member::name, &Shape::Member::name),
                    "two shapes named " + shape.name);
        }
        return;
    }
    named.emplace(shape.name, shape);
    if (shape.kind == Kind::object)
        for (const auto& member : shape.members()) collect_shapes(member.shape, named);
}

std::map<std::string, Shape> named_shapes(const std::vector<Route>& routes) {
    std::map<std::string, Shape> named;
    for (const Route& route : routes) {
        collect_shapes(route.input, named);
        collect_shapes(route.output, named);
    }
    return named;
}

std::string typescript_of(const Shape& shape) {
    switch (shape.kind) {
        case Kind::none:
            return "void";
        case Kind::boolean:
            return "boolean";
        case Kind::whole:
        case Kind::number:
            return "number";
        case Kind::text:
        case Kind::id:
        case Kind::day:
        case Kind::moment:
        case Kind::decimal:
            return "string";
        case Kind::any:
            return "unknown";
        case Kind::list: {
            const std::string inner = typescript_of(shape.inner.front());
            return "readonly " + (shape.inner.front().kind == Kind::optional ? "(" + inner + ")" : inner) + "[]";
        }
        case Kind::map:
            return "Readonly<Record<string, " + typescript_of(shape.inner.front()) + ">>";
        case Kind::optional:
            return typescript_of(shape.inner.front()) + " | null";
        case Kind::choice:
        case Kind::object:
            return shape.name;
    }
    return "unknown";
}

std::string schema_of(const Shape& shape) {
    switch (shape.kind) {
        case Kind::none:
        case Kind::any:
            return "{}";
        case Kind::boolean:
            return "{ type: boolean }";
        case Kind::whole:
            return "{ type: integer }";
        case Kind::number:
            return "{ type: number }";
        case Kind::text:
            return "{ type: string }";
        case Kind::id:
            return "{ type: string, format: uuid }";
        case Kind::day:
            return "{ type: string, format: date }";
        case Kind::moment:
            return "{ type: string, format: date-time }";
        case Kind::decimal:
            return "{ type: string, format: decimal }";
        case Kind::list:
            return "{ type: array, items: " + schema_of(shape.inner.front()) + " }";
        case Kind::map:
            return "{ type: object, additionalProperties: " + schema_of(shape.inner.front()) + " }";
        case Kind::optional:
            return "{ anyOf: [" + schema_of(shape.inner.front()) + ", { type: 'null' }] }";
        case Kind::choice:
        case Kind::object:
            return "{ $ref: '#/components/schemas/" + shape.name + "' }";
    }
    return "{}";
}

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') out += '\'';
        out += c;
    }
    return out + "'";
}

void describe_parameters(const Route& route, std::string& out) {
    std::string list;
    for (std::size_t at = route.pattern.find('{'); at != std::string::npos; at = route.pattern.find('{', at + 1)) {
        const auto end = route.pattern.find('}', at);
        list += "        - { name: " + route.pattern.substr(at + 1, end - at - 1) +
                ", in: path, required: true, schema: { type: string } }\n";
    }
    for (const std::string_view query : route.rules.query) {
        const auto colon = query.find(':');
        list += "        - { name: " + std::string(query.substr(0, colon)) + ", in: query, schema: { type: string }";
        if (colon != std::string_view::npos)
            list += ", description: " + quoted(query.substr(std::min(query.size(), colon + 2)));
        list += " }\n";
    }
    if (!list.empty()) out += "      parameters:\n" + list;
}

std::string lower_method(const std::string& method) {
    std::string lower;
    for (const char c : method) lower += static_cast<char>(c - 'A' + 'a');
    return lower;
}

}  // namespace

std::string openapi_document(const std::vector<Route>& routes) {
    std::string out =
        "# Generated from the route table by `pamong api --openapi`; do not edit.\n"
        "openapi: 3.1.0\n"
        "info: { title: Pamong, version: '1' }\n"
        "paths:\n";
    std::map<std::string, std::vector<const Route*>> by_path;
    for (const Route& route : routes) by_path[route.pattern].push_back(&route);
    for (const auto& [path, methods] : by_path) {
        out += "  " + path + ":\n";
        for (const Route* route : methods) {
            out += "    " + lower_method(route->method) + ":\n";
            out += "      summary: " + quoted(route->rules.summary) + "\n";
            out += "      x-door: " +
                   std::string(route->rules.door == Door::open        ? "open"
                               : route->rules.door == Door::signed_in ? "signed_in"
                                                                      : quoted(route->rules.permission)) +
                   "\n";
            describe_parameters(*route, out);
            if (route->input.kind != Kind::none)
                out += "      requestBody: { required: true, content: { application/json: { schema: " +
                       schema_of(route->input) + " } } }\n";
            out += "      responses:\n        '200': { description: success";
            if (route->output.kind != Kind::none)
                out += ", content: { application/json: { schema: " + schema_of(route->output) + " } }";
            out += " }\n        default: { $ref: '#/components/responses/Problem' }\n";
        }
    }
    out +=
        "components:\n"
        "  responses:\n"
        "    Problem: { description: 'RFC 9457', content: { application/problem+json: { schema: { $ref: "
        "'#/components/schemas/Problem' } } } }\n"
        "  schemas:\n"
        "    Problem:\n"
        "      type: object\n"
        "      required: [type, title, status, code, at, values, parts]\n"
        "      properties:\n"
        "        type: { type: string }\n"
        "        title: { type: string, description: 'the sentence for the person, in their language' }\n"
        "        status: { type: integer }\n"
        "        code: { type: string, description: 'stable; names a sentence in words/' }\n"
        "        at: { type: string }\n"
        "        values: { type: object, additionalProperties: { type: string } }\n"
        "        parts: { type: array, items: { type: object } }\n";
    for (const auto& [name, shape] : named_shapes(routes)) {
        out += "    " + name + ":\n";
        if (shape.kind == Kind::choice) {
            out += "      type: string\n      enum: [";
            for (std::size_t i = 0; i < shape.choices.size(); ++i) out += (i == 0 ? "" : ", ") + shape.choices[i];
            out += "]\n";
            continue;
        }
        out += "      type: object\n";
        std::string required;
        std::string properties;
        for (const auto& member : shape.members()) {
            if (member.shape.kind != Kind::optional) required += (required.empty() ? "" : ", ") + member.name;
            properties += "        " + member.name + ": " + schema_of(member.shape) + "\n";
        }
        if (!required.empty()) out += "      required: [" + required + "]\n";
        if (!properties.empty()) out += "      properties:\n" + properties;
    }
    return out;
}

std::string typescript_types(const std::vector<Route>& routes) {
    std::string out =
        "// Generated from the server's route table by `pamong api --types`; do not edit.\n"
        "// A decimal, a day (2026-11-20) and a moment (2026-11-20T08:00:00Z) travel as strings.\n";
    for (const auto& [name, shape] : named_shapes(routes)) {
        out += '\n';
        if (shape.kind == Kind::choice) {
            out += "export type " + name + " =";
            for (const auto& choice : shape.choices) out += " | '" + choice + "'";
            out += ";\n";
            continue;
        }
        const auto members = shape.members();
        if (members.empty()) {
            out += "export type " + name + " = Readonly<Record<string, never>>;\n";
            continue;
        }
        out += "export interface " + name + " {\n";
        for (const auto& member : members)
            out += "  readonly " + member.name + ": " + typescript_of(member.shape) + ";\n";
        out += "}\n";
    }
    return out;
}

}  // namespace pamong::http
