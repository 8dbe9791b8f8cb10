#include "features/access/domain/role.h"

#include <array>

namespace pamong::access {
namespace {

constexpr std::array teacher_may{use_own_home,  use_instruments,        submit_answers, take_part_in_mentoring,
                                 own_appraisal, take_part_in_workshops, own_plan,       read_programmes};
constexpr std::array mentor_may{use_own_home,  use_instruments,        submit_answers, take_part_in_mentoring,
                                own_appraisal, take_part_in_workshops, own_plan,       read_programmes,
                                read_plans};
constexpr std::array principal_may{use_own_home,      read_people,      read_competence,   read_programmes,
                                   manage_programmes, pair_teachers,    monitor_mentoring, use_instruments,
                                   submit_answers,    appraise,         read_appraisals,   own_appraisal,
                                   own_plan,          read_plans,       approve_plans,     import_outcomes,
                                   read_outcomes,     read_evaluations, read_evidence};
constexpr std::array assessor_may{use_own_home,   read_people, use_instruments,
                                  submit_answers, appraise,    read_appraisals};
constexpr std::array supervisor_may{use_own_home,      read_people,     read_competence, read_programmes,
                                    monitor_mentoring, use_instruments, submit_answers,  read_submissions,
                                    read_appraisals,   read_plans,      read_outcomes,   read_evaluations,
                                    read_evidence};
constexpr std::array district_may{use_own_home,      read_people,      import_people,     read_competence,
                                  import_competence, read_programmes,  manage_programmes, pair_teachers,
                                  monitor_mentoring, read_appraisals,  read_plans,        import_outcomes,
                                  read_outcomes,     read_evaluations, read_evidence};
constexpr std::array province_may{use_own_home,  read_competence,  read_programmes, monitor_mentoring,
                                  read_outcomes, read_evaluations, read_evidence};
constexpr std::array ministry_may{use_own_home,  read_competence,   read_programmes,  manage_programmes,
                                  pair_teachers, monitor_mentoring, read_evaluations, read_evidence};
constexpr std::array facilitator_may{use_own_home,  use_instruments, submit_answers, take_part_in_workshops,
                                     run_workshops, read_programmes, read_plans};
constexpr std::array evaluator_may{use_own_home,    use_instruments, submit_answers,     read_submissions,
                                   read_programmes, read_competence, monitor_mentoring,  read_outcomes,
                                   run_analysis,    code_studies,    manage_evaluations, read_evaluations,
                                   read_evidence};
constexpr std::array administrator_may{use_own_home,  manage_accounts,   read_audit,     read_people,
                                       import_people, import_competence, use_instruments};
constexpr std::array officer_may{use_own_home, read_audit, read_evidence};

}  // namespace

std::span<const Permission> permissions_of(Role role) {
    switch (role) {
        case Role::teacher:
            return teacher_may;
        case Role::mentor:
            return mentor_may;
        case Role::principal:
            return principal_may;
        case Role::assessor:
            return assessor_may;
        case Role::supervisor:
            return supervisor_may;
        case Role::district:
            return district_may;
        case Role::province:
            return province_may;
        case Role::ministry:
            return ministry_may;
        case Role::facilitator:
            return facilitator_may;
        case Role::evaluator:
            return evaluator_may;
        case Role::administrator:
            return administrator_may;
        case Role::data_protection_officer:
            return officer_may;
    }
    return {};
}

}  // namespace pamong::access
