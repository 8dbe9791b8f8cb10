#include "app/schedule_command.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <chrono>
#include <ostream>

#include "app/command_flags.h"
#include "app/command_output.h"
#include "app/names.h"
#include "app/table_file.h"
#include "engines/scheduling/batch.h"

namespace pamong {
namespace {

constexpr std::array<std::string_view, 11> schedule_flags{
    "--lessons",    "--unavailable", "--pairs",  "--days",    "--periods", "--session-periods", "--max-per-mentor-day",
    "--count-from", "--out",         "--report", "--language"};

struct ScheduleRequest {
    std::string lessons;
    std::optional<std::string> unavailable;
    std::string pairs;
    scheduling::Week week;
    int session_periods = 1;
    std::optional<int> most_per_mentor_day;
    int count_from = 1;
    std::string out;
    std::optional<std::string> report;
};

Result<ScheduleRequest> read_schedule_request(std::span<const std::string_view> args) {
    const auto flags = CommandFlags::read(args, schedule_flags);
    if (!flags) return refused(flags.error());
    ScheduleRequest request;
    for (const auto& [flag, place] : {std::pair<std::string_view, std::string*>{"--lessons", &request.lessons},
                                      {"--pairs", &request.pairs},
                                      {"--out", &request.out}}) {
        const auto text = flags->required(flag);
        if (!text) return refused(text.error());
        *place = *text;
    }
    for (const std::string_view flag : {"--days", "--periods"})
        if (const auto given = flags->required(flag); !given) return refused(given.error());
    request.unavailable = flags->text("--unavailable");
    request.report = flags->text("--report");
    if (request.out == "-" && request.report == "-") return refused("command_line.one_stream");

    const auto days = flags->number("--days", 0, 1, 7);
    if (!days) return refused(days.error());
    const auto periods = flags->number("--periods", 0, 1, 64);
    if (!periods) return refused(periods.error());
    const auto week = scheduling::make_week(static_cast<int>(*days), static_cast<int>(*periods));
    if (!week) return refused(week.error());
    request.week = *week;
    const auto length = flags->number("--session-periods", 1, 1, *periods);
    if (!length) return refused(length.error());
    request.session_periods = static_cast<int>(*length);
    const auto count_from = flags->number("--count-from", 1, 0, 1);
    if (!count_from) return refused(count_from.error());
    request.count_from = static_cast<int>(*count_from);
    if (flags->text("--max-per-mentor-day")) {
        const auto most = flags->number("--max-per-mentor-day", 1, 1, 64);
        if (!most) return refused(most.error());
        request.most_per_mentor_day = static_cast<int>(*most);
    }
    return request;
}

/// Who is busy when, and the names behind the numbers.
struct Timetables {
    Names people;
    std::vector<scheduling::WeekBits> busy;
};

Done read_timetable(const std::string& path, const ScheduleRequest& request, Timetables& tables) {
    constexpr std::array<std::string_view, 3> columns{"teacher", "day", "period"};
    auto table = TableFile::open(path, columns);
    if (!table) return refused(table.error());
    for (;;) {
        const auto more = table->next();
        if (!more) return refused(more.error());
        if (!*more) return {};
        const auto day = table->number(1);
        if (!day) return refused(day.error());
        const auto period = table->number(2);
        if (!period) return refused(period.error());
        const std::int64_t from = request.count_from;
        if (*day < from || *day >= from + request.week.days || *period < from || *period >= from + request.week.periods)
            return refused(
                table->problem("scheduling.cell_outside_week", {{"day", std::to_string(*day)},
                                                                {"period", std::to_string(*period)},
                                                                {"days", std::to_string(request.week.days)},
                                                                {"periods", std::to_string(request.week.periods)}}));
        const auto person = static_cast<std::size_t>(tables.people.number_of(table->text(0)));
        if (person == tables.busy.size()) tables.busy.emplace_back();
        tables.busy[person].add(request.week.cell(static_cast<int>(*day - from), static_cast<int>(*period - from)));
    }
}

struct PairRows {
    scheduling::Batch batch;
    std::vector<std::size_t> rows;  ///< line of each pair, for messages
    std::vector<std::string> without_timetable;
};

Result<PairRows> read_pairs(const ScheduleRequest& request, Timetables& tables) {
    constexpr std::array<std::string_view, 2> columns{"mentee", "mentor"};
    auto table = TableFile::open(request.pairs, columns);
    if (!table) return refused(table.error());
    PairRows pairs;
    const auto person = [&](std::string_view name) {
        const std::int32_t number = tables.people.number_of(name);
        if (static_cast<std::size_t>(number) == tables.busy.size()) {
            tables.busy.emplace_back();
            pairs.without_timetable.emplace_back(name);
        }
        return number;
    };
    for (;;) {
        const auto more = table->next();
        if (!more) return refused(more.error());
        if (!*more) break;
        const std::int32_t mentee = person(table->text(0));
        const std::int32_t mentor = person(table->text(1));
        pairs.batch.pairs.push_back({mentor, mentee});
        pairs.rows.push_back(table->row());
    }
    pairs.batch.week = request.week;
    pairs.batch.session_periods = request.session_periods;
    pairs.batch.most_per_mentor_day = request.most_per_mentor_day;
    for (const scheduling::WeekBits busy : tables.busy)
        pairs.batch.free.push_back(scheduling::free_cells(request.week, busy));
    return pairs;
}

Problem in_file_rows(Problem problem, const PairRows& pairs) {
    if (problem.at.starts_with("pairs["))
        for (const char* key : {"row", "first"})
            if (const auto found = problem.values.find(key); found != problem.values.end())
                found->second = std::to_string(pairs.rows[static_cast<std::size_t>(*whole_number(found->second)) - 1]);
    return problem;
}

std::string schedule_csv(const ScheduleRequest& request, const Timetables& tables, const PairRows& pairs,
                         const scheduling::Schedule& schedule) {
    std::string csv = "mentee,mentor,day,period\n";
    for (std::size_t pair = 0; pair < pairs.batch.pairs.size(); ++pair) {
        const int start = schedule.start_of[pair];
        if (start == scheduling::not_held) continue;
        csv += csv_field(tables.people[pairs.batch.pairs[pair].mentee]) + ',' +
               csv_field(tables.people[pairs.batch.pairs[pair].mentor]) + ',' +
               std::to_string(request.week.day_of(start) + request.count_from) + ',' +
               std::to_string(request.week.period_of(start) + request.count_from) + '\n';
    }
    return csv;
}

std::string schedule_report(const ScheduleRequest& request, const PairRows& pairs, const scheduling::Schedule& schedule,
                            double wall_seconds) {
    boost::json::array without;
    for (const std::string& name : pairs.without_timetable) without.emplace_back(name);
    const ResourcesUsed used = resources_used();
    const boost::json::object report{
        {"method", scheduling::batch_method},
        {"pairs", pairs.batch.pairs.size()},
        {"scheduled", schedule.scheduled},
        {"pairs_without_slot", schedule.pairs_without_slot},
        {"candidate_slots", schedule.candidate_slots},
        {"sum_start_period", schedule.sum_start + std::int64_t{schedule.scheduled} * request.count_from},
        {"bound_scheduled", schedule.bound_scheduled},
        {"optimal", schedule.optimal},
        {"components", schedule.components},
        {"cpu_seconds", used.cpu_seconds},
        {"wall_seconds", wall_seconds},
        {"people_without_timetable", std::move(without)}};
    return boost::json::serialize(report) + "\n";
}

}  // namespace

int schedule_command(std::span<const std::string_view> args, std::ostream& out, std::ostream& err) {
    const auto began = std::chrono::steady_clock::now();
    const Language language = language_of(args);
    if (asks_for_help(args)) {
        out << Words::all().text(language, "command_line.schedule_help");
        return exit_done;
    }
    const auto fails = [&](const Problem& problem, int code) {
        print_problem(err, language, problem);
        return code;
    };
    const auto request = read_schedule_request(args);
    if (!request) return fails(request.error(), exit_wrong_use);

    Timetables tables;
    if (const auto read = read_timetable(request->lessons, *request, tables); !read)
        return fails(read.error(), exit_problem);
    if (request->unavailable)
        if (const auto read = read_timetable(*request->unavailable, *request, tables); !read)
            return fails(read.error(), exit_problem);
    const auto pairs = read_pairs(*request, tables);
    if (!pairs) return fails(pairs.error(), exit_problem);

    const auto schedule = scheduling::schedule_batch(pairs->batch);
    if (!schedule) return fails(in_file_rows(schedule.error(), *pairs), exit_problem);
    if (const auto sound = scheduling::check_schedule(pairs->batch, *schedule); !sound)
        return fails(sound.error(), exit_problem);

    std::vector<OutputFile> files{{request->out, schedule_csv(*request, tables, *pairs, *schedule)}};
    if (request->report) {
        const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - began;
        files.push_back({*request->report, schedule_report(*request, *pairs, *schedule, wall.count())});
    }
    if (const auto written = write_all_or_none(files, out); !written) return fails(written.error(), exit_problem);
    if (!pairs->without_timetable.empty())
        err << Words::all().text(language, "command_line.without_timetable",
                                 {{"count", std::to_string(pairs->without_timetable.size())},
                                  {"example", pairs->without_timetable.front()}})
            << '\n';
    if (request->out != "-" && request->report != "-")
        out << Words::all().text(language, "command_line.schedule_done",
                                 {{"scheduled", std::to_string(schedule->scheduled)},
                                  {"pairs", std::to_string(pairs->batch.pairs.size())},
                                  {"bound", std::to_string(schedule->bound_scheduled)}})
            << '\n';
    return exit_done;
}

}  // namespace pamong
