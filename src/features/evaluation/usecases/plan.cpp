#include "features/evaluation/usecases/plan.h"

#include <algorithm>

#include "features/evaluation/domain/course.h"
#include "features/evaluation/usecases/facts.h"
#include "features/qualitative/domain/written.h"

namespace pamong::evaluation {
namespace {

using qualitative::check_written;
using qualitative::Needed;

constexpr std::size_t title_letters = 200;
constexpr std::size_t page_letters = 6000;

access::Where where_of(const Plan& plan) { return {plan.school_id, plan.region_ids, plan.programme_id, std::nullopt}; }

Done check_plan(const Plan& plan) {
    for (const Done& done :
         {check_written(plan.title, "title", title_letters),
          check_written(plan.programme_name, "programme_name", title_letters),
          check_written(plan.purpose, "purpose", page_letters), check_written(plan.users, "users", page_letters),
          check_written(plan.description, "description", page_letters, Needed::no),
          check_written(plan.method, "method", page_letters, Needed::no),
          check_written(plan.limits, "limits", page_letters, Needed::no),
          check_written(plan.place, "place", title_letters, Needed::no)})
        if (!done) return done;
    if (plan.period_to < plan.period_from) return refused("evaluation.period", {}, "period_to");
    if (plan.informants.size() > 40) return refused("evaluation.informants", {}, "informants");
    for (std::size_t i = 0; i < plan.informants.size(); ++i) {
        const Informants& group = plan.informants[i];
        const std::string at = "informants[" + std::to_string(i) + "].";
        if (group.people < 0 || group.people > 10'000'000) return refused("evaluation.informants", {}, at + "people");
        for (const auto& [field, text] : {std::pair{"role", &group.role},
                                          {"chosen_because", &group.chosen_because},
                                          {"technique", &group.technique}})
            if (auto done = check_written(*text, at + field, title_letters); !done) return done;
    }
    return {};
}

}  // namespace

bool may_manage(const Plan& plan, const access::Actor& actor) {
    return actor.may(access::manage_evaluations, where_of(plan));
}

Done check_revision(std::int64_t newest, const std::optional<std::int64_t>& base) {
    if (!base || *base == newest) return {};
    return refused("evaluation.conflict", {{"base", std::to_string(*base)}, {"newest", std::to_string(newest)}});
}

Result<Evaluation> changeable(const EvaluationId& id, Work& work) {
    auto evaluation = work.store.for_change(id);
    if (!evaluation) return refused("evaluation.not_found");
    if (!may_manage(evaluation->plan, work.actor)) return access::not_permitted(access::manage_evaluations);
    return std::move(*evaluation);
}

Result<Evaluation> plan_evaluation(const EvaluationId& id, const Plan& plan, std::optional<std::int64_t> base_revision,
                                   const std::vector<ChecklistAspect>& checklist, Work& work) {
    if (!may_manage(plan, work.actor)) return access::not_permitted(access::manage_evaluations);
    if (auto fine = check_plan(plan); !fine) return refused(fine.error());
    if (work.store.for_change(id)) {
        auto before = changeable(id, work);
        if (!before || before->plan == plan) return before;
        if (auto fine = check_may_plan(*before); !fine) return refused(fine.error());
        if (auto fine = check_revision(before->revision, base_revision.value_or(0)); !fine)
            return refused(fine.error());
        before->plan = plan;
        ++before->revision;
        work.store.save(*before);
        work.store.journal("evaluation.planned", "evaluation", id.value);
        return before;
    }
    Evaluation evaluation;
    evaluation.id = id;
    evaluation.plan = plan;
    for (const ChecklistAspect& row : checklist) {
        Aspect aspect;
        aspect.id = aspect_id(id, row.code);
        aspect.position = static_cast<std::int64_t>(evaluation.aspects.size()) + 1;
        aspect.code = row.code;
        aspect.component = row.component;
        aspect.name = row.name;
        aspect.question = row.question;
        aspect.criterion = row.criterion;
        aspect.sources = row.sources;
        evaluation.aspects.push_back(std::move(aspect));
    }
    work.store.save(evaluation);
    work.store.save(id, evaluation.aspects);
    work.store.journal("evaluation.started", "evaluation", id.value);
    return evaluation;
}

Result<Aspect> define_aspect(const DefineAspect& command, Work& work) {
    auto evaluation = changeable(command.evaluation_id, work);
    if (!evaluation) return refused(evaluation.error());
    Aspect* aspect = evaluation->aspect(command.aspect_id);
    if (aspect == nullptr) return refused("evaluation.not_found");
    const bool unchanged = aspect->question == command.question && aspect->criterion == command.criterion &&
                           aspect->standard == command.standard && aspect->standard_value == command.standard_value &&
                           aspect->sources == command.sources && aspect->used == command.used;
    if (unchanged) return *aspect;
    if (auto fine = check_may_plan(*evaluation); !fine) return refused(fine.error());
    if (auto fine = check_revision(aspect->revision, command.base_revision); !fine) return refused(fine.error());
    for (const auto& [field, text] : {std::pair{"question", &command.question},
                                      {"criterion", &command.criterion},
                                      {"standard", &command.standard},
                                      {"sources", &command.sources}})
        if (auto fine = check_written(*text, field, 1000, Needed::no); !fine) return refused(fine.error());
    if (command.standard_value && (*command.standard_value < -1000 || *command.standard_value > 1000))
        return refused("evaluation.standard_value", {}, "standard_value");
    aspect->question = command.question;
    aspect->criterion = command.criterion;
    aspect->standard = command.standard;
    aspect->standard_value = command.standard_value;
    aspect->sources = command.sources;
    aspect->used = command.used;
    ++aspect->revision;
    work.store.save(evaluation->id, {*aspect});
    work.store.journal("evaluation.aspect_defined", "evaluation_aspect", aspect->id.value);
    return *aspect;
}

Result<Evaluation> lock_evaluation(const EvaluationId& id, Work& work) {
    auto evaluation = changeable(id, work);
    if (!evaluation || evaluation->state != EvaluationState::draft) return evaluation;
    if (auto fine = check_may_lock(*evaluation); !fine) return refused(fine.error());
    const auto plan = plan_fact(*evaluation);
    evidence::offer(plan, work.now, work.evidence);
    evaluation->state = EvaluationState::locked;
    evaluation->locked_at = work.now;
    evaluation->lock_hash = work.evidence.hash_of(plan.kind, plan.content);
    ++evaluation->revision;
    work.store.save(*evaluation);
    work.store.journal("evaluation.locked", "evaluation", id.value);
    return evaluation;
}

Result<Evaluation> open_evaluation(const EvaluationId& id, Work& work) {
    auto evaluation = work.store.evaluation(id);
    if (!evaluation) return refused("evaluation.not_found");
    if (!work.actor.may(access::read_evaluations, where_of(evaluation->plan)))
        return access::not_permitted(access::read_evaluations);
    return std::move(*evaluation);
}

Result<std::vector<Evaluation>> evaluations(Work& work) {
    if (!work.actor.may(access::read_evaluations)) return access::not_permitted(access::read_evaluations);
    auto all = work.store.evaluations();
    std::erase_if(all,
                  [&](const Evaluation& one) { return !work.actor.may(access::read_evaluations, where_of(one.plan)); });
    return all;
}

}  // namespace pamong::evaluation
