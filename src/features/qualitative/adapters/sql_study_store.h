#pragma once

#include "features/qualitative/usecases/study_store.h"
#include "platform/store/tx.h"

namespace pamong::qualitative {

class SqlStudyStore final : public StudyStore {
  public:
    explicit SqlStudyStore(store::Tx& tx) : tx_(tx) {}
    std::vector<Study> studies() override;
    std::optional<Study> study(const StudyId& id) override;
    StudyContent content(const StudyId& id) override;
    void save(const Study& study) override;
    std::optional<Source> source(const SourceId& id) override;
    void save(const Source& source) override;
    std::optional<Code> code(const CodeId& id) override;
    void add(const Code& version) override;
    std::optional<Coding> coding(const CodingId& id) override;
    std::vector<Coding> codings_of(const SourceId& source) override;
    std::vector<Coding> codings(const std::vector<CodingId>& ids) override;
    void save(const Coding& coding) override;
    std::optional<Theme> theme(const ThemeId& id) override;
    std::optional<Theme> theme(const ThemeId& id, std::int64_t revision) override;
    void add(const Theme& revision) override;
    void set_contested(const Theme& theme) override;
    std::optional<MemberCheck> check(const MemberCheckId& id) override;
    void add(const MemberCheck& check, const std::string& token_hash) override;
    void add_answer(const MemberCheck& check) override;
    void journal(std::string_view action, std::string_view kind, const Uuid& subject) override;

  private:
    std::vector<Theme> themes(std::string_view sql, const Uuid& id, std::int64_t revision);
    std::vector<MemberCheck> checks(std::string_view sql, const Uuid& id);
    store::Tx& tx_;
};

/// Where a member check's link leads; a transaction without owner is enough.
struct MemberLink {
    OrgId owner;
    MemberCheckId check;
};
std::optional<MemberLink> member_link(store::Tx& tx, const std::string& token_hash, Timestamp now);

}  // namespace pamong::qualitative
