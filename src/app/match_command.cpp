#include "app/match_command.h"

#include <array>
#include <boost/json.hpp>
#include <chrono>
#include <limits>
#include <ostream>

#include "app/command_flags.h"
#include "app/command_output.h"
#include "app/names.h"
#include "app/table_file.h"
#include "engines/matching/explain.h"

namespace pamong {
namespace {

constexpr std::array<std::string_view, 11> match_flags{"--arcs",    "--capacity", "--unmatched-cost", "--method",
                                                       "--seed",    "--out",      "--report",         "--language",
                                                       "--mentors", "--mentees",  "--rules"};
constexpr std::int64_t most_number = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t most_people_listed = 1000;

struct MatchRequest {
    std::string arcs;
    std::string capacity;
    std::optional<std::int64_t> unmatched_cost;
    std::uint64_t seed = 0;
    std::string out;
    std::optional<std::string> report;
};

Result<MatchRequest> read_match_request(std::span<const std::string_view> args) {
    for (const std::string_view word : args)
        if (word == "--maximise") return refused("command_line.not_offered", {{"flag", "--maximise"}});
    const auto flags = CommandFlags::read(args, match_flags);
    if (!flags) return refused(flags.error());
    for (const std::string_view later : {"--mentors", "--mentees", "--rules"})
        if (flags->text(later)) return refused("command_line.not_offered", {{"flag", std::string(later)}});
    if (const auto method = flags->text("--method").value_or("optimal"); method == "stable" || method == "generalised")
        return refused("matching.method_not_offered", {{"method", method}});
    else if (method != "optimal")
        return refused("command_line.not_a_choice",
                       {{"flag", "--method"}, {"choices", "optimal, stable, generalised"}, {"value", method}});
    MatchRequest request;
    const auto arcs = flags->required("--arcs");
    if (!arcs) return refused(arcs.error());
    const auto capacity = flags->required("--capacity");
    if (!capacity) return refused(capacity.error());
    const auto out = flags->required("--out");
    if (!out) return refused(out.error());
    request.arcs = *arcs;
    request.capacity = *capacity;
    request.out = *out;
    request.report = flags->text("--report");
    if (request.out == "-" && request.report == "-") return refused("command_line.one_stream");
    if (flags->text("--unmatched-cost")) {
        const auto cost = flags->number("--unmatched-cost", 0, 0, most_number);
        if (!cost) return refused(cost.error());
        request.unmatched_cost = *cost;
    }
    const auto seed = flags->number("--seed", 0, 0, most_number);
    if (!seed) return refused(seed.error());
    request.seed = static_cast<std::uint64_t>(*seed);
    return request;
}

/// The arcs of a file, and the names behind their numbers.
struct MatchFile {
    Names mentees;
    Names mentors;
    matching::Instance instance;
    std::vector<std::uint32_t> rows;  ///< line of each arc, for messages
};

Done read_arcs(const std::string& path, MatchFile& file) {
    constexpr std::array<std::string_view, 3> columns{"mentee", "mentor", "cost"};
    auto table = TableFile::open(path, columns);
    if (!table) return refused(table.error());
    for (;;) {
        const auto more = table->next();
        if (!more) return refused(more.error());
        if (!*more) break;
        const auto cost = table->number(2);
        if (!cost) return refused(cost.error());
        if (table->row() > std::numeric_limits<std::uint32_t>::max() ||
            file.mentees.size() + file.mentors.size() >= std::size_t{std::numeric_limits<std::int32_t>::max()} - 2)
            return refused(table->problem("table_file.too_many_rows"));
        file.instance.arcs.push_back(
            {file.mentees.number_of(table->text(0)), file.mentors.number_of(table->text(1)), *cost});
        file.rows.push_back(static_cast<std::uint32_t>(table->row()));
    }
    file.instance.lefts = static_cast<std::int32_t>(file.mentees.size());
    return {};
}

Done read_capacities(const std::string& capacity, MatchFile& file) {
    if (const auto same = whole_number(capacity)) {
        if (*same < 1 || *same > std::numeric_limits<std::int32_t>::max())
            return refused("command_line.not_a_number",
                           {{"flag", "--capacity"}, {"range", ">= 1"}, {"value", capacity}});
        file.instance.capacities.assign(file.mentors.size(), static_cast<std::int32_t>(*same));
        return {};
    }
    constexpr std::array<std::string_view, 2> columns{"mentor", "capacity"};
    auto table = TableFile::open(capacity, columns);
    if (!table) return refused(table.error());
    constexpr std::int32_t unknown = -1;
    std::vector<std::int32_t> capacities(file.mentors.size(), unknown);
    for (;;) {
        const auto more = table->next();
        if (!more) return refused(more.error());
        if (!*more) break;
        const auto places = table->number(1);
        if (!places) return refused(places.error());
        if (*places < 0 || *places > std::numeric_limits<std::int32_t>::max())
            return refused(table->problem("matching.negative_capacity", {{"capacity", std::to_string(*places)}}));
        const auto mentor = file.mentors.find(table->text(0));
        if (!mentor) continue;  // someone who could take people, but for whom nobody is a candidate
        auto& own = capacities[static_cast<std::size_t>(*mentor)];
        if (own != unknown)
            return refused(table->problem("table_file.repeated", {{"value", std::string(table->text(0))}}));
        own = static_cast<std::int32_t>(*places);
    }
    for (std::size_t mentor = 0; mentor < capacities.size(); ++mentor)
        if (capacities[mentor] == unknown)
            return refused("table_file.unknown_mentor",
                           {{"file", capacity}, {"mentor", file.mentors[static_cast<std::int32_t>(mentor)]}}, capacity);
    file.instance.capacities = std::move(capacities);
    return {};
}

/// The engine counts arcs; people count lines.
Problem in_lines(Problem problem, const MatchFile& file) {
    if (problem.at.starts_with("arcs["))
        for (const char* key : {"row", "first"})
            if (const auto found = problem.values.find(key); found != problem.values.end())
                found->second = std::to_string(file.rows[static_cast<std::size_t>(*whole_number(found->second)) - 1]);
    for (Problem& part : problem.parts) part = in_lines(std::move(part), file);
    return problem;
}

std::string pairs_csv(const MatchFile& file, const matching::Assignment& answer) {
    std::vector<std::int64_t> costs(file.mentees.size(), 0);
    for (const matching::Arc& arc : file.instance.arcs)
        if (answer.right_of[static_cast<std::size_t>(arc.left)] == arc.right)
            costs[static_cast<std::size_t>(arc.left)] = arc.cost;
    std::string csv = "mentee,mentor,cost\n";
    for (std::int32_t mentee = 0; mentee < file.instance.lefts; ++mentee) {
        const std::int32_t mentor = answer.right_of[static_cast<std::size_t>(mentee)];
        if (mentor == matching::unplaced) continue;
        csv += csv_field(file.mentees[mentee]) + ',' + csv_field(file.mentors[mentor]) + ',' +
               std::to_string(costs[static_cast<std::size_t>(mentee)]) + '\n';
    }
    return csv;
}

std::string_view reason_of(matching::WhyUnmatched why) {
    switch (why) {
        case matching::WhyUnmatched::no_candidate:
            return "no_candidate";
        case matching::WhyUnmatched::blocked:
            return "blocked";
        case matching::WhyUnmatched::all_full:
            return "all_full";
        case matching::WhyUnmatched::outside_is_cheaper:
            return "outside_is_cheaper";
    }
    return "";
}

std::string match_report(const MatchFile& file, const matching::Assignment& answer, double wall_seconds) {
    boost::json::array unmatched;
    for (const matching::Unmatched& one : matching::explain_unmatched(file.instance, answer)) {
        if (unmatched.size() == most_people_listed) break;
        boost::json::array full;
        for (const std::int32_t mentor : one.full_rights) full.emplace_back(file.mentors[mentor]);
        unmatched.push_back(boost::json::object{
            {"mentee", file.mentees[one.left]}, {"reason", reason_of(one.why)}, {"full_mentors", std::move(full)}});
    }
    const ResourcesUsed used = resources_used();
    const boost::json::object report{{"method", matching::assignment_method},
                                     {"seed", answer.settings.seed},
                                     {"total_cost", answer.total_cost},
                                     {"matched", answer.placed},
                                     {"unmatched", answer.unmatched},
                                     {"lower_bound", answer.lower_bound},
                                     {"gap", answer.gap},
                                     {"components", answer.components},
                                     {"arcs", file.instance.arcs.size()},
                                     {"mentees", file.mentees.size()},
                                     {"mentors", file.mentors.size()},
                                     {"cpu_seconds", used.cpu_seconds},
                                     {"wall_seconds", wall_seconds},
                                     {"peak_memory_mb", used.peak_memory_mb},
                                     {"unmatched_people", std::move(unmatched)}};
    return boost::json::serialize(report) + "\n";
}

}  // namespace

int match_command(std::span<const std::string_view> args, std::ostream& out, std::ostream& err) {
    const auto began = std::chrono::steady_clock::now();
    const Language language = language_of(args);
    if (asks_for_help(args)) {
        out << Words::all().text(language, "command_line.match_help");
        return exit_done;
    }
    const auto fails = [&](const Problem& problem, int code) {
        print_problem(err, language, problem);
        return code;
    };
    const auto request = read_match_request(args);
    if (!request) return fails(request.error(), exit_wrong_use);

    MatchFile file;
    if (const auto read = read_arcs(request->arcs, file); !read) return fails(read.error(), exit_problem);
    if (const auto read = read_capacities(request->capacity, file); !read)
        return fails(read.error(), read.error().code.starts_with("command_line.") ? exit_wrong_use : exit_problem);
    if (request->unmatched_cost) file.instance.outside_costs.assign(file.mentees.size(), *request->unmatched_cost);

    const auto answer = matching::assign(file.instance, {request->seed, 0});
    if (!answer) return fails(in_lines(answer.error(), file), exit_problem);
    if (const auto proved = matching::verify_bound(file.instance, *answer); !proved)
        return fails(proved.error(), exit_problem);

    std::vector<OutputFile> files{{request->out, pairs_csv(file, *answer)}};
    if (request->report) {
        const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - began;
        files.push_back({*request->report, match_report(file, *answer, wall.count())});
    }
    if (const auto written = write_all_or_none(files, out); !written) return fails(written.error(), exit_problem);
    if (request->out != "-" && request->report != "-")
        out << Words::all().text(language, "command_line.match_done",
                                 {{"matched", std::to_string(answer->placed)},
                                  {"people", std::to_string(file.mentees.size())},
                                  {"total_cost", std::to_string(answer->total_cost)},
                                  {"gap", std::to_string(answer->gap)}})
            << '\n';
    return exit_done;
}

}  // namespace pamong
