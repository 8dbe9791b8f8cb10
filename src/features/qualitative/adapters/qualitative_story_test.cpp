// A study as the web client makes it: an interview is coded, a theme is claimed, the informant answers by link.
#include <gtest/gtest.h>

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/qualitative/adapters/routes.h"
#include "features/qualitative/adapters/wire.h"
#include "platform/store/testing/test_store.h"

namespace pamong::qualitative {
namespace qualitative_story_test {

constexpr Timestamp start{1'760'000'000'000'000};

class QualitativeStory : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    OrgId owner_ = test_.add_owner("Dinas contoh");
    http::Router router_;
    Timestamp now_ = start;
    access::Role role_ = access::Role::evaluator;

    QualitativeStory() {
        add_qualitative_routes(router_, [](store::Tx& tx) { return std::make_unique<evidence::SqlEvidenceStore>(tx); });
    }

    http::HttpResponse send(std::string method, std::string path, std::string body = "", bool signed_in = true) {
        const http::HttpRequest request{.method = std::move(method),
                                        .path = std::move(path),
                                        .headers = {{"X-Pamong", "1"}, {"Content-Type", "application/json"}},
                                        .body = std::move(body)};
        return router_.answer(
            request,
            [&](const http::HttpRequest&, store::Store&, Timestamp) -> Result<http::Caller> {
                if (!signed_in) return refused("access.not_signed_in");
                access::Actor actor({uuid_for_name("account")}, owner_, {}, {{role_, access::ScopeKind::all}});
                http::Caller caller{.account = actor.account(), .owner = owner_};
                for (const auto& permission : access::permissions_of(role_))
                    caller.permissions.emplace_back(permission.code);
                caller.actor = actor;
                return caller;
            },
            test_.store(), now_, test_.random());
    }
    static std::string id(const char* name) { return to_string(uuid_for_name(name)); }
    /// The reply read as T; a refusal fails the test with its text.
    template <class T>
    T read(const http::HttpResponse& response) {
        EXPECT_EQ(response.status, 200) << response.body;
        auto value = from_json<T>(response.body);
        EXPECT_TRUE(value) << response.body;
        return value ? *value : T{};
    }
    std::string code_of(const http::HttpResponse& response) {
        const auto problem = parse_json(response.body);
        return std::string(problem->at("code").as_string());
    }

    void open_a_study() {
        read<Study>(send(
            "PUT", "/api/v1/qualitative/studies/" + id("study"),
            R"({"title":"Studi pendampingan","question":"Apa yang berubah?","frame":"braun_clarke","ethics_note":""})"));
    }
    Source add_interview(const char* name, std::string text, std::string role = "mentee") {
        return read<Source>(send("PUT", "/api/v1/qualitative/sources/" + id(name), interview(name, text, role)));
    }
    std::string interview(const char* name, const std::string& text, const std::string& role = "mentee") {
        return R"({"study_id":")" + id("study") + R"(","technique":"interview","role":")" + role + R"(","pseudonym":)" +
               to_json(std::string(name)) +
               R"(,"dated_on":"2025-08-14","place":"","language":"id","consent":"written","chosen_because":"","text":)" +
               to_json(text) + "}";
    }
    std::string code_id(const std::string& name) {
        return to_string(uuid_for_name("code:" + id("study") + ":" + name));
    }
    http::HttpResponse give_code(const char* coding, const Source& source, const char* code, int from, int to) {
        return send("PUT", "/api/v1/qualitative/codings/" + id(coding),
                    R"({"source_id":")" + to_string(source.id) + R"(","code_id":")" + code_id(code) + R"(","start":)" +
                        std::to_string(from) + R"(,"end":)" + std::to_string(to) + R"(,"text_hash":")" +
                        source.text_hash + R"(","memo":""})");
    }
    http::HttpResponse save_theme(int base, const std::string& claim) {
        return send("PUT", "/api/v1/qualitative/themes/" + id("theme"),
                    R"({"study_id":")" + id("study") + R"(","base_revision":)" + std::to_string(base) +
                        R"(,"name":"Umpan balik","definition":"","claim":)" + to_json(claim) +
                        R"(,"confidence":"tentative","segments":[{"coding_id":")" + id("k1") +
                        R"(","stance":"supports"}]})");
    }
    /// A study with one coded interview and a theme; returns the token of the informant's link.
    std::string ask_the_informant() {
        open_a_study();
        const auto source = add_interview("G-03", "Mentor memberi umpan balik hari itu juga.");
        EXPECT_EQ(give_code("k1", source, "umpan-balik", 7, 25).status, 200);
        EXPECT_EQ(save_theme(0, "Umpan balik datang cepat.").status, 200);
        return read<AskedMemberReply>(
                   send("PUT", "/api/v1/qualitative/member-checks/" + id("check"),
                        R"({"theme_id":")" + id("theme") + R"(","source_id":")" + id("G-03") + R"("})"))
            .token;
    }
    evidence::Trace trace_of(const char* name) {
        const access::Actor evaluator({}, owner_, {}, {{access::Role::evaluator, access::ScopeKind::all}});
        return test_.store().read({owner_, {}, now_}, [&](store::Tx& tx) {
            evidence::SqlEvidenceStore graph(tx);
            return *evidence::trace(uuid_for_name(name), evaluator, graph);
        });
    }
};

