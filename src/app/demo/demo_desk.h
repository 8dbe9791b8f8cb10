#pragma once

#include "app/demo/demo.h"
#include "app/mentoring_parts.h"
#include "features/mentoring/adapters/request_desk.h"

namespace pamong::app {

/// Work at the desk of whoever acts, in one transaction of their own account.
template <class F>
auto at_desk_of(DemoWorld& world, const access::Actor& actor, F work) {
    const mentoring::MentoringParts parts = mentoring_parts();
    return must(world.store.write({actor.owner(), actor.account(), world.clock.now()}, [&](store::Tx& tx) {
        mentoring::RequestDesk desk(tx, actor, world.random, parts);
        return work(desk.desk);
    }));
}

/// The same for an office's coordinator.
template <class F>
auto at_desk(DemoWorld& world, const DemoOffice& office, const std::string& login, access::Role role, F work) {
    return at_desk_of(world, world.actor(office, login, role), work);
}

/// Peer mentoring in the first school: six mentors, twelve mentees, matched and published, not answered yet.
void start_school_programme(DemoWorld& world, const programmes::ProgrammeId& programme, const std::string& name,
                            Day starts_on);

}  // namespace pamong::app
