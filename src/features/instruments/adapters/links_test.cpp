// Anonymous answers by link and what a person may read, over the routes, on both stores.
#include <gtest/gtest.h>

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/instruments/adapters/routes.h"
#include "features/instruments/adapters/sql_instrument_store.h"
#include "features/instruments/adapters/wire.h"
#include "features/people/adapters/sql_people.h"
#include "platform/store/testing/test_store.h"

namespace pamong::instruments {
namespace links_test {

constexpr Timestamp now{1'760'000'000'000'000};

class LinksTest : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    OrgId owner_ = test_.add_owner("Dinas contoh");
    http::Router router_;
    Uuid teacher_ = uuid_for_name("guru");
    access::Actor guru_{AccountId{uuid_for_name("akun guru")},
                        owner_,
                        teacher_,
                        {{access::Role::teacher, access::ScopeKind::person, teacher_}}};

    LinksTest() {
        add_instruments_routes(
            router_, [](store::Tx& tx) { return std::make_unique<evidence::SqlEvidenceStore>(tx); },
            [](store::Tx& tx) { return std::make_unique<people::SqlPeopleDirectory>(tx); },
            [this](const http::HttpRequest& message, store::Store&) -> std::optional<DeviceOwner> {
                if (message.cookie("pamong_session") != "ended") return std::nullopt;
                return DeviceOwner{owner_, guru_.account()};
            });
        publish_shipped(test_.store(), now);
    }
    http::HttpResponse call(const access::Actor* actor, const std::string& method, const std::string& path,
                            const std::string& body = "", const std::string& cookie = "") {
        http::HttpRequest request{.method = method, .path = path, .headers = {{"X-Pamong", "1"}}, .body = body};
        if (!cookie.empty()) request.headers.emplace_back("Cookie", "pamong_session=" + cookie);
        const auto authenticate = [&](const http::HttpRequest&, store::Store&, Timestamp) -> Result<http::Caller> {
            if (actor == nullptr) return refused("access.not_signed_in");
            http::Caller caller{.account = actor->account(), .owner = owner_};
            for (const auto& grant : actor->grants())
                for (const auto& permission : access::permissions_of(grant.role))
                    caller.permissions.emplace_back(permission.code);
            caller.actor = *actor;
            return caller;
        };
        return router_.answer(request, authenticate, test_.store(), now, test_.random());
    }
    template <class Body>
    static Body read(const http::HttpResponse& response) {
        auto body = from_json<Body>(response.body);
        EXPECT_TRUE(body) << response.body;
        return body.value_or(Body{});
    }
    static std::string code_of(const http::HttpResponse& response) {
        const auto problem = parse_json(response.body);
        return problem ? std::string(problem->at("code").as_string()) : "";
    }

    static const Instrument& voice() { return instruments().at(1); }
    std::string open_class(std::int64_t most, const std::string& id = to_string(uuid_for_name("link"))) {
        const OpenLinkBody body{voice().id, voice().version, teacher_, "VIII-A", most, 14};
        const auto reply = call(&guru_, "PUT", "/api/v1/answer-links/" + id, to_json(body));
        EXPECT_EQ(reply.status, 200) << reply.body;
        return read<AnswerLinkLine>(reply).path.value_or("/jawab/").substr(std::string("/jawab/").size());
    }
    http::HttpResponse pupil(const std::string& token, int number, int answer = 4) {
        const SubmissionId id{uuid_for_name("murid " + std::to_string(number))};
        std::string xml = "<data id=\"pupil_voice\">";
        for (const char* item :
             {"understands", "may_ask", "gets_help", "treated_fairly", "class_is_calm", "effort_is_seen"})
            xml += std::string("<") + item + ">" + (answer > 0 ? std::to_string(answer) : "") + "</" + item + ">";
        xml += "<meta><instanceID>uuid:" + to_string(id) + "</instanceID></meta></data>";
        return call(nullptr, "POST", "/api/v1/public/answers/" + token, to_json(PublicAnswerBody{id, xml}));
    }
    AnswerTable table(const std::string& id = to_string(uuid_for_name("link"))) {
        return read<AnswerLinkTable>(call(&guru_, "GET", "/api/v1/answer-links/" + id + "/results")).table;
    }
};

TEST_P(LinksTest, NothingShowsBelowFiveAndThenInStepsOfFive) {
    const std::string token = open_class(30);
    EXPECT_EQ(read<PublicForm>(call(nullptr, "GET", "/api/v1/public/answers/" + token)).class_name, "VIII-A");
    for (int i = 0; i < 4; ++i) EXPECT_EQ(pupil(token, i).status, 200);
    EXPECT_EQ(table().counted, 0);
    EXPECT_TRUE(table().counts.empty());
    EXPECT_EQ(pupil(token, 4).status, 200);
    EXPECT_EQ(table().counted, 5);
    ASSERT_EQ(table().counts.size(), 6U);  // six questions, all answered with 4
    EXPECT_EQ(table().counts.front().count, 5);
    // The sixth to the ninth answer change nothing that anybody can see but how many have answered.
    for (int i = 5; i < 9; ++i) {
        EXPECT_EQ(pupil(token, i, 1).status, 200);
        EXPECT_EQ(table().counted, 5);
        EXPECT_EQ(table().counts.size(), 6U);
    }
    EXPECT_EQ(pupil(token, 9, 1).status, 200);
    EXPECT_EQ(table().counted, 10);
    EXPECT_EQ(table().counts.size(), 12U);
    const auto item = test_.store().read({owner_, {}, now}, [&](store::Tx& tx) {
        return evidence::SqlEvidenceStore(tx).newest_item(uuid_for_name("link"));
    });
    ASSERT_TRUE(item);
    EXPECT_EQ(item->ref.revision, 2);  // five, then ten
}

TEST_P(LinksTest, AnAnswerCountsOnceAndOnlyWhole) {
    const std::string token = open_class(1);
    EXPECT_EQ(code_of(pupil(token, 1, 0)), "instruments.unanswered");
    EXPECT_EQ(code_of(pupil(token, 1, 7)), "instruments.not_a_choice");
    EXPECT_EQ(pupil(token, 1).status, 200);
    EXPECT_EQ(pupil(token, 1).status, 200);  // the reply was lost, the tablet asks again
    EXPECT_EQ(table().received, 1);
    EXPECT_EQ(code_of(pupil(token, 1, 2)), "instruments.same_id_other_content");
    EXPECT_EQ(code_of(pupil(token, 2)), "instruments.link_closed");  // single use
    EXPECT_EQ(pupil(std::string(43, 'a'), 2).status, 404);
    EXPECT_EQ(pupil("short", 2).status, 404);
}

TEST_P(LinksTest, ALinkBelongsToItsTeacher) {
    (void)open_class(30);
    const access::Actor other{AccountId{uuid_for_name("akun lain")},
                              owner_,
                              uuid_for_name("guru lain"),
                              {{access::Role::teacher, access::ScopeKind::person, uuid_for_name("guru lain")}}};
    const std::string id = to_string(uuid_for_name("link"));
    EXPECT_EQ(call(&other, "GET", "/api/v1/answer-links/" + id + "/results").status, 404);
    const OpenLinkBody about_another{voice().id, voice().version, teacher_, "VIII-A", 30, 14};
    EXPECT_EQ(
        call(&other, "PUT", "/api/v1/answer-links/" + to_string(uuid_for_name("x")), to_json(about_another)).status,
        403);
    EXPECT_TRUE(open_class(30).empty());  // the same again: no second token
    EXPECT_EQ(read<AnswerLinkList>(call(&guru_, "GET", "/api/v1/answer-links")).items.size(), 1U);
}

TEST_P(LinksTest, ASubmissionIsReadByThePairAndItsRatingsByWhoeverMay) {
    const SubmissionId id{uuid_for_name("pengamatan")};
    const Instrument& form = instruments().front();
    const std::string xml =
        "<data id=\"classroom_observation_2025\"><indicator>UBK</indicator><notes><note>Rahasia pasangan</note></notes>"
        "<UBK><UBK1>1</UBK1><UBK2>2</UBK2><UBK3>1</UBK3></UBK><meta><instanceID>uuid:" +
        to_string(id) + "</instanceID></meta></data>";
    const std::string path = "/api/v1/submissions/" + to_string(id);
    const std::string body =
        to_json(SubmissionBody{form.id, form.version, xml, now, {}, {{}, uuid_for_name("murid guru")}});
    // The session ended on the way: it is kept apart, and nobody but its sender sees it.
    EXPECT_EQ(call(nullptr, "PUT", "/api/v1/public/late-submissions/" + to_string(id), body).status, 401);
    EXPECT_EQ(call(nullptr, "PUT", "/api/v1/public/late-submissions/" + to_string(id), body, "ended").status, 201);
    const access::Actor evaluator{
        AccountId{uuid_for_name("penilai")}, owner_, {}, {{access::Role::evaluator, access::ScopeKind::all}}};
    EXPECT_EQ(call(&evaluator, "GET", path).status, 404);
    EXPECT_EQ(read<SubmissionDetail>(call(&guru_, "GET", path)).submission.state, SubmissionState::quarantined);
    EXPECT_EQ(call(&guru_, "POST", path + "/confirm").status, 201);

    const auto own = read<SubmissionDetail>(call(&guru_, "GET", path));
    EXPECT_TRUE(own.is_mine && own.shows_notes);
    EXPECT_EQ(own.answers.size(), 5U);  // indicator, note, three behaviours
    const auto seen = read<SubmissionDetail>(call(&evaluator, "GET", path));
    EXPECT_EQ(seen.submission.points, 4);  // 1 + 2 + 1
    EXPECT_EQ(seen.answers.size(), 4U);    // the note stays with the pair
    EXPECT_EQ(read<SubmissionPage>(call(&evaluator, "GET", "/api/v1/submissions")).items.size(), 1U);
    EXPECT_EQ(read<SubmissionPage>(call(&evaluator, "GET", path + "/history")).items.size(), 1U);
    const access::Actor stranger{AccountId{uuid_for_name("asing")},
                                 owner_,
                                 uuid_for_name("asing"),
                                 {{access::Role::teacher, access::ScopeKind::person, uuid_for_name("asing")}}};
    EXPECT_EQ(call(&stranger, "GET", path).status, 404);
    EXPECT_TRUE(read<SubmissionPage>(call(&stranger, "GET", "/api/v1/submissions")).items.empty());
}

TEST_P(LinksTest, ANewLinkComesWithAPictureToScanForABrowsersAddressOnly) {
    const auto made = [&](const char* id, const std::string& origin) {
        const OpenLinkBody body{voice().id, voice().version, teacher_, "VIII-A", 30, 14, origin};
        return read<AnswerLinkLine>(
            call(&guru_, "PUT", "/api/v1/answer-links/" + to_string(uuid_for_name(id)), to_json(body)));
    };
    EXPECT_TRUE(made("good", "https://pamong.example.id:8443").qr.value_or("").starts_with("<svg"));
    EXPECT_FALSE(made("script", "javascript:alert(1)").qr);
    EXPECT_FALSE(made("path", "https://jahat.example/?x=").qr);
}

INSTANTIATE_TEST_SUITE_P(Stores, LinksTest, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace links_test
}  // namespace pamong::instruments
