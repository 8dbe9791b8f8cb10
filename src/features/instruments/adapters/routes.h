#pragma once

#include "features/evidence/usecases/evidence.h"
#include "features/people/usecases/directory.h"
#include "platform/http/router.h"

namespace pamong::instruments {

/// Whose device it was: owner and account of a session that may have ended since.
struct DeviceOwner {
    OrgId owner;
    AccountId account;
};
using DeviceOwnerOf = std::function<std::optional<DeviceOwner>(const http::HttpRequest&, store::Store&)>;

/// People of the owner, for the names of those a form is about; made in src/app/.
using PeopleOf = std::function<std::unique_ptr<people::PeopleDirectory>(store::Tx&)>;

void add_instruments_routes(http::Router& router, const evidence::EvidenceOf& evidence_of, const PeopleOf& people_of,
                            const DeviceOwnerOf& device_owner_of);
/// Links for people without an account; part of add_instruments_routes().
void add_link_routes(http::Router& router, const evidence::EvidenceOf& evidence_of);

}  // namespace pamong::instruments
