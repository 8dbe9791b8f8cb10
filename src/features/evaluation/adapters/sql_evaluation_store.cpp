#include "features/evaluation/adapters/sql_evaluation_store.h"

#include "features/evaluation/adapters/rows.h"
#include "platform/crypto/crypto.h"

namespace pamong::evaluation {
namespace {

/// JSON columns hold what we wrote; anything else is damage.
template <class T>
T stored(const JsonText& json) {
    auto value = from_json<T>(json.text);
    expects(value.has_value(), "a stored document that cannot be read");
    return std::move(*value);
}

Evaluation evaluation_from(EvaluationRow&& row) {
    Evaluation evaluation;
    evaluation.id = row.id;
    evaluation.plan = {std::move(row.title),
                       std::move(row.programme_name),
                       std::move(row.purpose),
                       row.use,
                       std::move(row.users),
                       std::move(row.description),
                       std::move(row.method),
                       std::move(row.limits),
                       std::move(row.place),
                       row.period_from,
                       row.period_to,
                       row.scale_rule,
                       stored<std::vector<Informants>>(row.informants),
                       row.programme_id,
                       row.school_id,
                       stored<std::vector<Uuid>>(row.region_ids)};
    evaluation.state = row.state;
    evaluation.locked_at = row.locked_at;
    evaluation.lock_hash = std::move(row.lock_hash);
    evaluation.decision = row.decision;
    evaluation.decision_reason = std::move(row.decision_reason);
    evaluation.decided_at = row.decided_at;
    evaluation.revision = row.revision;
    return evaluation;
}

Aspect aspect_from(AspectRow&& row) {
    Aspect aspect{row.id,
                  row.position,
                  std::move(row.code),
                  row.component,
                  std::move(row.name),
                  std::move(row.question),
                  std::move(row.criterion),
                  std::move(row.standard),
                  row.standard_value,
                  std::move(row.sources),
                  row.used,
                  {},
                  stored<std::vector<Sentence>>(row.finding),
                  std::nullopt,
                  row.judgement,
                  std::move(row.reason),
                  std::move(row.cause),
                  row.revision};
    if (row.measure) {
        auto measure = stored<MeasureJson>(*row.measure);
        aspect.measure = {std::move(measure.inputs), Exact(measure.numerator, measure.denominator),
                          std::move(measure.band)};
    }
    return aspect;
}

Link link_from(LinkRow&& row) {
    return {row.id,        row.aspect_id,        {row.item_id, row.item_revision},
            row.item_kind, std::move(row.label), row.role,
            row.why,       std::move(row.note),  row.removed};
}

}  // namespace

constexpr std::string_view select_evaluations = R"sql(
    select id, title, programme_name, purpose, use, users, description, method, limits, place, period_from, period_to,
        scale_rule, informants, programme_id, school_id, region_ids, state, locked_at, lock_hash, decision,
        decision_reason, decided_at, revision
    from evaluation_evaluation
    where org_id = $1
    order by created_at desc, id desc
    limit 500
)sql";
constexpr std::string_view select_evaluation = R"sql(
    select id, title, programme_name, purpose, use, users, description, method, limits, place, period_from, period_to,
        scale_rule, informants, programme_id, school_id, region_ids, state, locked_at, lock_hash, decision,
        decision_reason, decided_at, revision
    from evaluation_evaluation
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_evaluation_for_change = R"sql(
    select id, title, programme_name, purpose, use, users, description, method, limits, place, period_from, period_to,
        scale_rule, informants, programme_id, school_id, region_ids, state, locked_at, lock_hash, decision,
        decision_reason, decided_at, revision
    from evaluation_evaluation
    where org_id = $1
      and id = $2
    {for_update}
)sql";

std::vector<Evaluation> SqlEvaluationStore::evaluations() {
    std::vector<Evaluation> all;
    for (auto& row : tx_.all<EvaluationRow>(select_evaluations, tx_.owner()))
        all.push_back(evaluation_from(std::move(row)));
    load_recommendations(all);
    return all;
}

std::optional<Evaluation> SqlEvaluationStore::found(std::string_view sql, const EvaluationId& id) {
    auto row = tx_.one<EvaluationRow>(sql, tx_.owner(), id);
    if (!row) return std::nullopt;
    std::vector<Evaluation> one{evaluation_from(std::move(*row))};
    load_aspects(one.front());
    load_recommendations(one);
    return std::move(one.front());
}
std::optional<Evaluation> SqlEvaluationStore::evaluation(const EvaluationId& id) {
    return found(select_evaluation, id);
}
std::optional<Evaluation> SqlEvaluationStore::for_change(const EvaluationId& id) {
    return found(select_evaluation_for_change, id);
}

