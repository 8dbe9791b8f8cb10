#include "features/qualitative/adapters/sql_study_store.h"

#include "features/qualitative/adapters/rows.h"

namespace pamong::qualitative {
namespace {

Coding coding_from(CodingRow&& row) {
    return {row.id,     row.source_id,        row.code_id,         row.code_version, row.start_at,
            row.end_at, std::move(row.quote), std::move(row.memo), row.withdrawn};
}

}  // namespace

constexpr std::string_view select_studies = R"sql(
    select id, title, question, frame, ethics_note, programme_id, school_id, revision
    from qualitative_study
    where org_id = $1
    order by created_at desc, id desc
    limit 500
)sql";
constexpr std::string_view select_study = R"sql(
    select id, title, question, frame, ethics_note, programme_id, school_id, revision
    from qualitative_study
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view upsert_study = R"sql(
    insert into qualitative_study
        (org_id, id, title, question, frame, ethics_note, programme_id, school_id, revision, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict (org_id, id) do update set
        title = excluded.title,
        question = excluded.question,
        frame = excluded.frame,
        ethics_note = excluded.ethics_note,
        revision = excluded.revision
)sql";

std::vector<Study> SqlStudyStore::studies() { return tx_.all<Study>(select_studies, tx_.owner()); }
std::optional<Study> SqlStudyStore::study(const StudyId& id) { return tx_.one<Study>(select_study, tx_.owner(), id); }
void SqlStudyStore::save(const Study& study) {
    tx_.run(upsert_study, tx_.owner(), study.id, study.title, study.question, study.frame, study.ethics_note,
            study.programme_id, study.school_id, study.revision, tx_.now());
}

// The text stays out: a study's page does not need it.
constexpr std::string_view select_sources = R"sql(
    select id, study_id, technique, role, pseudonym, dated_on, place, language, consent, chosen_because, '' as text,
        text_hash, frozen
    from qualitative_source
    where org_id = $1
      and study_id = $2
    order by dated_on, pseudonym, id
)sql";
constexpr std::string_view select_source = R"sql(
    select id, study_id, technique, role, pseudonym, dated_on, place, language, consent, chosen_because, text,
        text_hash, frozen
    from qualitative_source
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view upsert_source = R"sql(
    insert into qualitative_source
        (org_id, id, study_id, technique, role, pseudonym, dated_on, place, language, consent, chosen_because, text,
        text_hash, frozen, saved_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    on conflict (org_id, id) do update set
        technique = excluded.technique,
        role = excluded.role,
        pseudonym = excluded.pseudonym,
        dated_on = excluded.dated_on,
        place = excluded.place,
        language = excluded.language,
        consent = excluded.consent,
        chosen_because = excluded.chosen_because,
        text = excluded.text,
        text_hash = excluded.text_hash,
        frozen = excluded.frozen,
        saved_at = excluded.saved_at
)sql";

std::optional<Source> SqlStudyStore::source(const SourceId& id) {
    return tx_.one<Source>(select_source, tx_.owner(), id);
}
void SqlStudyStore::save(const Source& source) {
    tx_.run(upsert_source, tx_.owner(), source.id, source.study_id, source.technique, source.role, source.pseudonym,
            source.dated_on, source.place, source.language, source.consent, source.chosen_because, source.text,
            source.text_hash, source.frozen, tx_.now());
}

