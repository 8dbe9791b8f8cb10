#include "features/workshops/adapters/sql_workshop_store.h"

#include "features/workshops/adapters/wire.h"
#include "platform/embedded.h"
#include "platform/regulation_table.h"

namespace pamong::workshops {
namespace {

struct WorkshopRow {
    OrgId org_id;
    WorkshopId id;
    std::optional<Uuid> programme_id;
    std::string title;
    std::string template_code;
    Day held_on;
    std::string place;
    State state = State::planned;
    std::string agreement;
    std::optional<Timestamp> closed_at;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(WorkshopRow, (),
                      (org_id, id, programme_id, title, template_code, held_on, place, state, agreement, closed_at,
                       revision))
struct SessionRow {
    OrgId org_id;
    WorkshopId workshop_id;
    std::int64_t position = 1;
    std::string title;
    std::string mode;
    std::string objective;
    std::string product;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (org_id, workshop_id, position, title, mode, objective, product))
struct MemberRow {
    OrgId org_id;
    WorkshopId workshop_id;
    MemberId id;
    std::optional<Uuid> person_id;
    Private<std::string> name;
    MemberRole role = MemberRole::participant;
    std::string school;
    std::string level;
    std::string code;
    std::optional<Timestamp> attended_at;
    std::string reflection;
};
BOOST_DESCRIBE_STRUCT(MemberRow, (),
                      (org_id, workshop_id, id, person_id, name, role, school, level, code, attended_at, reflection))
struct PositionRow {
    MemberId member_id;
    std::string indicator;
    std::int64_t level = 1;
    std::string evidence;
};
BOOST_DESCRIBE_STRUCT(PositionRow, (), (member_id, indicator, level, evidence))
struct ProductRow {
    MemberId member_id;
    ProductKind kind = ProductKind::self_development_plan;
    Uuid id;
    std::string note;
    std::optional<std::string> file_hash;
    Timestamp handed_in_at;
};
BOOST_DESCRIBE_STRUCT(ProductRow, (), (member_id, kind, id, note, file_hash, handed_in_at))
struct AimRow {
    OrgId org_id;
    WorkshopId workshop_id;
    std::int64_t position = 1;
    std::string aim;
    std::optional<Reached> reached;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(AimRow, (), (org_id, workshop_id, position, aim, reached, note))

Workshop workshop_from(WorkshopRow&& row) {
    Workshop workshop;
    workshop.id = row.id;
    workshop.programme_id = row.programme_id;
    workshop.title = std::move(row.title);
    workshop.template_code = std::move(row.template_code);
    workshop.held_on = row.held_on;
    workshop.place = std::move(row.place);
    workshop.state = row.state;
    workshop.agreement = std::move(row.agreement);
    workshop.closed_at = row.closed_at;
    workshop.revision = row.revision;
    return workshop;
}

Member member_from(MemberRow&& row) {
    return {row.id,
            row.person_id,
            std::move(row.name),
            row.role,
            std::move(row.school),
            std::move(row.level),
            std::move(row.code),
            row.attended_at,
            std::move(row.reflection)};
}

constexpr std::string_view select_workshop = R"sql(
    select org_id, id, programme_id, title, template as template_code, held_on, place, state, agreement, closed_at, revision
    from workshops_workshop
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_workshop_for_change = R"sql(
    select org_id, id, programme_id, title, template as template_code, held_on, place, state, agreement, closed_at, revision
    from workshops_workshop
    where org_id = $1
      and id = $2
    {for_update}
)sql";
constexpr std::string_view select_workshops = R"sql(
    select org_id, id, programme_id, title, template as template_code, held_on, place, state, agreement, closed_at, revision
    from workshops_workshop
    where org_id = $1
    order by held_on desc, id
)sql";
constexpr std::string_view select_sessions = R"sql(
    select org_id, workshop_id, position, title, mode, objective, product
    from workshops_session
    where org_id = $1
      and workshop_id = $2
    order by position
)sql";
constexpr std::string_view select_members = R"sql(
    select org_id, workshop_id, id, person_id, name, role, school, level, code, attended_at, reflection
    from workshops_member
    where org_id = $1
      and workshop_id = $2
    order by role, code
)sql";
constexpr std::string_view select_positions = R"sql(
    select member_id, indicator, level, evidence
    from workshops_position
    where org_id = $1
      and workshop_id = $2
    order by member_id, indicator
)sql";
constexpr std::string_view select_products = R"sql(
    select member_id, kind, id, note, file_hash, handed_in_at
    from workshops_product
    where org_id = $1
      and workshop_id = $2
    order by member_id, kind
)sql";
constexpr std::string_view select_aims = R"sql(
    select org_id, workshop_id, position, aim, reached, note
    from workshops_aim
    where org_id = $1
      and workshop_id = $2
    order by position
)sql";

}  // namespace

