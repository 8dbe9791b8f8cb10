#include "features/qualitative/usecases/member_checks.h"

#include "features/evidence/domain/content.h"
#include "features/qualitative/domain/written.h"

namespace pamong::qualitative {
namespace {

constexpr std::int64_t link_seconds = std::int64_t{60} * 86400;
constexpr std::int64_t most_answers = 50;

evidence::ItemRef offer_answer(const MemberCheck& check, const Source& source, Work& work) {
    return evidence::offer({evidence::Kind::member_check, check.id.value, "Tanggapan informan " + source.pseudonym,
                            evidence::Content()
                                .text("answer", boost::describe::enum_to_string(*check.answer, ""))
                                .text("pseudonym", source.pseudonym)
                                .number("number", check.answers)
                                .yes_no("comment", !check.comment.reveal().empty())
                                .json()},
                           work.now, work.evidence);
}

/// The claim as it stands is checked by this answer, when it still is the claim that was asked about.
void tie_to_theme(const MemberCheck& check, const evidence::ItemRef& answer, Work& work) {
    auto theme = work.store.theme(check.theme_id);
    if (!theme || theme->revision != check.theme_revision) return;
    if (check.answer != CheckAnswer::agree && !theme->contested) {
        theme->contested = true;
        work.store.set_contested(*theme);
    }
    const auto claim = offer_theme(*theme, work);
    work.evidence.add({}, {{claim, answer, evidence::Why::checked_by}});
}

}  // namespace

Result<AskedMember> ask_member(const AskMember& command, const LinkToken& link, Work& work) {
    const auto theme = work.store.theme(command.theme_id);
    const auto source = work.store.source(command.source_id);
    if (!theme || !source || theme->study_id != source->study_id) return refused("qualitative.not_found");
    if (!may_code(*work.store.study(theme->study_id), work.actor)) return access::not_permitted(access::code_studies);
    if (const auto before = work.store.check(command.id)) {
        if (before->theme_id != command.theme_id || before->source_id != command.source_id)
            return refused("qualitative.id_reused");
        return AskedMember{*before, ""};
    }
    MemberCheck check;
    check.id = command.id;
    check.theme_id = theme->id;
    check.theme_revision = theme->revision;
    check.source_id = source->id;
    check.asked_at = work.now;
    check.expires_at = work.now.plus_seconds(link_seconds);
    work.store.add(check, link.hash);
    work.store.journal("member_check.asked", "member_check", check.id.value);
    return AskedMember{check, link.token};
}

Result<CheckPage> open_check(const MemberCheckId& id, Timestamp now, StudyStore& store) {
    const auto check = store.check(id);
    if (!check || check->expires_at < now) return refused("member_check.not_found");
    const auto theme = store.theme(check->theme_id, check->theme_revision);
    const auto source = store.source(check->source_id);
    CheckPage page{*check, source->pseudonym, theme->claim, {}};
    std::vector<CodingId> ids;
    for (const ThemeSegment& segment : theme->segments) ids.push_back(segment.coding_id);
    for (const Coding& coding : store.codings(ids))
        if (coding.source_id == check->source_id && !coding.withdrawn) page.quotes.push_back(coding.quote);
    return page;
}

Result<MemberCheck> answer_check(const MemberCheckId& id, CheckAnswer answer, const std::string& comment, Work& work) {
    auto check = work.store.check(id);
    if (!check || check->expires_at < work.now || check->answers >= most_answers)
        return refused("member_check.not_found");
    const std::string tidy = tidy_text(comment);
    if (auto fine = check_written(tidy, "comment", 2000, Needed::no); !fine) return refused(fine.error());
    if (answer != CheckAnswer::agree && !check_written(tidy, "comment"))
        return refused("qualitative.comment_missing", {}, "comment");
    if (check->answer == answer && check->comment.reveal() == tidy) return *check;
    check->answer = answer;
    check->comment = Private(tidy);
    check->answered_at = work.now;
    ++check->answers;
    work.store.add_answer(*check);
    tie_to_theme(*check, offer_answer(*check, *work.store.source(check->source_id), work), work);
    work.store.journal("member_check.answered", "member_check", check->id.value);
    return *check;
}

}  // namespace pamong::qualitative
