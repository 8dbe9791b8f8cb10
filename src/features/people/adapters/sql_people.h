#pragma once

#include "features/people/usecases/roster.h"
#include "platform/store/store.h"

namespace pamong::people {

class SqlPeopleDirectory final : public PeopleDirectory {
  public:
    explicit SqlPeopleDirectory(store::Tx& tx) : tx_(tx) {}
    std::optional<School> school(const SchoolId& id) override;
    std::vector<School> schools() override;
    std::vector<Uuid> regions_above(const Uuid& region) override;
    std::map<Uuid, Region> regions() override;
    std::vector<PostHeld> posts_of(const PersonId& id) override;
    std::optional<PersonNow> person(const PersonId& id) override;
    std::map<Uuid, Private<std::string>> names_of(const std::vector<Uuid>& persons) override;
    std::vector<PersonNow> people(const access::Reach& reach) override;

  private:
    store::Tx& tx_;
};

class SqlRosterStore final : public RosterStore {
  public:
    explicit SqlRosterStore(store::Tx& tx) : tx_(tx) {}
    std::map<std::string, SchoolId> schools_by_npsn() override;
    std::map<std::string, PersonId> persons_by_number() override;
    std::map<std::string, Region> regions_by_code() override;
    void save_regions(const std::vector<Region>& regions) override;
    void save_schools(const std::vector<School>& schools) override;
    void save_persons(const std::vector<Person>& persons, Timestamp now) override;
    void open_posts(const std::vector<Post>& posts) override;
    void journal(std::string_view action, const Uuid& subject) override;

  private:
    store::Tx& tx_;
};

/// Adds a district below its province, whose code is the first two digits; a known one stays as it is.
void add_district(store::Tx& tx, const Region& district, std::string_view source);
/// Provinces and districts of regulations/, put in once; repeating it changes nothing.
void seed_regions(store::Store& store);

}  // namespace pamong::people
