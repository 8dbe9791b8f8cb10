#pragma once

#include <functional>
#include <memory>

#include "features/competence/usecases/scores.h"
#include "platform/http/router.h"

namespace pamong::competence {

using PeopleOf = std::function<std::unique_ptr<people::PeopleDirectory>(store::Tx&)>;

void add_competence_routes(http::Router& router, const evidence::EvidenceOf& evidence_of, const PeopleOf& people_of);

}  // namespace pamong::competence