std::optional<Workshop> SqlWorkshopStore::find(const WorkshopId& id) { return read(select_workshop, id); }

std::optional<Workshop> SqlWorkshopStore::find_for_change(const WorkshopId& id) {
    return read(select_workshop_for_change, id);
}

std::optional<Workshop> SqlWorkshopStore::read(std::string_view sql, const WorkshopId& id) {
    auto row = tx_.one<WorkshopRow>(sql, tx_.owner(), id);
    if (!row) return std::nullopt;
    Workshop workshop = workshop_from(std::move(*row));
    for (auto& part : tx_.all<SessionRow>(select_sessions, tx_.owner(), id))
        workshop.agenda.push_back({part.position, std::move(part.title), std::move(part.mode),
                                   std::move(part.objective), std::move(part.product)});
    for (auto& member : tx_.all<MemberRow>(select_members, tx_.owner(), id))
        workshop.members.push_back(member_from(std::move(member)));
    for (auto& position : tx_.all<PositionRow>(select_positions, tx_.owner(), id))
        workshop.positions.push_back(
            {position.member_id, std::move(position.indicator), position.level, std::move(position.evidence)});
    for (auto& product : tx_.all<ProductRow>(select_products, tx_.owner(), id))
        workshop.products.push_back({product.member_id, product.kind, product.id, std::move(product.note),
                                     std::move(product.file_hash), product.handed_in_at});
    for (auto& aim : tx_.all<AimRow>(select_aims, tx_.owner(), id))
        workshop.aims.push_back({aim.position, std::move(aim.aim), aim.reached, std::move(aim.note)});
    return workshop;
}

std::vector<Workshop> SqlWorkshopStore::all() {
    std::vector<Workshop> workshops;
    for (auto& row : tx_.all<WorkshopRow>(select_workshops, tx_.owner())) {
        workshops.push_back(workshop_from(std::move(row)));
        for (auto& member : tx_.all<MemberRow>(select_members, tx_.owner(), workshops.back().id))
            workshops.back().members.push_back(member_from(std::move(member)));
    }
    return workshops;
}

constexpr std::string_view insert_workshop = R"sql(
    insert into workshops_workshop (org_id, id, programme_id, title, template, held_on, place, state, agreement, revision)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql";

void SqlWorkshopStore::add(const Workshop& workshop) {
    tx_.run(insert_workshop, tx_.owner(), workshop.id, workshop.programme_id, workshop.title, workshop.template_code,
            workshop.held_on, workshop.place, workshop.state, workshop.agreement, workshop.revision);
    std::vector<SessionRow> sessions;
    for (const AgendaPart& part : workshop.agenda)
        sessions.push_back(
            {tx_.owner(), workshop.id, part.position, part.title, part.mode, part.objective, part.product});
    tx_.insert_all("workshops_session", sessions);
    std::vector<AimRow> aims;
    for (const Aim& aim : workshop.aims)
        aims.push_back({tx_.owner(), workshop.id, aim.position, aim.aim, aim.reached, aim.note});
    tx_.insert_all("workshops_aim", aims);
    add_members(workshop.id, workshop.members);
}

void SqlWorkshopStore::add_members(const WorkshopId& workshop, const std::vector<Member>& members) {
    std::vector<MemberRow> rows;
    for (const Member& member : members)
        rows.push_back({tx_.owner(), workshop, member.id, member.person_id, member.name, member.role, member.school,
                        member.level, member.code, member.attended_at, member.reflection});
    tx_.insert_all("workshops_member", rows);
}