TEST_P(QualitativeStory, AStudyStartsWithTheStarterCodeBook) {
    open_a_study();
    const auto page = read<StudyPage>(send("GET", "/api/v1/qualitative/studies/" + id("study")));
    EXPECT_EQ(page.codes.size(), 16U);  // rows of regulations/qualitative_codebook.csv
}

TEST_P(QualitativeStory, AQuoteIsCutByCodePointsAndTheTextIsFrozenThen) {
    open_a_study();
    const auto source = add_interview("G-03", "Bu Éva: “senang” sekali.");
    const auto coding = read<CodingLine>(give_code("k1", source, "motivasi-murid", 9, 15));
    EXPECT_EQ(coding.quote, "senang");
    const auto changed =
        send("PUT", "/api/v1/qualitative/sources/" + id("G-03"), interview("G-03", "Lain sama sekali."));
    EXPECT_EQ(code_of(changed), "qualitative.text_frozen");
    // saying the same again is fine
    EXPECT_EQ(give_code("k1", source, "motivasi-murid", 9, 15).status, 200);
    EXPECT_EQ(code_of(give_code("k1", source, "motivasi-murid", 0, 2)), "qualitative.id_reused");
}

TEST_P(QualitativeStory, OffsetsOfAnotherTextAreAConflict) {
    open_a_study();
    auto source = add_interview("G-03", "Kalimat pertama.");
    source.text_hash = "another";
    const auto refused = give_code("k1", source, "umpan-balik", 0, 7);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(code_of(refused), "qualitative.conflict");
}

TEST_P(QualitativeStory, AThemeLeadsToItsInterviewAndToItsCodeVersions) {
    ask_the_informant();
    const auto traced = trace_of("theme");
    std::multiset<evidence::Kind> kinds;
    for (const auto& item : traced.chain.items) kinds.insert(item.kind);
    EXPECT_EQ(kinds, (std::multiset{evidence::Kind::source, evidence::Kind::coding, evidence::Kind::code_version,
                                    evidence::Kind::theme}));
}

TEST_P(QualitativeStory, TheInformantAgreesByLinkWithoutAnAccount) {
    const auto token = ask_the_informant();
    const auto page = read<MemberCheckPage>(send("GET", "/api/v1/public/member-check/" + token, "", false));
    EXPECT_EQ(page.claim, "Umpan balik datang cepat.");
    EXPECT_EQ(page.quotes, std::vector<std::string>{"memberi umpan bali"});  // code points 7 to 25 of the text
    EXPECT_EQ(send("POST", "/api/v1/public/member-check/" + token, R"({"answer":"agree","comment":""})", false).status,
              200);
    const auto traced = trace_of("theme");
    EXPECT_TRUE(traced.stale.empty());
    EXPECT_TRUE(std::ranges::any_of(traced.chain.edges,
                                    [](const auto& edge) { return edge.why == evidence::Why::checked_by; }));
}