constexpr std::string_view select_aspects = R"sql(
    select id, position, code, component, name, question, criterion, standard, standard_value, sources, used, finding,
        measure, judgement, reason, cause, revision
    from evaluation_aspect
    where org_id = $1
      and evaluation_id = $2
    order by position, id
)sql";
constexpr std::string_view select_links = R"sql(
    select l.id, l.aspect_id, l.item_id, l.item_revision, l.item_kind, l.label, l.role, l.why, l.note, l.removed
    from evaluation_link l
    join evaluation_aspect a on a.org_id = l.org_id and a.id = l.aspect_id
    where l.org_id = $1
      and a.evaluation_id = $2
    order by l.linked_at, l.id
)sql";

void SqlEvaluationStore::load_aspects(Evaluation& evaluation) {
    for (auto& row : tx_.all<AspectRow>(select_aspects, tx_.owner(), evaluation.id))
        evaluation.aspects.push_back(aspect_from(std::move(row)));
    for (auto& row : tx_.all<LinkRow>(select_links, tx_.owner(), evaluation.id))
        evaluation.aspect(row.aspect_id)->links.push_back(link_from(std::move(row)));
}

constexpr std::string_view select_recommendations = R"sql(
    select id, evaluation_id, aspect_id, position, kind, text, responsible, due_on, priority, status
    from evaluation_recommendation
    where org_id = $1
      and evaluation_id in {ids $2}
    order by evaluation_id, position, id
)sql";
constexpr std::string_view select_follow_ups = R"sql(
    select f.id, f.recommendation_id, f.status, f.note, f.noted_at
    from evaluation_follow_up f
    join evaluation_recommendation r on r.org_id = f.org_id and r.id = f.recommendation_id
    where f.org_id = $1
      and r.evaluation_id in {ids $2}
    order by f.noted_at, f.id
)sql";

void SqlEvaluationStore::load_recommendations(std::vector<Evaluation>& evaluations) {
    std::vector<Uuid> ids;
    std::map<EvaluationId, Evaluation*> by_id;
    for (Evaluation& evaluation : evaluations) {
        ids.push_back(evaluation.id.value);
        by_id[evaluation.id] = &evaluation;
    }
    std::map<RecommendationId, EvaluationId> place;
    for (auto& row : tx_.all<RecommendationRow>(select_recommendations, tx_.owner(), to_json(ids))) {
        place[row.id] = row.evaluation_id;
        by_id.at(row.evaluation_id)
            ->recommendations.push_back({row.id,
                                         row.aspect_id,
                                         row.position,
                                         row.kind,
                                         std::move(row.text),
                                         std::move(row.responsible),
                                         row.due_on,
                                         row.priority,
                                         row.status,
                                         {}});
    }
    for (auto& row : tx_.all<FollowUpRow>(select_follow_ups, tx_.owner(), to_json(ids)))
        by_id.at(place.at(row.recommendation_id))
            ->recommendation(row.recommendation_id)
            ->follow_ups.push_back({row.id, row.status, std::move(row.note), row.noted_at});
}

constexpr std::string_view upsert_evaluation = R"sql(
    insert into evaluation_evaluation
        (org_id, id, title, programme_name, purpose, use, users, description, method, limits, place, period_from,
        period_to, scale_rule, informants, programme_id, school_id, region_ids, state, locked_at, lock_hash, decision,
        decision_reason, decided_at, revision, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
        $24, $25, $26)
    on conflict (org_id, id) do update set
        title = excluded.title,
        programme_name = excluded.programme_name,
        purpose = excluded.purpose,
        use = excluded.use,
        users = excluded.users,
        description = excluded.description,
        method = excluded.method,
        limits = excluded.limits,
        place = excluded.place,
        period_from = excluded.period_from,
        period_to = excluded.period_to,
        scale_rule = excluded.scale_rule,
        informants = excluded.informants,
        programme_id = excluded.programme_id,
        school_id = excluded.school_id,
        region_ids = excluded.region_ids,
        state = excluded.state,
        locked_at = excluded.locked_at,
        lock_hash = excluded.lock_hash,
        decision = excluded.decision,
        decision_reason = excluded.decision_reason,
        decided_at = excluded.decided_at,
        revision = excluded.revision
)sql";

void SqlEvaluationStore::save(const Evaluation& evaluation) {
    const Plan& plan = evaluation.plan;
    tx_.run(upsert_evaluation, tx_.owner(), evaluation.id, plan.title, plan.programme_name, plan.purpose, plan.use,
            plan.users, plan.description, plan.method, plan.limits, plan.place, plan.period_from, plan.period_to,
            plan.scale_rule, to_json(plan.informants), plan.programme_id, plan.school_id, to_json(plan.region_ids),
            evaluation.state, evaluation.locked_at, evaluation.lock_hash, evaluation.decision,
            evaluation.decision_reason, evaluation.decided_at, evaluation.revision, tx_.now());
}