constexpr std::string_view select_codes = R"sql(
    select c.id, c.study_id, c.version, c.name, c.definition, c.when_to_use, c.when_not, c.example
    from qualitative_code c
    where c.org_id = $1
      and c.study_id = $2
      and not exists (
          select 1
          from qualitative_code later
          where later.org_id = c.org_id
            and later.id = c.id
            and later.version > c.version)
    order by c.name, c.id
)sql";
constexpr std::string_view select_code = R"sql(
    select id, study_id, version, name, definition, when_to_use, when_not, example
    from qualitative_code
    where org_id = $1
      and id = $2
    order by version desc
    limit 1
)sql";
constexpr std::string_view insert_code = R"sql(
    insert into qualitative_code
        (org_id, id, version, study_id, name, definition, when_to_use, when_not, example, saved_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql";

std::optional<Code> SqlStudyStore::code(const CodeId& id) { return tx_.one<Code>(select_code, tx_.owner(), id); }
void SqlStudyStore::add(const Code& code) {
    tx_.run(insert_code, tx_.owner(), code.id, code.version, code.study_id, code.name, code.definition,
            code.when_to_use, code.when_not, code.example, tx_.now());
}

constexpr std::string_view select_coding = R"sql(
    select id, source_id, code_id, code_version, start_at, end_at, quote, memo, withdrawn
    from qualitative_coding
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_codings_of_source = R"sql(
    select id, source_id, code_id, code_version, start_at, end_at, quote, memo, withdrawn
    from qualitative_coding
    where org_id = $1
      and source_id = $2
      and not withdrawn
    order by start_at, end_at, id
)sql";
constexpr std::string_view select_codings_by_id = R"sql(
    select id, source_id, code_id, code_version, start_at, end_at, quote, memo, withdrawn
    from qualitative_coding
    where org_id = $1
      and id in {ids $2}
    order by id
)sql";
constexpr std::string_view select_codings_of_study = R"sql(
    select c.id, c.source_id, c.code_id, c.code_version, c.start_at, c.end_at, c.quote, c.memo, c.withdrawn
    from qualitative_coding c
    join qualitative_source s on s.org_id = c.org_id and s.id = c.source_id
    where c.org_id = $1
      and s.study_id = $2
      and not c.withdrawn
    order by s.dated_on, s.pseudonym, c.start_at, c.id
)sql";
constexpr std::string_view upsert_coding = R"sql(
    insert into qualitative_coding
        (org_id, id, source_id, code_id, code_version, start_at, end_at, quote, memo, withdrawn, account_id, saved_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    on conflict (org_id, id) do update set withdrawn = excluded.withdrawn
)sql";

std::optional<Coding> SqlStudyStore::coding(const CodingId& id) {
    auto row = tx_.one<CodingRow>(select_coding, tx_.owner(), id);
    if (!row) return std::nullopt;
    return coding_from(std::move(*row));
}
std::vector<Coding> SqlStudyStore::codings_of(const SourceId& source) {
    std::vector<Coding> found;
    for (auto& row : tx_.all<CodingRow>(select_codings_of_source, tx_.owner(), source))
        found.push_back(coding_from(std::move(row)));
    return found;
}
std::vector<Coding> SqlStudyStore::codings(const std::vector<CodingId>& ids) {
    std::vector<Coding> found;
    for (auto& row : tx_.all<CodingRow>(select_codings_by_id, tx_.owner(), to_json(ids)))
        found.push_back(coding_from(std::move(row)));
    return found;
}
void SqlStudyStore::save(const Coding& coding) {
    tx_.run(upsert_coding, tx_.owner(), coding.id, coding.source_id, coding.code_id, coding.code_version, coding.start,
            coding.end, coding.quote, coding.memo, coding.withdrawn, tx_.account(), tx_.now());
}

StudyContent SqlStudyStore::content(const StudyId& id) {
    StudyContent content{*study(id),
                         tx_.all<Source>(select_sources, tx_.owner(), id),
                         tx_.all<Code>(select_codes, tx_.owner(), id),
                         {},
                         {},
                         {}};
    for (auto& row : tx_.all<CodingRow>(select_codings_of_study, tx_.owner(), id))
        content.codings.push_back(coding_from(std::move(row)));
    constexpr std::string_view select_themes_of_study = R"sql(
        select t.id, t.study_id, t.revision, t.name, t.definition, t.claim, t.confidence, t.contested
        from qualitative_theme t
        where t.org_id = $1
          and t.study_id = $2
          and t.revision > $3
          and not exists (
              select 1
              from qualitative_theme later
              where later.org_id = t.org_id
                and later.id = t.id
                and later.revision > t.revision)
        order by t.name, t.id
    )sql";
    content.themes = themes(select_themes_of_study, id.value, 0);
    constexpr std::string_view select_checks_of_study = R"sql(
        select k.id, k.theme_id, k.theme_revision, k.source_id, k.asked_at, k.expires_at,
            coalesce(a.number, 0) as answers, a.answer, a.comment, a.answered_at
        from qualitative_member_check k
        join qualitative_source s on s.org_id = k.org_id and s.id = k.source_id
        left join qualitative_member_check_answer a on a.org_id = k.org_id and a.check_id = k.id
            and not exists (
                select 1
                from qualitative_member_check_answer later
                where later.org_id = a.org_id
                  and later.check_id = a.check_id
                  and later.number > a.number)
        where k.org_id = $1
          and s.study_id = $2
        order by k.asked_at desc, k.id desc
    )sql";
    content.checks = checks(select_checks_of_study, id.value);
    return content;
}

void SqlStudyStore::journal(std::string_view action, std::string_view kind, const Uuid& subject) {
    tx_.journal(action, kind, subject);
}

}  // namespace pamong::qualitative
