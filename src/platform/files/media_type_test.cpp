// What a file is by its first bytes; signatures from the formats' own documents, named at each.
#include "platform/files/media_type.h"

#include <gtest/gtest.h>

#include "platform/sheets/write.h"

namespace pamong::files {
namespace media_type_test {

using namespace std::string_view_literals;

TEST(MediaType, IsReadFromTheBytes) {
    EXPECT_EQ(media_type_of("\xFF\xD8\xFF\xE0\0\x10JFIF"sv), "image/jpeg");    // ITU T.81 SOI, marker
    EXPECT_EQ(media_type_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv), "image/png");  // RFC 2083, 3.1
    EXPECT_EQ(media_type_of("RIFF\x10\0\0\0WEBPVP8 "sv), "image/webp");        // RFC 9649, 2.4
    EXPECT_EQ(media_type_of("%PDF-1.7\n"sv), "application/pdf");               // ISO 32000, 7.5.2
    EXPECT_EQ(media_type_of("\0\0\0\x18"
                            "ftypM4A \0\0\0\0"sv),
              "audio/mp4");                                                            // ISO 14496-12, 4.3
    EXPECT_EQ(media_type_of("ID3\x04\0\0\0\0\0\0"sv), "audio/mpeg");                   // ID3v2.4, 3.1
    EXPECT_EQ(media_type_of("\xFF\xFB\x90\x64\0\0"sv), "audio/mpeg");                  // ISO 11172-3, layer III
    EXPECT_EQ(media_type_of("OggS\0\x02"sv), "audio/ogg");                             // RFC 3533, 6
    EXPECT_EQ(media_type_of("\x1A\x45\xDF\xA3\x9F\x42\x82\x84webm"sv), "audio/webm");  // RFC 9559, EBML head
    EXPECT_EQ(media_type_of("nama,nilai\nSari,4\n"sv), "text/plain");
    EXPECT_EQ(media_type_of("\xEF\xBB\xBFLokakarya \xE2\x9C\x93"sv), "text/plain");
}

TEST(MediaType, TakesNothingThatABrowserMayRunOrThatIsNotKnown) {
    EXPECT_FALSE(media_type_of("<!doctype html><script>"sv));
    EXPECT_FALSE(media_type_of("  <svg xmlns='http://www.w3.org/2000/svg'/>"sv));
    EXPECT_FALSE(media_type_of("\xEF\xBB\xBF<?xml version='1.0'?>"sv));
    EXPECT_FALSE(media_type_of("MZ\x90\0\x03"sv));
    EXPECT_FALSE(
        media_type_of("\x7F"
                      "ELF\x02"sv));
    EXPECT_FALSE(media_type_of("GIF89a\x01\0"sv));
    EXPECT_FALSE(media_type_of("abc\xC3"sv));  // broken UTF-8
    EXPECT_FALSE(media_type_of(""sv));
    EXPECT_FALSE(
        media_type_of("\0\0\0\x18"
                      "ftypisom\0\0\0\0 hdlr\0\0\0\0\0\0\0\0vide"sv));  // a film
    EXPECT_FALSE(media_type_of("PK\x03\x04 and then nothing"sv));
}

TEST(MediaType, KnowsOfficeFilesFromOtherArchives) {
    const auto book = write_xlsx(std::vector{Sheet{"Lembar 1", {{text_cell("x")}}}});
    ASSERT_TRUE(book);
    EXPECT_EQ(media_type_of(*book), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
}

TEST(MediaType, MustBeWhatTheDeviceSaid) {
    EXPECT_TRUE(fits_declared("text/plain", "text/csv"));
    EXPECT_FALSE(fits_declared("application/pdf", "image/jpeg"));
    EXPECT_TRUE(is_allowed_media_type("image/webp"));
    EXPECT_FALSE(is_allowed_media_type("text/html"));
    EXPECT_FALSE(is_allowed_media_type("image/svg+xml"));
}

}  // namespace media_type_test
}  // namespace pamong::files
