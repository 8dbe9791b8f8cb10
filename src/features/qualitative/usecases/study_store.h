#pragma once

#include "features/qualitative/domain/study.h"

namespace pamong::qualitative {

/// A study as it stands: sources without their text.
struct StudyContent {
    Study study;
    std::vector<Source> sources;
    std::vector<Code> codes;  ///< the newest version of each
    std::vector<Coding> codings;
    std::vector<Theme> themes;  ///< the newest revision of each
    std::vector<MemberCheck> checks;
};

class StudyStore {
  public:
    virtual ~StudyStore() = default;
    virtual std::vector<Study> studies() = 0;
    virtual std::optional<Study> study(const StudyId& id) = 0;
    virtual StudyContent content(const StudyId& id) = 0;
    virtual void save(const Study& study) = 0;

    virtual std::optional<Source> source(const SourceId& id) = 0;
    virtual void save(const Source& source) = 0;

    virtual std::optional<Code> code(const CodeId& id) = 0;  ///< the newest version
    virtual void add(const Code& version) = 0;

    virtual std::optional<Coding> coding(const CodingId& id) = 0;
    virtual std::vector<Coding> codings_of(const SourceId& source) = 0;
    virtual std::vector<Coding> codings(const std::vector<CodingId>& ids) = 0;
    virtual void save(const Coding& coding) = 0;

    virtual std::optional<Theme> theme(const ThemeId& id) = 0;  ///< the newest revision
    virtual std::optional<Theme> theme(const ThemeId& id, std::int64_t revision) = 0;
    virtual void add(const Theme& revision) = 0;
    virtual void set_contested(const Theme& theme) = 0;

    virtual std::optional<MemberCheck> check(const MemberCheckId& id) = 0;
    virtual void add(const MemberCheck& check, const std::string& token_hash) = 0;
    /// Keeps the answer as the check's next one.
    virtual void add_answer(const MemberCheck& check) = 0;

    /// The audit entry of a change, without personal text.
    virtual void journal(std::string_view action, std::string_view kind, const Uuid& subject) = 0;
};

}  // namespace pamong::qualitative
