#include "app/score_command.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <deque>
#include <fstream>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

#include "app/score_input.h"
#include "app/score_methods.h"
#include "platform/embedded.h"
#include "platform/words.h"

namespace pamong {
namespace {

constexpr std::size_t longest_item_in_lines = 64U << 20U;  // bytes of one object or array that spans lines

boost::json::value id_of(const ScoreValue& item) {
    const ScoreValue* id = item.kind == ScoreValue::Kind::object ? item.member("id") : nullptr;
    if (id == nullptr || (id->kind != ScoreValue::Kind::text && id->kind != ScoreValue::Kind::number)) return nullptr;
    return boost::json::string(id->text);
}

class Scorer {
  public:
    Scorer(const ScoreRules& rules, const Words& words, std::ostream& out) : rules_(rules), words_(words), out_(out) {}

    void item(const ScoreValue& item) {
        ScoreSheet sheet{words_};
        const Done done = scored(item, sheet);
        if (!done) return problem(id_of(item), done.error());
        boost::json::array steps;
        for (const std::string& step : sheet.steps) steps.emplace_back(step);
        write({{"id", id_of(item)},
               {"method", item.member("method")->text},
               {"result", std::move(sheet.result)},
               {"steps", std::move(steps)},
               {"rule", std::move(sheet.made_by)}});
    }

    /// The whole value of a document: one item, or a list of them.
    void document(const ScoreValue& value) {
        if (value.kind != ScoreValue::Kind::list) return item(value);
        if (value.items.empty()) return problem(nullptr, {"score.empty", {}, {}, {}});
        out_ << "[\n";
        for (const ScoreValue& one : value.items) {
            if (&one != &value.items.front()) out_ << ",\n";
            ending_ = "";
            item(one);
        }
        ending_ = "\n";
        out_ << "\n]\n";
    }

    void problem(boost::json::value id, const Problem& problem) {
        failed_ = true;
        write({{"id", std::move(id)},
               {"problem",
                {{"code", problem.code}, {"detail", words_.text(Language::id, problem)}, {"at", problem.at}}}});
    }

    [[nodiscard]] bool failed() const { return failed_; }

  private:
    Done scored(const ScoreValue& item, ScoreSheet& sheet) {
        if (item.kind != ScoreValue::Kind::object) return refused("score.not_object");
        const ScoreValue* method = item.member("method");
        const ScoreValue* input = item.member("input");
        if (method == nullptr || method->kind != ScoreValue::Kind::text)
            return refused("score.missing_field", {{"field", "method"}}, "method");
        const auto found = score_methods().find(method->text);
        if (found == score_methods().end())
            return refused("score.unknown_method", {{"method", method->text.substr(0, 80)}}, "method");
        if (input == nullptr || input->kind != ScoreValue::Kind::object)
            return refused("score.missing_field", {{"field", "input"}}, "input");
        ScoreFields fields{*input};
        Done done;
        try {
            done = found->second(fields, rules_, sheet);
        } catch (const std::logic_error&) {  // the border of the command line: exact arithmetic left its bounds
            return refused("score.out_of_range", {}, "input");
        }
        if (!done) {
            Problem problem = done.error();
            problem.at = problem.at.empty() ? "input" : "input." + problem.at;
            return refused(std::move(problem));
        }
        std::string unused;
        for (const std::string& name : fields.not_used()) unused += (unused.empty() ? "" : ", ") + name;
        if (!unused.empty()) sheet.step("performance.step_not_used", {{"fields", unused}});
        return {};
    }

    void write(const boost::json::object& answer) { out_ << boost::json::serialize(answer) << ending_; }

