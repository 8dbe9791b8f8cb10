#pragma once

#include "features/qualitative/usecases/studies.h"

namespace pamong::qualitative {

/// Makes a link with which the informant of `source_id` can answer whether a claim says what they meant. The token is
/// shown once; only its hash is kept. Repeating the command gives no second token. Valid 60 days.
/// Problems: access.not_permitted, qualitative.not_found, qualitative.id_reused.
struct AskMember {
    MemberCheckId id;
    ThemeId theme_id;
    SourceId source_id;
};
struct AskedMember {
    MemberCheck check;
    std::string token;  ///< empty when it was asked before
};
/// The two halves of a new token: what goes into the link, and what is kept.
struct LinkToken {
    std::string token;
    std::string hash;
};
Result<AskedMember> ask_member(const AskMember& command, const LinkToken& link, Work& work);

/// What the informant reads: the claim and their own words, nothing else.
struct CheckPage {
    MemberCheck check;
    std::string pseudonym;
    std::string claim;
    std::vector<std::string> quotes;
};
/// Problems: member_check.not_found (unknown or expired).
Result<CheckPage> open_check(const MemberCheckId& id, Timestamp now, StudyStore& store);

/// The informant's answer; a later answer replaces it, and all are kept. "mend" and "reject" make the theme contested,
/// so that whatever rests on it turns stale. Problems: member_check.not_found, qualitative.comment_missing.
Result<MemberCheck> answer_check(const MemberCheckId& id, CheckAnswer answer, const std::string& comment, Work& work);

}  // namespace pamong::qualitative
