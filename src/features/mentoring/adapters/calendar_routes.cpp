#include "features/mentoring/adapters/request_desk.h"
#include "platform/calendar/ical.h"
#include "platform/crypto/crypto.h"

namespace pamong::mentoring {
namespace {

using http::Request;

CalendarEvent event_of(const OwnSession& own, const Faces& faces, Timestamp now, Language language) {
    const auto partner = shown(faces, own.side == Side::mentor ? own.pair.mentee : own.pair.mentor);
    const auto& words = Words::all();
    CalendarEvent event;
    event.uid = to_string(own.session.id) + "@pamong";
    event.stamped = now;
    event.starts = own.session.planned_at;
    event.ends = own.session.planned_at.plus_seconds(std::int64_t{own.session.planned_minutes} * 60);
    event.summary =
        words.text(language, "mentoring.kind_" + std::string(name_of(own.session.kind))) + ": " + partner.name.reveal();
    event.location = own.session.remote          ? words.text(language, "mentoring.remote")
                     : own.session.place.empty() ? partner.school_name
                                                 : own.session.place;
    event.status = own.session.state == SessionState::cancelled ? EventStatus::cancelled
                   : own.session.agreed()                       ? EventStatus::confirmed
                                                                : EventStatus::tentative;
    event.sequence = static_cast<int>(own.session.revision - 1);
    return event;
}

Result<http::HttpResponse> feed(Request& request) {
    std::string token(request.path_text("token"));
    if (token.ends_with(".ics")) token.resize(token.size() - 4);
    const auto whose = request.store().read({}, [&](store::Tx& tx) { return feed_with(tx, blake2b_hex(token)); });
    if (!whose) return refused("http.not_found");
    const Calendar calendar = request.store().read({whose->owner, {}, request.now()}, [&](store::Tx& tx) {
        SqlMentoringStore store(tx);
        const auto own = sessions_of_person(whose->person, request.now().plus_seconds(-60 * day_seconds),
                                            request.now().plus_seconds(200 * day_seconds), store);
        Calendar made{Words::all().text(Language::id, "mentoring.calendar_name"), {}};
        for (const auto& item : own.items)
            made.events.push_back(event_of(item, own.faces, request.now(), Language::id));
        return made;
    });
    http::HttpResponse response;
    response.status = 200;
    response.headers.push_back({"Content-Type", "text/calendar; charset=utf-8"});
    response.headers.push_back({"Cache-Control", "private, no-store"});
    response.may_compress = false;
    response.body = write_ical(calendar);
    return response;
}

}  // namespace

void add_calendar_routes(http::Router& router, const MentoringParts&) {
    router.post<http::Nothing, FeedReply>(
        "/api/v1/mentoring/feed",
        {.permission = access::take_part_in_mentoring.code,
         .summary = "A new secret calendar address; the earlier one ends"},
        [](Request& request, const http::Nothing&) -> Result<FeedReply> {
            const auto& person = request.actor<access::Actor>().person();
            if (!person) return refused("timetables.no_person");
            const std::string token = random_token();
            SqlMentoringStore(request.transaction()).add_feed(blake2b_hex(token), PersonId{*person}, request.now());
            return FeedReply{"/api/v1/public/calendar/" + token + ".ics"};
        });
    router.raw("GET", "/api/v1/public/calendar/{token}",
               {.door = http::Door::open, .summary = "iCalendar feed by its secret address", .work = http::Work::free},
               feed);
}

void add_mentoring_routes(http::Router& router, const MentoringParts& parts) {
    add_matching_routes(router, parts);
    add_session_routes(router, parts);
    add_record_routes(router, parts);
    add_calendar_routes(router, parts);
}

}  // namespace pamong::mentoring