    const ScoreRules& rules_;
    const Words& words_;
    std::ostream& out_;
    const char* ending_ = "\n";
    bool failed_ = false;
};

struct NumberedLine {
    std::size_t number;
    std::string text;
};

/// Lines with a look-back: after a broken item the lines that were tried with it are read again.
class Lines {
  public:
    explicit Lines(std::istream& in) : in_(in) {}
    std::optional<NumberedLine> next() {
        if (!again_.empty()) {
            NumberedLine line = std::move(again_.front());
            again_.pop_front();
            return line;
        }
        std::string text;
        if (!std::getline(in_, text)) return std::nullopt;
        text += '\n';
        return NumberedLine{++count_, std::move(text)};
    }
    void again(std::vector<NumberedLine> lines) {
        again_.insert(again_.begin(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    }

  private:
    std::istream& in_;
    std::size_t count_ = 0;
    std::deque<NumberedLine> again_;
};

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

Problem reading_problem(ScoreParser::State state, const ScoreParser& parser, std::size_t line) {
    const std::string number = std::to_string(line);
    const std::string at = "line " + number;
    if (state == ScoreParser::State::too_deep) return {"score.too_deep", at, {{"line", number}}, {}};
    if (state == ScoreParser::State::repeated_field)
        return {"score.repeated_field", at, {{"field", parser.repeated().substr(0, 80)}}, {}};
    return {"score.not_json", at, {{"line", number}}, {}};
}

/// Reads documents until the input ends. A broken one is reported at its first line, and reading goes on at the next
/// line that starts an object.
void score_all(std::istream& in, Scorer& scorer) {
    Lines lines{in};
    bool any = false;
    while (auto first = lines.next()) {
        if (is_blank(first->text)) continue;
        any = true;
        ScoreParser parser;
        auto state = parser.feed(first->text);
        std::vector<NumberedLine> tried;
        std::size_t bytes = first->text.size();
        bool too_long = false;
        while (state == ScoreParser::State::more && !too_long) {
            auto line = lines.next();
            if (!line) break;
            state = parser.feed(line->text);
            bytes += line->text.size();
            too_long = bytes > longest_item_in_lines;
            tried.push_back(std::move(*line));
        }
        if (state == ScoreParser::State::done) {
            scorer.document(parser.take());
            continue;
        }
        const std::string number = std::to_string(first->number);
        scorer.problem(nullptr, too_long ? Problem{"score.too_long", "line " + number, {{"line", number}}, {}}
                                         : reading_problem(state, parser, first->number));
        const auto restart =
            std::find_if(tried.begin(), tried.end(), [](const NumberedLine& line) { return line.text.front() == '{'; });
        lines.again({std::make_move_iterator(restart), std::make_move_iterator(tried.end())});
    }
    if (!any) scorer.problem(nullptr, {"score.empty", {}, {}, {}});
}

constexpr std::string_view usage_example =
    R"({"id":"1","method":"pkg_teacher","input":{"golongan":"III/a","raw":50,"max":56,"jm":24,"jwm":24}})";

std::string usage_text(const Words& words) {
    std::string names;
    for (const auto& [name, method] : score_methods()) names += (names.empty() ? "" : ", ") + name;
    return words.text(Language::id, "score.usage", {{"methods", names}, {"example", std::string(usage_example)}}) +
           "\n";
}

}  // namespace

int score_command(std::span<const std::string_view> args, std::istream& in, std::ostream& out, std::ostream& err) {
    const Words& words = Words::all();
    std::optional<std::string> input_path;
    std::optional<std::string> output_path;
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (args[i] == "--help" || args[i] == "-h") {
            out << usage_text(words);
            return 0;
        }
        if (args[i] == "-o" && i + 1 < args.size() && !output_path) {
            output_path = args[++i];
        } else if ((args[i] == "-" || !args[i].starts_with('-')) && !input_path) {
            input_path = args[i];
        } else {
            input_path.reset();
            break;
        }
    }
    // Writing over what is being read would lose it.
    if (output_path && output_path == input_path && *input_path != "-") input_path.reset();
    if (!input_path) {
        err << usage_text(words);
        return 2;
    }
    std::ifstream input_file;
    if (*input_path != "-") {
        input_file.open(*input_path, std::ios::binary);
        if (!input_file || input_file.peek() == std::ifstream::traits_type::eof()) {
            input_file.clear();
            std::ifstream folder_or_empty(*input_path, std::ios::binary | std::ios::ate);
            if (!folder_or_empty || folder_or_empty.tellg() != 0) {
                err << words.text(Language::id, "score.cannot_open", {{"file", *input_path}}) << "\n";
                return 2;
            }
        }
    }
    std::ofstream output_file;
    const bool to_file = output_path && *output_path != "-";
    if (to_file) output_file.open(*output_path, std::ios::binary | std::ios::trunc);
    if (to_file && !output_file) {
        err << words.text(Language::id, "score.cannot_open", {{"file", *output_path}}) << "\n";
        return 2;
    }
    const auto rules = read_score_rules([](std::string_view path) { return embedded(path); });
    expects(rules.has_value(), rules ? "" : words.text(Language::id, rules.error()));

    std::ostream& target = to_file ? output_file : out;
    Scorer scorer{*rules, words, target};
    score_all(*input_path == "-" ? in : input_file, scorer);
    target.flush();
    if (!target) {
        err << words.text(Language::id, "score.cannot_open", {{"file", output_path.value_or("-")}}) << "\n";
        return 2;
    }
    return scorer.failed() ? 1 : 0;
}

}  // namespace pamong
