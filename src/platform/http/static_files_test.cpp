#include "platform/http/static_files.h"

#include <gtest/gtest.h>

#include <fstream>

#include "platform/crypto/crypto.h"
#include "platform/http/content_encoding.h"

namespace pamong::http {
namespace {

/// A built web client in a folder of its own, and a secret beside it.
struct WebFolder {
    std::filesystem::path root = std::filesystem::temp_directory_path() / ("pamong_web_" + random_token());
    std::filesystem::path dist = root / "dist";
    WebFolder() {
        std::filesystem::create_directories(dist / "assets");
        write("dist/index.html", "<p>beranda");
        write("dist/sw.js", "self");
        write("dist/assets/app-1a2b.js", "app");
        write("dist/assets/app-1a2b.js.gz", "PACKED");
        write("dist/.rahasia", "x");
        write("secret.txt", "rahasia");
        std::filesystem::create_symlink(root / "secret.txt", dist / "link.txt");
    }
    ~WebFolder() { std::filesystem::remove_all(root); }
    void write(const char* name, std::string_view text) const { std::ofstream(root / name) << text; }
};

HttpResponse fetch(const StaticFiles& files, const std::string& path, Headers headers = {}) {
    return files.serve({.method = "GET", .path = path, .headers = std::move(headers)}).value();
}

}  // namespace

TEST(StaticFiles, ServesTheAppWithTheRightTypesAndCaching) {
    const WebFolder web;
    const StaticFiles files(web.dist);
    const HttpResponse page = fetch(files, "/");
    EXPECT_EQ(page.content(), "<p>beranda");
    EXPECT_EQ(page.header("Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(page.header("Cache-Control"), "no-cache");
    EXPECT_EQ(fetch(files, "/sw.js").header("Cache-Control"), "no-cache");
    const HttpResponse script = fetch(files, "/assets/app-1a2b.js");
    EXPECT_EQ(script.header("Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(script.header("Cache-Control"), "public, max-age=31536000, immutable");
}

TEST(StaticFiles, AnswersNotModifiedWhenTheContentIsTheSame) {
    const WebFolder web;
    const StaticFiles files(web.dist);
    const std::string etag(fetch(files, "/sw.js").header("ETag").value());
    EXPECT_EQ(fetch(files, "/sw.js", {{"If-None-Match", "\"x\", W/" + etag}}).status, 304);
    EXPECT_EQ(fetch(files, "/sw.js", {{"If-None-Match", "\"x\""}}).status, 200);
    web.write("dist/sw.js", "other");
    EXPECT_EQ(fetch(files, "/sw.js", {{"If-None-Match", etag}}).status, 200);
}

TEST(StaticFiles, SendsTheCompressedNeighbourToThoseWhoTakeIt) {
    const WebFolder web;
    const StaticFiles files(web.dist);
    const HttpResponse packed = fetch(files, "/assets/app-1a2b.js", {{"Accept-Encoding", "br, gzip"}});
    EXPECT_EQ(packed.content(), "PACKED");
    EXPECT_EQ(packed.header("Content-Encoding"), "gzip");
    EXPECT_EQ(packed.header("Content-Type"), "text/javascript; charset=utf-8");
    const HttpResponse plain = fetch(files, "/assets/app-1a2b.js", {{"Accept-Encoding", "gzip;q=0"}});
    EXPECT_EQ(plain.content(), "app");
    EXPECT_EQ(plain.header("Vary"), "Accept-Encoding");
    EXPECT_NE(plain.header("ETag"), packed.header("ETag"));
}

TEST(StaticFiles, AnswersTheAppsOwnScreensWithTheAppAndMissingFilesWithNotFound) {
    const WebFolder web;
    const StaticFiles files(web.dist);
    EXPECT_EQ(fetch(files, "/bimbingan/rapat").content(), "<p>beranda");
    EXPECT_EQ(fetch(files, "/apifox").content(), "<p>beranda");
    for (const char* path : {"/tidak-ada.js", "/assets/lama", "/.rahasia", "/.git/config", "/assets/app-1a2b.js.gz"})
        EXPECT_EQ(fetch(files, path).status, 404) << path;
    for (const char* path : {"/api", "/api/v1/x", "/openrosa/formList"})
        EXPECT_FALSE(files.serve({.method = "GET", .path = path})) << path;
    EXPECT_EQ(files.serve({.method = "POST", .path = "/"})->status, 405);
}

TEST(StaticFiles, NeverLeavesItsFolder) {
    const WebFolder web;
    const StaticFiles files(web.dist);
    for (const char* path : {"/../secret.txt", "/link.txt", "/assets/../../secret.txt", "//etc/passwd"})
        EXPECT_EQ(fetch(files, path).content().find("rahasia"), std::string_view::npos) << path;
    EXPECT_EQ(fetch(files, "/link.txt").status, 404);
}

TEST(StaticFiles, SaysSoWhenTheWebClientIsNotBuilt) {
    const StaticFiles files("/nonexistent");
    EXPECT_EQ(fetch(files, "/").status, 200);
    EXPECT_NE(fetch(files, "/").content().find("belum dibangun"), std::string_view::npos);
}

TEST(ContentEncoding, CompressesLongJsonForThoseWhoTakeIt) {
    const std::string json = "[" + std::string(5000, '1') + "]";
    const HttpRequest takes{.method = "GET", .path = "/", .headers = {{"accept-encoding", "gzip, deflate"}}};
    HttpResponse response{.headers = {{"Content-Type", "application/json"}, {"ETag", "\"a\""}}, .body = json};
    compress_if_wanted(takes, response);
    EXPECT_EQ(response.header("Content-Encoding"), "gzip");
    EXPECT_EQ(response.header("ETag"), "W/\"a\"");
    EXPECT_LT(response.body.size(), 200U);
    EXPECT_EQ(gunzip(response.body, 10'000), json);
    EXPECT_EQ(gunzip(response.body, 1000).error().code, "http.bad_gzip");  // larger than allowed
    EXPECT_EQ(gunzip(response.body.substr(0, 20), 10'000).error().code, "http.bad_gzip");
    EXPECT_EQ(gunzip("bukan gzip", 10'000).error().code, "http.bad_gzip");

    HttpResponse brief{.headers = {{"Content-Type", "application/json"}}, .body = "[1]"};
    compress_if_wanted(takes, brief);
    EXPECT_EQ(brief.body, "[1]");
    HttpResponse secret{.headers = {{"Content-Type", "application/json"}}, .body = json, .may_compress = false};
    compress_if_wanted(takes, secret);
    EXPECT_EQ(secret.body, json);
    HttpResponse picture{.headers = {{"Content-Type", "image/png"}}, .body = json};
    compress_if_wanted(takes, picture);
    EXPECT_EQ(picture.body, json);
}

}  // namespace pamong::http
