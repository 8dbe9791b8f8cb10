#include "app/demo/demo.h"
#include "app/first_start.h"
#include "features/access/adapters/sql_access_store.h"
#include "features/people/adapters/sql_people.h"

namespace pamong::app {
namespace {

constexpr std::string_view insert_example_owner = R"sql(
    insert into owner (id, name, kind, utc_offset_hours, created_at)
    values ($1, $2, $3, $4, $5)
)sql";

void add_office(DemoWorld& world, DemoOffice& office, const std::string& name, std::string_view kind,
                int utc_offset_hours) {
    office.id = world.id<OrgId>();
    office.name = name;
    must(world.store.write({}, [&](store::Tx& tx) -> Done {
        tx.run(insert_example_owner, office.id, name, kind, utc_offset_hours, world.clock.now());
        return {};
    }));
}

/// The importing hand of an office before it has any account.
access::Actor importer(const DemoOffice& office) {
    return {{}, office.id, {}, {{access::Role::district, access::ScopeKind::all}}};
}

std::string digits(Random& random, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += static_cast<char>('0' + random.below(10));
    return text;
}

/// An employee number of the right shape: birth 1970-1994, appointed at 25, sex, serial.
std::string example_nip(Random& random, bool female, Day& born, std::int64_t& since) {
    const int year = 1970 + static_cast<int>(random.below(25));
    const int month = 1 + static_cast<int>(random.below(12));
    const int day = 1 + static_cast<int>(random.below(28));
    born = *day_of(year, month, day);
    since = year + 25;
    std::string nip = to_string(born);
    std::erase(nip, '-');
    nip += std::to_string(year + 25) + (month < 10 ? "0" : "") + std::to_string(month) + (female ? "2" : "1");
    return nip + "0" + std::to_string(10 + random.below(90));
}

struct Ranked {
    std::string_view rank;
    int from_service_years;
};
constexpr std::array<Ranked, 5> ranks{{{"III/a", 0}, {"III/b", 4}, {"III/c", 8}, {"III/d", 14}, {"IV/a", 20}}};

people::RosterRow example_teacher(DemoWorld& world, const people::School& school, std::string_view subject,
                                  people::PostRole role) {
    Random& random = world.random;
    const bool female = random.below(10) < 6;
    people::RosterRow row;
    row.npsn = school.npsn;
    row.role = role;
    row.person.id = world.id<people::PersonId>();
    row.person.name = Private(example_name(random, female));
    Day born;
    std::int64_t since = 0;
    row.person.nip = Private(example_nip(random, female, born, since));
    row.person.nuptk = Private("9" + digits(random, 15));
    row.person.born_on = born;
    row.person.sex = female ? "P" : "L";
    row.person.teaching_since = since;
    row.person.subject = subject;
    row.person.level = school.level;
    const std::int64_t years = 2025 - since;
    for (const Ranked& step : ranks)
        if (years >= step.from_service_years) row.person.rank = step.rank;
    if (random.below(10) < 7) {
        row.person.certified_path = since < 2008 ? "Portofolio" : since < 2013 ? "PLPG" : "PPG";
        row.person.certified_year =
            std::min<std::int64_t>(2024, since + 5 + static_cast<std::int64_t>(random.below(6)));
    }
    return row;
}

constexpr std::array<std::string_view, 12> subjects{
    "IPA",  "Matematika",  "Bahasa Indonesia",  "Bahasa Inggris",         "IPS", "Pendidikan Pancasila",
    "PJOK", "Informatika", "Seni dan Prakarya", "Pendidikan Agama Islam", "IPA", "Matematika"};

void add_login(DemoWorld& world, access::SqlAccountStore& accounts, const std::string& login, const std::string& name,
               const std::string& hash, access::Role role, access::ScopeKind kind, std::optional<Uuid> scope,
               const std::string& scope_name, std::optional<Uuid> person) {
    const auto known = world.accounts.find(login);
    AccountId id = known == world.accounts.end() ? world.id<AccountId>() : known->second;
    if (known == world.accounts.end()) {
        accounts.add_account({id, login, Private(name), hash, true}, world.clock.now());
        world.accounts.emplace(login, id);
    }
    accounts.add_membership(id);
    accounts.add_grant({world.uuid(), id, {role, kind, scope, scope_name}, person}, world.clock.now());
    accounts.journal("account.invited", "account", id.value);
}

}  // namespace

std::string demo_offices(DemoWorld& world) {
    world.set_day(*day_of(2025, 1, 6));
    add_office(world, world.district, "Dinas Pendidikan Kabupaten Pringsewu (contoh)", "district", 7);
    add_office(world, world.ministry, "Direktorat Pembinaan Guru Pendidikan Dasar (contoh)", "ministry", 7);
    add_office(world, world.quality_body, "Balai Guru Penggerak NTB (contoh)", "quality_body", 8);
    return "tiga kantor: kabupaten, direktorat, dan balai provinsi";
}