TEST_P(QualitativeStory, AMendedClaimIsContestedAndEveryAnswerIsKept) {
    const auto token = ask_the_informant();
    const auto before = trace_of("theme").chain.newest.at(uuid_for_name("theme"));
    const std::string path = "/api/v1/public/member-check/" + token;
    EXPECT_EQ(code_of(send("POST", path, R"({"answer":"mend","comment":"  "})", false)), "qualitative.comment_missing");
    EXPECT_EQ(send("POST", path, R"({"answer":"mend","comment":"Kadang terlambat."})", false).status, 200);
    EXPECT_EQ(send("POST", path, R"({"answer":"reject","comment":"Tidak benar."})", false).status, 200);
    const auto page = read<StudyPage>(send("GET", "/api/v1/qualitative/studies/" + id("study")));
    EXPECT_TRUE(page.themes.at(0).contested);
    EXPECT_EQ(page.checks.at(0).answers, 2);
    EXPECT_EQ(page.checks.at(0).answer, CheckAnswer::reject);
    // what rested on the claim as it was is stale: the graph holds a newer revision
    EXPECT_GT(trace_of("theme").chain.newest.at(uuid_for_name("theme")), before);
}

TEST_P(QualitativeStory, ALinkEndsAndAWrongOneOpensNothing) {
    const auto token = ask_the_informant();
    EXPECT_EQ(send("GET", "/api/v1/public/member-check/" + std::string(43, 'a'), "", false).status, 404);
    EXPECT_EQ(send("GET", "/api/v1/public/member-check/x", "", false).status, 404);
    EXPECT_EQ(
        code_of(send("POST", "/api/v1/public/member-check/" + token, R"({"answer":"perhaps","comment":""})", false))
            .substr(0, 5),
        "json.");
    now_ = start.plus_seconds(std::int64_t{61} * 86400);  // links are valid for 60 days
    EXPECT_EQ(send("GET", "/api/v1/public/member-check/" + token, "", false).status, 404);
}

TEST_P(QualitativeStory, TwoPeopleDoNotOverwriteEachOthersTheme) {
    ask_the_informant();
    EXPECT_EQ(save_theme(1, "Umpan balik datang hari itu juga.").status, 200);
    const auto refused = save_theme(1, "Umpan balik selalu datang.");
    EXPECT_EQ(refused.status, 409);
}

TEST_P(QualitativeStory, BadInputSavesNothing) {
    open_a_study();
    EXPECT_EQ(code_of(send("PUT", "/api/v1/qualitative/sources/" + id("G-03"), interview("G-03", " \n "))),
              "written.missing");
    EXPECT_EQ(
        code_of(send("PUT", "/api/v1/qualitative/sources/" + id("G-03"), interview("G-03", std::string(200'001, 'a')))),
        "written.too_long");
    EXPECT_EQ(send("PUT", "/api/v1/qualitative/sources/not-an-id", interview("G-03", "Teks")).status, 404);
    const auto source = add_interview("G-04", "Pendek.");
    EXPECT_EQ(code_of(give_code("k1", source, "umpan-balik", 3, 3)), "qualitative.no_such_stretch");
    EXPECT_EQ(code_of(give_code("k1", source, "umpan-balik", -1, 3)), "qualitative.no_such_stretch");
    EXPECT_EQ(code_of(give_code("k1", source, "umpan-balik", 0, 8)), "qualitative.no_such_stretch");
    EXPECT_EQ(give_code("k1", source, "no-such-code", 0, 3).status, 404);
    EXPECT_TRUE(read<SourcePage>(send("GET", "/api/v1/qualitative/sources/" + id("G-04"))).codings.empty());
    role_ = access::Role::mentor;
    EXPECT_EQ(send("GET", "/api/v1/qualitative/sources/" + id("G-04")).status, 403);
}

INSTANTIATE_TEST_SUITE_P(Stores, QualitativeStory, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace qualitative_story_test
}  // namespace pamong::qualitative