constexpr std::string_view upsert_aspect = R"sql(
    insert into evaluation_aspect
        (org_id, id, evaluation_id, position, code, component, name, question, criterion, standard, standard_value,
        sources, used, finding, measure, judgement, reason, cause, revision)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
    on conflict (org_id, id) do update set
        question = excluded.question,
        criterion = excluded.criterion,
        standard = excluded.standard,
        standard_value = excluded.standard_value,
        sources = excluded.sources,
        used = excluded.used,
        finding = excluded.finding,
        measure = excluded.measure,
        judgement = excluded.judgement,
        reason = excluded.reason,
        cause = excluded.cause,
        revision = excluded.revision
)sql";

void SqlEvaluationStore::save(const EvaluationId& evaluation, const std::vector<Aspect>& aspects) {
    for (const Aspect& aspect : aspects) {
        std::optional<std::string> measure;
        if (aspect.measure)
            measure = to_json(MeasureJson{aspect.measure->inputs, aspect.measure->value.numerator(),
                                          aspect.measure->value.denominator(), aspect.measure->band});
        tx_.run(upsert_aspect, tx_.owner(), aspect.id, evaluation, aspect.position, aspect.code, aspect.component,
                aspect.name, aspect.question, aspect.criterion, aspect.standard, aspect.standard_value, aspect.sources,
                aspect.used, to_json(aspect.finding), measure, aspect.judgement, aspect.reason, aspect.cause,
                aspect.revision);
    }
}

constexpr std::string_view select_link = R"sql(
    select id, aspect_id, item_id, item_revision, item_kind, label, role, why, note, removed
    from evaluation_link
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view upsert_link = R"sql(
    insert into evaluation_link
        (org_id, id, aspect_id, item_id, item_revision, item_kind, label, role, why, note, removed, linked_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    on conflict (org_id, id) do update set
        item_revision = excluded.item_revision,
        label = excluded.label,
        role = excluded.role,
        why = excluded.why,
        note = excluded.note,
        removed = excluded.removed
)sql";

std::optional<Link> SqlEvaluationStore::link(const LinkId& id) {
    auto row = tx_.one<LinkRow>(select_link, tx_.owner(), id);
    if (!row) return std::nullopt;
    return link_from(std::move(*row));
}
void SqlEvaluationStore::save(const Link& link) {
    tx_.run(upsert_link, tx_.owner(), link.id, link.aspect_id, link.item.id, link.item.revision, link.kind, link.label,
            link.role, link.why, link.note, link.removed, tx_.now());
}

constexpr std::string_view upsert_recommendation = R"sql(
    insert into evaluation_recommendation
        (org_id, id, evaluation_id, aspect_id, position, kind, text, responsible, due_on, priority, status)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    on conflict (org_id, id) do update set status = excluded.status
)sql";
constexpr std::string_view insert_follow_up = R"sql(
    insert into evaluation_follow_up (org_id, id, recommendation_id, status, note, account_id, noted_at)
    values ($1, $2, $3, $4, $5, $6, $7)
)sql";

void SqlEvaluationStore::save(const EvaluationId& evaluation, const Recommendation& one) {
    tx_.run(upsert_recommendation, tx_.owner(), one.id, evaluation, one.aspect_id, one.position, one.kind, one.text,
            one.responsible, one.due_on, one.priority, one.status);
}
void SqlEvaluationStore::add(const RecommendationId& recommendation, const FollowUp& step) {
    tx_.run(insert_follow_up, tx_.owner(), step.id, recommendation, step.status, step.note, tx_.account(),
            step.noted_at);
}

constexpr std::string_view select_report = R"sql(
    select content
    from evaluation_report
    where org_id = $1
      and evaluation_id = $2
    order by number desc
    limit 1
)sql";
constexpr std::string_view insert_report = R"sql(
    insert into evaluation_report (org_id, evaluation_id, number, content, hash, published_at)
    values ($1, $2, $3, $4, $5, $6)
)sql";
constexpr std::string_view select_latest = R"sql(
    select evaluation_id
    from evaluation_report
    where org_id = $1
    order by published_at desc, evaluation_id desc, number desc
    limit 1
)sql";

std::optional<std::string> SqlEvaluationStore::newest_report_json(const EvaluationId& id) {
    auto row = tx_.one<ReportRow>(select_report, tx_.owner(), id);
    if (!row) return std::nullopt;
    return std::move(row->content.text);
}
std::optional<Report> SqlEvaluationStore::newest_report(const EvaluationId& id) {
    const auto json = newest_report_json(id);
    if (!json) return std::nullopt;
    return stored<Report>({*json});
}
void SqlEvaluationStore::add(const Report& report) {
    const std::string content = to_json(report);
    tx_.run(insert_report, tx_.owner(), report.evaluation_id, report.number, content, blake2b_hex(content),
            report.published_at);
}
std::optional<EvaluationId> SqlEvaluationStore::latest_published() {
    const auto row = tx_.one<EvaluationIdRow>(select_latest, tx_.owner());
    if (!row) return std::nullopt;
    return row->evaluation_id;
}

void SqlEvaluationStore::journal(std::string_view action, std::string_view kind, const Uuid& subject) {
    tx_.journal(action, kind, subject);
}

}  // namespace pamong::evaluation