constexpr std::string_view update_state = R"sql(
    update workshops_workshop
    set state = $3, agreement = $4, closed_at = $5, revision = $6
    where org_id = $1
      and id = $2
)sql";

void SqlWorkshopStore::save_state(const Workshop& workshop) {
    tx_.run(update_state, tx_.owner(), workshop.id, workshop.state, workshop.agreement, workshop.closed_at,
            workshop.revision);
}

constexpr std::string_view update_attendance = R"sql(
    update workshops_member
    set attended_at = $4
    where org_id = $1
      and workshop_id = $2
      and id = $3
)sql";

void SqlWorkshopStore::set_attendance(const WorkshopId& workshop, const MemberId& member, std::optional<Timestamp> at) {
    tx_.run(update_attendance, tx_.owner(), workshop, member, at);
}

constexpr std::string_view upsert_position = R"sql(
    insert into workshops_position (org_id, workshop_id, member_id, indicator, level, evidence)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (org_id, workshop_id, member_id, indicator) do update set level = excluded.level, evidence = excluded.evidence
)sql";

void SqlWorkshopStore::save_position(const WorkshopId& workshop, const Position& position) {
    tx_.run(upsert_position, tx_.owner(), workshop, position.member, position.indicator, position.level,
            position.evidence);
}

constexpr std::string_view upsert_product = R"sql(
    insert into workshops_product (org_id, workshop_id, member_id, kind, id, note, file_hash, handed_in_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (org_id, workshop_id, member_id, kind) do update set note = excluded.note, file_hash = excluded.file_hash, handed_in_at = excluded.handed_in_at
)sql";

void SqlWorkshopStore::save_product(const WorkshopId& workshop, const Product& product) {
    tx_.run(upsert_product, tx_.owner(), workshop, product.member, product.kind, product.id, product.note,
            product.file_hash, product.handed_in_at);
}

constexpr std::string_view update_aim = R"sql(
    update workshops_aim
    set reached = $4, note = $5
    where org_id = $1
      and workshop_id = $2
      and position = $3
)sql";

void SqlWorkshopStore::save_aim(const WorkshopId& workshop, const Aim& aim) {
    tx_.run(update_aim, tx_.owner(), workshop, aim.position, aim.reached, aim.note);
}

constexpr std::string_view update_reflection = R"sql(
    update workshops_member
    set reflection = $4
    where org_id = $1
      and workshop_id = $2
      and id = $3
)sql";

void SqlWorkshopStore::save_reflection(const WorkshopId& workshop, const MemberId& member, const std::string& text) {
    tx_.run(update_reflection, tx_.owner(), workshop, member, text);
}

void SqlWorkshopStore::journal(std::string_view action, const Uuid& subject) {
    tx_.journal(action, "workshop", subject);
}

namespace {

Template template_from(std::string_view file, std::string code, std::vector<std::string> aims) {
    auto table = RegulationTable::parse(file, embedded(file).value_or(""));
    expects(table.has_value(), "the agenda of a workshop is readable");
    Template read{std::move(code), {}, std::move(aims)};
    for (std::size_t row = 0; row < table->size(); ++row)
        read.agenda.push_back({table->whole(row, "order"), table->text(row, "session_id"), table->text(row, "mode_id"),
                               table->text(row, "objective_id"), table->text_or_empty(row, "product_id")});
    return read;
}

}  // namespace

const Template& workshop8_template() {
    // The five aims of the official guide of 2020, in our words.
    static const Template from =
        template_from("regulations/pgp_agenda_workshop8.csv", "lokakarya_8",
                      {"Membagikan perkembangan kompetensi diri", "Merefleksikan upaya dan merumuskan perbaikan",
                       "Menyusun rencana pengembangan diri satu tahun", "Menyusun rencana program sekolah satu tahun",
                       "Menyusun strategi pelibatan warga sekolah"});
    return from;
}

const Template& partnership_evaluation_template() {
    static const Template from =
        template_from("regulations/partnership_evaluation_agenda.csv", "partnership_evaluation",
                      {"Keberlanjutan kemitraan tanpa dana direktorat tercatat", "Hasil pada guru dan murid tercatat",
                       "Rekomendasi disepakati kabupaten dan direktorat"});
    return from;
}

}  // namespace pamong::workshops
