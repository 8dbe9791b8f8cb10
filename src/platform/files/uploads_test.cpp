// Files in pieces, over the routes, on both stores and on a disk that loses whatever was not flushed.
#include "platform/files/uploads.h"

#include <gtest/gtest.h>

#include "platform/files/content_hash.h"
#include "platform/files/file_care.h"
#include "platform/files/testing/lossy_disk.h"
#include "platform/files/wire.h"
#include "platform/store/testing/test_store.h"

namespace pamong::files {
namespace uploads_test {

constexpr Timestamp now{1'760'000'000'000'000};
const Uuid visit = uuid_for_name("visit");
const AccountId sari{uuid_for_name("sari")};
const AccountId budi{uuid_for_name("budi")};
const AccountId stranger{uuid_for_name("stranger")};

/// 25 bytes that are a JPEG by their first three: three pieces of 10, 10 and 5.
std::string photo() { return "\xFF\xD8\xFF" + std::string("0123456789abcdefghijkl"); }

class Uploads : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    OrgId owner_ = test_.add_owner("Dinas contoh");
    LossyDisk disk_;
    FileStore files_{disk_, "/data/files"};
    FileDesk desk_{files_, {.largest_bytes = 100, .chunk_bytes = 10, .open_uploads = 3}};
    http::Router router_;

    Uploads() {
        // Sari made the visit; Budi may read it; the stranger knows nothing of it.
        desk_.rules.emplace("visit", AttachmentRule{[](http::Request& request, const Uuid& about) -> Done {
                                                        if (about != visit || request.caller().account != sari)
                                                            return refused("test.not_found");
                                                        return {};
                                                    },
                                                    [](http::Request& request, const Uuid& about) {
                                                        return about == visit && request.caller().account != stranger;
                                                    }});
        add_file_routes(router_, desk_);
    }

    http::HttpResponse ask(const std::string& method, const std::string& path, const std::string& body = "",
                           const AccountId& account = sari, http::Headers headers = {}) {
        headers.emplace_back("X-Pamong", "1");
        http::HttpRequest request{.method = method, .path = {}, .headers = std::move(headers), .body = body};
        request.path = path.substr(0, path.find('?'));
        if (const auto query = path.find('?'); query != std::string::npos) {
            request.query.emplace_back("about_kind", "visit");
            request.query.emplace_back("about_id", path.substr(query + 1));
            request.query.emplace_back("name", path.substr(query + 1));
        }
        const auto authenticate = [&](const http::HttpRequest&, store::Store&, Timestamp) -> Result<http::Caller> {
            return http::Caller{.account = account, .owner = owner_};
        };
        return router_.answer(request, authenticate, test_.store(), now, test_.random());
    }
    static std::string declaration(const std::string& bytes, const std::string& type = "image/jpeg",
                                   const std::string& kind = "visit", std::optional<std::string> hash = {}) {
        return to_json(UploadBody{static_cast<std::int64_t>(bytes.size()), hash ? *hash : content_hash(bytes), type,
                                  kind, visit, now});
    }
    static std::string upload_path(const Uuid& id) { return "/api/v1/uploads/" + to_string(id); }
    static std::string code_of(const http::HttpResponse& response) {
        const auto at = response.body.find("\"code\":\"");
        return at == std::string::npos ? "" : response.body.substr(at + 8, response.body.find('"', at + 8) - at - 8);
    }
    http::HttpResponse send_piece(const Uuid& id, const std::string& bytes, std::size_t number) {
        return ask("PUT", upload_path(id) + "/chunks/" + std::to_string(number), bytes.substr(number * 10, 10));
    }
    /// Everything a device does; true when the server said that it has the file.
    bool send_all(const Uuid& id, const std::string& bytes) {
        if (ask("PUT", upload_path(id), declaration(bytes)).status >= 300) return false;
        const auto state = from_json<UploadState>(ask("GET", upload_path(id)).body);
        if (!state) return false;
        for (std::int64_t number = 0; number < state->chunks && !state->finished; ++number)
            if (std::ranges::find(state->present, number) == state->present.end() &&
                send_piece(id, bytes, static_cast<std::size_t>(number)).status != 204)
                return false;
        return ask("POST", upload_path(id) + "/finish").status == 200;
    }
    const Uuid id_ = uuid_for_name("upload");
};

TEST_P(Uploads, ArriveInPiecesInAnyOrderAndAreReadByWhoeverMay) {
    EXPECT_EQ(ask("PUT", upload_path(id_), declaration(photo())).status, 201);
    EXPECT_EQ(send_piece(id_, photo(), 2).status, 204);
    EXPECT_EQ(send_piece(id_, photo(), 0).status, 204);
    EXPECT_EQ(send_piece(id_, photo(), 0).status, 204);  // again: nothing changes
    const auto state = from_json<UploadState>(ask("PUT", upload_path(id_), declaration(photo())).body);
    ASSERT_TRUE(state);
    EXPECT_EQ(state->chunks, 3);
    EXPECT_EQ(state->present, (std::vector<std::int64_t>{0, 2}));
    EXPECT_EQ(code_of(ask("POST", upload_path(id_) + "/finish")), "files.incomplete");
    EXPECT_EQ(send_piece(id_, photo(), 1).status, 204);
    EXPECT_EQ(ask("POST", upload_path(id_) + "/finish").status, 200);
    EXPECT_EQ(ask("POST", upload_path(id_) + "/finish").status, 200);
    EXPECT_TRUE(files_.is_whole(owner_, content_hash(photo())));
    EXPECT_TRUE(files_.pieces(owner_, id_).empty());

    const std::string path = "/api/v1/files/" + content_hash(photo());
    const auto read = ask("GET", path, "", budi);
    EXPECT_EQ(read.status, 200);
    EXPECT_EQ(read.header("Content-Type"), "image/jpeg");
    EXPECT_TRUE(read.header("Content-Disposition")->starts_with("attachment; filename=\""));
    EXPECT_EQ(read.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(ask("GET", path + "?foto-\"papan\r\n", "", budi).header("Content-Disposition"),
              "attachment; filename=\"foto-papan.jpg\"");
    EXPECT_EQ(read.file, files_.path_of(owner_, content_hash(photo())).string());
    EXPECT_EQ(ask("GET", path, "", budi, {{"If-None-Match", '"' + content_hash(photo()) + '"'}}).status, 304);
    EXPECT_EQ(ask("GET", path, "", stranger).status, 404);
    const auto list = from_json<AttachmentList>(ask("GET", "/api/v1/attachments?" + to_string(visit), "", budi).body);
    ASSERT_TRUE(list);
    ASSERT_EQ(list->items.size(), 1U);
    EXPECT_EQ(list->items[0].bytes, 25);
    EXPECT_FALSE(list->items[0].own);
    EXPECT_EQ(ask("GET", "/api/v1/attachments?" + to_string(visit), "", stranger).status, 404);
}

TEST_P(Uploads, AreRefusedWithWordsWhenTheyCannotBeRight) {
    const auto begin = [&](const std::string& body) { return code_of(ask("PUT", upload_path(id_), body)); };
    EXPECT_EQ(begin(declaration(std::string(101, 'x'))), "files.too_large");
    EXPECT_EQ(begin(declaration("")), "files.empty");
    EXPECT_EQ(begin(declaration(photo(), "image/svg+xml")), "files.type_not_taken");
    EXPECT_EQ(begin(declaration(photo(), "image/jpeg", "visit", "../../x")), "files.bad_hash");
    EXPECT_EQ(begin(declaration(photo(), "image/jpeg", "unknown")), "files.not_permitted");  // no rule: nobody may
    EXPECT_EQ(code_of(ask("PUT", upload_path(id_), declaration(photo()), budi)), "test.not_found");

    ASSERT_EQ(begin(declaration(photo())), "");
    EXPECT_EQ(begin(declaration(photo() + "x")), "files.id_reused");
    EXPECT_EQ(code_of(ask("GET", upload_path(id_), "", budi)), "files.not_found");
    EXPECT_EQ(code_of(ask("PUT", upload_path(id_) + "/chunks/3", "x")), "files.no_such_piece");
    EXPECT_EQ(code_of(ask("PUT", upload_path(id_) + "/chunks/2", "0123456789")), "files.piece_length");
    EXPECT_EQ(send_piece(id_, photo(), 0).status, 204);
    EXPECT_EQ(code_of(ask("PUT", upload_path(id_) + "/chunks/0", "another 10")), "files.same_id_other_content");
}

TEST_P(Uploads, ThatAreNotWhatWasSaidStartAgain) {
    const std::string other = photo() + "more";
    ASSERT_EQ(ask("PUT", upload_path(id_), declaration(photo(), "image/jpeg", "visit", content_hash(other))).status,
              201);
    for (std::size_t number = 0; number < 3; ++number) send_piece(id_, photo(), number);
    EXPECT_EQ(code_of(ask("POST", upload_path(id_) + "/finish")), "files.wrong_hash");
    EXPECT_TRUE(files_.pieces(owner_, id_).empty());
    EXPECT_EQ(ask("GET", "/api/v1/files/" + content_hash(photo())).status, 404);

    const Uuid page = uuid_for_name("a page that says it is a photo");
    const std::string html = "<html><script>alert(1)</script>";
    ASSERT_EQ(ask("PUT", upload_path(page), declaration(html)).status, 201);
    for (std::size_t number = 0; number < 4; ++number) send_piece(page, html, number);
    EXPECT_EQ(code_of(ask("POST", upload_path(page) + "/finish")), "files.type_not_taken");

    const Uuid pdf = uuid_for_name("a PDF that says it is a photo");
    ASSERT_EQ(ask("PUT", upload_path(pdf), declaration("%PDF-1.7")).status, 201);
    send_piece(pdf, "%PDF-1.7", 0);
    EXPECT_EQ(code_of(ask("POST", upload_path(pdf) + "/finish")), "files.wrong_type");
}

TEST_P(Uploads, OfSomebodyElsesFileByItsHashAloneGiveNothing) {
    ASSERT_TRUE(send_all(id_, photo()));
    const Uuid thief = uuid_for_name("thief");
    desk_.rules.emplace("own", AttachmentRule{[](http::Request&, const Uuid&) -> Done { return {}; },
                                              [](http::Request&, const Uuid&) { return true; }});
    ASSERT_EQ(ask("PUT", upload_path(thief), declaration(photo(), "image/jpeg", "own"), stranger).status, 201);
    EXPECT_EQ(code_of(ask("POST", upload_path(thief) + "/finish", "", stranger)), "files.incomplete");
    EXPECT_EQ(ask("GET", "/api/v1/files/" + content_hash(photo()), "", stranger).status, 404);
}

TEST_P(Uploads, HaveALimitOfUnfinishedOnesForEachAccount) {
    for (int number = 0; number < 3; ++number)
        EXPECT_EQ(ask("PUT", upload_path(uuid_for_name(std::to_string(number))), declaration(photo())).status, 201);
    EXPECT_EQ(ask("PUT", upload_path(id_), declaration(photo())).status, 429);
}

TEST_P(Uploads, LoseNothingAcknowledgedWhereverThePowerGoes) {
    int number = 0;
    for (int step = 0;; ++step) {
        const Uuid id = uuid_for_name("cut " + std::to_string(++number));
        const std::string bytes = photo().substr(0, 20) + std::to_string(1000 + number);
        disk_.cut_before(step);
        std::vector<std::int64_t> acknowledged;
        bool finished = false;
        bool was_cut = false;
        try {
            ASSERT_LT(ask("PUT", upload_path(id), declaration(bytes)).status, 300);
            for (std::size_t piece = 0; piece < 3; ++piece)
                if (send_piece(id, bytes, piece).status == 204)
                    acknowledged.push_back(static_cast<std::int64_t>(piece));
            finished = ask("POST", upload_path(id) + "/finish").status == 200;
        } catch (const PowerCut&) {
            was_cut = true;
        }
        disk_.power_cut();
        const auto state = from_json<UploadState>(ask("GET", upload_path(id)).body);
        ASSERT_TRUE(state);
        if (!state->finished) {
            EXPECT_FALSE(finished) << step;
            for (const auto piece : acknowledged)
                EXPECT_NE(std::ranges::find(state->present, piece), state->present.end()) << step;
        }
        // What the database speaks of is on the disk, and the device goes on where it was.
        const auto check = check_files(test_.store(), files_);
        EXPECT_TRUE(check.missing.empty() && check.damaged.empty()) << step;
        EXPECT_TRUE(send_all(id, bytes)) << step;
        EXPECT_TRUE(files_.is_whole(owner_, content_hash(bytes))) << step;
        if (!was_cut) break;
    }
    EXPECT_GT(number, 20);  // three pieces and the file, five steps each
}

TEST_P(Uploads, AreLookedAfter) {
    ASSERT_TRUE(send_all(id_, photo()));
    const std::string hash = content_hash(photo());
    LossyDisk other_disk;
    FileStore copies(other_disk, "/backup");
    EXPECT_EQ(copy_files(test_.store(), files_, copies), 1U);
    EXPECT_TRUE(copies.is_whole(owner_, hash));

    const std::string unknown = files_.keep(owner_, "no row");
    disk_.spoil(files_.path_of(owner_, hash));
    auto check = check_files(test_.store(), files_);
    EXPECT_EQ(check.damaged, std::vector<std::string>{hash});
    EXPECT_EQ(check.unknown, std::vector<std::string>{unknown});
    disk_.remove(files_.path_of(owner_, hash));
    EXPECT_EQ(check_files(test_.store(), files_).missing, std::vector<std::string>{hash});
    EXPECT_EQ(ask("GET", "/api/v1/files/" + hash).status, 500);
}

INSTANTIATE_TEST_SUITE_P(Stores, Uploads, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param.starts_with("sqlite") ? "Sqlite" : "Postgres"; });

}  // namespace uploads_test
}  // namespace pamong::files
