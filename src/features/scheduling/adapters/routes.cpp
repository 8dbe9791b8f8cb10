#include "features/scheduling/adapters/routes.h"

#include "features/scheduling/adapters/sql_timetable_store.h"

namespace pamong::timetables {

struct TimetableBody {
    Uuid id;
    std::int64_t base_revision = 0;
    std::string grid;
    std::int32_t first_minute = 420;
    std::int32_t period_minutes = 40;
};
BOOST_DESCRIBE_STRUCT(TimetableBody, (), (id, base_revision, grid, first_minute, period_minutes))
struct TimetableReply {
    Uuid id;
    std::int64_t revision = 0;  ///< 0: none yet
    std::int32_t days = 0;
    std::int32_t periods = 0;
    std::vector<std::string> rows;  ///< one a period: "#" for a lesson, "." for a free period, one letter a day
    std::int32_t first_minute = 420;
    std::int32_t period_minutes = 40;
};
BOOST_DESCRIBE_STRUCT(TimetableReply, (), (id, revision, days, periods, rows, first_minute, period_minutes))
struct ClosedDaysBody {
    std::string name;
    bool exam = false;
    Day first_day;
    Day last_day;
};
BOOST_DESCRIBE_STRUCT(ClosedDaysBody, (), (name, exam, first_day, last_day))

namespace {

using access::Actor;
using http::Request;

TimetableReply reply_of(const Timetable& one) {
    TimetableReply reply{one.id, one.revision,     one.week.days,     one.week.periods,
                         {},     one.first_minute, one.period_minutes};
    for (int period = 0; period < one.week.periods; ++period) {
        std::string row;
        for (int day = 0; day < one.week.days; ++day) row += one.busy.has(one.week.cell(day, period)) ? '#' : '.';
        reply.rows.push_back(std::move(row));
    }
    return reply;
}

}  // namespace

void add_scheduling_routes(http::Router& router) {
    router.get<TimetableReply>("/api/v1/timetables/mine",
                               {.permission = access::take_part_in_mentoring.code, .summary = "One's own timetable"},
                               [](Request& request) -> Result<TimetableReply> {
                                   if (!request.actor<Actor>().person()) return refused("timetables.no_person");
                                   SqlTimetableStore store(request.transaction());
                                   const auto found = store.of_person(*request.actor<Actor>().person());
                                   return found ? reply_of(*found) : TimetableReply{};
                               });
    router.put<TimetableBody, TimetableReply>(
        "/api/v1/timetables/mine",
        {.permission = access::take_part_in_mentoring.code,
         .summary = "Save one's timetable from a pasted grid",
         .longest_text = http::whole_file},
        [](Request& request, const TimetableBody& body) -> Result<TimetableReply> {
            if (!request.actor<Actor>().person()) return refused("timetables.no_person");
            SqlTimetableStore store(request.transaction());
            const auto saved = save_timetable({body.id, *request.actor<Actor>().person(), body.base_revision, body.grid,
                                               body.first_minute, body.period_minutes},
                                              request.actor<Actor>(), request.now(), store);
            if (!saved) return refused(saved.error());
            return reply_of(*saved);
        });
    router.put<ClosedDaysBody, http::Nothing>(
        "/api/v1/calendar/closed-days/{id}",
        {.permission = access::manage_programmes.code, .summary = "Holidays and exam weeks"},
        [](Request& request, const ClosedDaysBody& body) -> Result<http::Nothing> {
            const auto id = request.path_id<Id<struct ClosedDaysTag>>("id");
            if (!id) return refused(id.error());
            SqlTimetableStore store(request.transaction());
            auto done = close_days({id->value, body.exam ? ClosedKind::exam : ClosedKind::holiday, body.first_day,
                                    body.last_day, body.name},
                                   request.actor<Actor>(), store);
            if (!done) return refused(done.error());
            return http::Nothing{};
        });
}

}  // namespace pamong::timetables