std::string demo_roster(DemoWorld& world) {
    DemoOffice& office = world.district;
    people::seed_regions(world.store);
    for (int i = 1; i <= 6; ++i)
        office.schools.push_back({world.id<people::SchoolId>(), "1081000" + std::to_string(i),
                                  "SMPN " + std::to_string(i) + " Pringsewu (contoh)", people::SchoolStatus::negeri,
                                  "SMP", people::region_id("18.10")});
    std::vector<people::RosterRow> rows;
    for (std::size_t s = 0; s < office.schools.size(); ++s) {
        // The school of the source study has 24 teachers here; the others stand for its neighbours.
        const std::size_t teachers = s == 0 ? 24 : 16;
        for (std::size_t i = 0; i < teachers; ++i) {
            rows.push_back(example_teacher(world, office.schools[s], subjects[i % subjects.size()],
                                           i == 0 ? people::PostRole::principal : people::PostRole::teacher));
            office.school_of.emplace(rows.back().person.id.value, s);
            office.teachers.push_back(rows.back().person);
        }
    }
    must(world.store.write({office.id, {}, world.clock.now()}, [&](store::Tx& tx) -> Result<people::RosterOutcome> {
        people::SqlRosterStore roster(tx);
        if (auto schools = take_over_schools(office.schools, importer(office), roster); !schools) return schools;
        return take_over_roster(rows, local_day(world.clock.now(), 7), importer(office), world.clock.now(), roster);
    }));
    return std::to_string(office.schools.size()) + " SMP, " + std::to_string(rows.size()) + " guru: halaman Orang";
}

std::string demo_logins(DemoWorld& world) {
    Passwords passwords;
    const std::string hash = must(passwords.hash(Private<std::string>(std::string(example_password))));
    using access::Role;
    using access::ScopeKind;
    DemoOffice& office = world.district;
    const auto person = [&](std::size_t i) { return office.teachers.at(i); };
    const auto named = [&](std::size_t i) { return person(i).name.reveal(); };
    const Uuid school = office.schools.front().id.value;
    const std::string& school_name = office.schools.front().name;
    must(world.store.write({office.id, {}, world.clock.now()}, [&](store::Tx& tx) -> Done {
        access::SqlAccountStore accounts(tx);
        const auto add = [&](const std::string& login, const std::string& name, Role role, ScopeKind kind,
                             std::optional<Uuid> scope = {}, const std::string& scope_name = "",
                             std::optional<Uuid> who = {}) {
            add_login(world, accounts, login, name, hash, role, kind, scope, scope_name, who);
        };
        // Teachers 1-6 of the first school mentor, 7-18 are their mentees.
        add("guru", named(7), Role::teacher, ScopeKind::person, person(7).id.value, named(7), person(7).id.value);
        add("mentor", named(1), Role::mentor, ScopeKind::person, person(1).id.value, named(1), person(1).id.value);
        world.account_of = {{person(1).id.value, world.accounts.at("mentor")},
                            {person(7).id.value, world.accounts.at("guru")}};
        // The others have no password, so nobody signs in as them; what they write bears their own account.
        for (std::size_t i = 2; i <= 18; ++i) {
            if (i == 7) continue;
            const auto id = world.id<AccountId>();
            accounts.add_account({id, "guru-" + std::to_string(i), Private(named(i)), std::nullopt, false},
                                 world.clock.now());
            accounts.add_membership(id);
            accounts.add_grant(
                {world.uuid(),
                 id,
                 {i <= 6 ? Role::mentor : Role::teacher, ScopeKind::person, person(i).id.value, named(i)},
                 person(i).id.value},
                world.clock.now());
            accounts.journal("account.invited", "account", id.value);
            world.account_of.emplace(person(i).id.value, id);
        }
        add("kepsek", named(0), Role::principal, ScopeKind::school, school, school_name, person(0).id.value);
        add("asesor", named(24), Role::assessor, ScopeKind::school, school, school_name, person(24).id.value);
        add("pengawas", "Pengawas Contoh", Role::supervisor, ScopeKind::region, people::region_id("18.10"),
            "Kabupaten Pringsewu");
        add("dinas", "Petugas Dinas Contoh", Role::district, ScopeKind::all);
        add("provinsi", "Petugas Provinsi Contoh", Role::province, ScopeKind::all);
        add("evaluator", "Evaluator Contoh", Role::evaluator, ScopeKind::all);
        add("pengelola", "Pengelola Contoh", Role::administrator, ScopeKind::all);
        add("dpo", "Petugas Pelindungan Data Contoh", Role::data_protection_officer, ScopeKind::all);
        return {};
    }));
    must(world.store.write({world.ministry.id, {}, world.clock.now()}, [&](store::Tx& tx) -> Done {
        access::SqlAccountStore accounts(tx);
        add_login(world, accounts, "kementerian", "Petugas Direktorat Contoh", hash, Role::ministry, ScopeKind::all, {},
                  "", {});
        add_login(world, accounts, "evaluator", "Evaluator Contoh", hash, Role::evaluator, ScopeKind::all, {}, "", {});
        add_login(world, accounts, "fasilitator", "Fasilitator Contoh", hash, Role::facilitator, ScopeKind::all, {}, "",
                  {});
        return {};
    }));
    must(world.store.write({world.quality_body.id, {}, world.clock.now()}, [&](store::Tx& tx) -> Done {
        access::SqlAccountStore accounts(tx);
        add_login(world, accounts, "fasilitator", "Fasilitator Contoh", hash, Role::facilitator, ScopeKind::all, {}, "",
                  {});
        return {};
    }));
    return std::to_string(world.accounts.size()) + " akun, satu untuk setiap peran; kata sandi " +
           std::string(example_password);
}

}  // namespace pamong::app
