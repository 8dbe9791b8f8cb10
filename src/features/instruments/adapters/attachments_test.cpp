// Who may attach to a submission and who may read what is attached.
#include "features/instruments/adapters/attachments.h"

#include <gtest/gtest.h>

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/instruments/adapters/sql_submission_store.h"
#include "platform/store/testing/test_store.h"

namespace pamong::instruments {
namespace attachments_test {

constexpr Timestamp now{1'760'000'000'000'000};
const SubmissionId visit{uuid_for_name("visit")};
const Uuid teacher_person = uuid_for_name("teacher");

class SubmissionAttachments : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    OrgId owner_ = test_.add_owner("Dinas contoh");
    files::AttachmentRule rule_ = submission_attachments();

    access::Actor actor(const std::string& name, access::Role role, access::ScopeKind scope = access::ScopeKind::all) {
        return {AccountId{uuid_for_name("account " + name)}, owner_, uuid_for_name(name), {{role, scope}}};
    }
    void SetUp() override {
        const auto mentor = actor("mentor", access::Role::mentor);
        const auto sent = test_.store().write({owner_, mentor.account(), now}, [&](store::Tx& tx) {
            SqlSubmissionStore store(tx);
            evidence::SqlEvidenceStore evidence(tx);
            return submit_form({visit,
                                {},
                                "classroom_observation_2025",
                                "1",
                                "<data/>",
                                "hash",
                                {{"/data/summary", "", "catatan"}},
                                now,
                                {},
                                teacher_person},
                               mentor, now, store, evidence);
        });
        ASSERT_TRUE(sent) << sent.error().code;
    }
    /// {may attach, may read}
    std::pair<bool, bool> rights(const access::Actor& who, const SubmissionId& about = visit) {
        const http::HttpRequest message{.method = "GET", .path = "/"};
        const http::Caller caller{.account = who.account(), .owner = owner_, .actor = who};
        const http::Request request(message, caller, now, test_.random(), test_.store());
        return test_.store().read({owner_, who.account(), now}, [&](store::Tx& tx) {
            http::Request inside = request.within(tx);
            return std::pair(rule_.may_attach(inside, about.value).has_value(), rule_.may_read(inside, about.value));
        });
    }
};

TEST_P(SubmissionAttachments, AreAttachedByTheAuthorAndReadByThePair) {
    using access::Role;
    EXPECT_EQ(rights(actor("mentor", Role::mentor)), std::pair(true, true));
    EXPECT_EQ(rights(actor("teacher", Role::teacher)), std::pair(false, true));
    // Reads the ratings of this submission, but neither its notes nor its photos.
    const auto supervisor = actor("supervisor", Role::supervisor);
    EXPECT_TRUE(supervisor.may(access::read_submissions, {}));
    EXPECT_EQ(rights(supervisor), std::pair(false, false));
    EXPECT_EQ(rights(actor("another mentor", Role::mentor)), std::pair(false, false));
    EXPECT_EQ(rights(actor("mentor", Role::mentor), SubmissionId{uuid_for_name("none")}), std::pair(false, false));
}

INSTANTIATE_TEST_SUITE_P(Stores, SubmissionAttachments, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param.starts_with("sqlite") ? "Sqlite" : "Postgres"; });

}  // namespace attachments_test
}  // namespace pamong::instruments
