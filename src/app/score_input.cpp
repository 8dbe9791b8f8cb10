#include "app/score_input.h"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>

namespace pamong {
namespace score_parsing {

using boost::json::error_code;
using boost::json::string_view;

/// Builds ScoreValues from the events of the parser; a field written twice would be read by luck, so it is refused.
struct ScoreHandler {
    static constexpr std::size_t max_object_size = 256;
    static constexpr std::size_t max_array_size = std::size_t{1} << 32U;
    static constexpr std::size_t max_key_size = 1U << 10U;
    static constexpr std::size_t max_string_size = 1U << 20U;

    ScoreValue root{};
    std::vector<ScoreValue> open{};
    std::vector<std::string> keys{};  // one for each open object or list; empty in lists
    std::string part{};
    std::string repeated{};

    bool put(ScoreValue value, error_code& ec) {
        if (open.empty()) {
            root = std::move(value);
            return true;
        }
        ScoreValue& parent = open.back();
        if (parent.kind == ScoreValue::Kind::list) {
            parent.items.push_back(std::move(value));
            return true;
        }
        if (parent.member(keys.back()) != nullptr) {
            repeated = keys.back();
            ec = boost::json::error::syntax;
            return false;
        }
        parent.members.emplace_back(keys.back(), std::move(value));
        return true;
    }
    bool begin(ScoreValue::Kind kind) {
        open.push_back({kind, {}, {}, {}});
        keys.emplace_back();
        return true;
    }
    bool end(error_code& ec) {
        ScoreValue value = std::move(open.back());
        open.pop_back();
        keys.pop_back();
        return put(std::move(value), ec);
    }
    std::string whole(string_view last) {
        std::string text = std::move(part);
        part.clear();
        text.append(last.data(), last.size());
        return text;
    }
    bool keep(string_view piece) {
        part.append(piece.data(), piece.size());
        return true;
    }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return begin(ScoreValue::Kind::object); }
    bool on_object_end(std::size_t, error_code& ec) { return end(ec); }
    bool on_array_begin(error_code&) { return begin(ScoreValue::Kind::list); }
    bool on_array_end(std::size_t, error_code& ec) { return end(ec); }
    bool on_key_part(string_view s, std::size_t, error_code&) { return keep(s); }
    bool on_key(string_view s, std::size_t, error_code&) {
        keys.back() = whole(s);
        return true;
    }
    bool on_string_part(string_view s, std::size_t, error_code&) { return keep(s); }
    bool on_string(string_view s, std::size_t, error_code& ec) {
        return put({ScoreValue::Kind::text, whole(s), {}, {}}, ec);
    }
    bool on_number_part(string_view s, error_code&) { return keep(s); }
    bool number(string_view s, error_code& ec) { return put({ScoreValue::Kind::number, whole(s), {}, {}}, ec); }
    bool on_int64(std::int64_t, string_view s, error_code& ec) { return number(s, ec); }
    bool on_uint64(std::uint64_t, string_view s, error_code& ec) { return number(s, ec); }
    bool on_double(double, string_view s, error_code& ec) { return number(s, ec); }
    bool on_bool(bool truth, error_code& ec) {
        return put({ScoreValue::Kind::boolean, truth ? "true" : "false", {}, {}}, ec);
    }
    bool on_null(error_code& ec) { return put({}, ec); }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }
};

boost::json::parse_options score_options() {
    boost::json::parse_options options;
    options.max_depth = 16;  // an array of items with lists of lists needs 5
    return options;
}

}  // namespace score_parsing

struct ScoreParser::Machine {
    boost::json::basic_parser<score_parsing::ScoreHandler> parser{score_parsing::score_options()};
    bool done = false;
};

ScoreParser::ScoreParser() : machine_(std::make_unique<Machine>()) {}
ScoreParser::~ScoreParser() = default;

ScoreParser::State ScoreParser::feed(std::string_view text) {
    std::size_t used = 0;
    if (!machine_->done) {
        boost::json::error_code error;
        used = machine_->parser.write_some(true, text.data(), text.size(), error);
        if (error) {
            if (!machine_->parser.handler().repeated.empty()) return State::repeated_field;
            return error == boost::json::error::too_deep ? State::too_deep : State::not_json;
        }
        machine_->done = machine_->parser.done();
    }
    const auto rest = text.substr(used);
    if (rest.find_first_not_of(" \t\r\n") != std::string_view::npos) return State::not_json;
    return machine_->done ? State::done : State::more;
}

ScoreValue ScoreParser::take() {
    ScoreValue value = std::move(machine_->parser.handler().root);
    machine_->parser.handler() = score_parsing::ScoreHandler{};
    machine_->parser.reset();
    machine_->done = false;
    return value;
}

const std::string& ScoreParser::repeated() const { return machine_->parser.handler().repeated; }

}  // namespace pamong
