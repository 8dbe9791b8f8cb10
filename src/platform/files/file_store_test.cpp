// The file store on a disk that loses whatever was not flushed, and on the machine's own.
#include "platform/files/file_store.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "platform/files/content_hash.h"
#include "platform/files/testing/lossy_disk.h"

namespace pamong::files {
namespace file_store_test {

const OrgId owner{uuid_for_name("Dinas contoh")};
const OrgId neighbour{uuid_for_name("Tetangga")};
const Uuid upload = uuid_for_name("upload");

TEST(FileStore, NamesAFileByItsSha256) {
    // FIPS 180-2, appendix B.1: SHA-256 of "abc"
    EXPECT_EQ(content_hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_TRUE(is_content_hash(content_hash("abc")));
    EXPECT_FALSE(is_content_hash("../../etc/passwd"));
}

TEST(FileStore, KeepsTheSameBytesOnceForEachOwner) {
    LossyDisk disk;
    FileStore store(disk, "/data/files");
    const std::string hash = store.keep(owner, "foto");
    EXPECT_EQ(store.keep(owner, "foto"), hash);
    EXPECT_EQ(store.hashes(owner), std::vector<std::string>{hash});
    EXPECT_EQ(store.size_of(owner, hash), 4U);
    EXPECT_EQ(store.size_of(neighbour, hash), std::nullopt);
    EXPECT_EQ(store.read(owner, hash, 1, 2), "ot");
    EXPECT_EQ(store.read(owner, hash, 2, 100), "to");
}

TEST(FileStore, LosesNothingItReturnedForWhereverThePowerGoes) {
    int cuts = 0;
    for (int step = 0;; ++step, ++cuts) {
        LossyDisk disk;
        FileStore store(disk, "/data/files");
        const std::string earlier = store.keep(owner, "earlier");
        disk.cut_before(step);
        bool piece_kept = false;
        std::string kept;
        try {
            piece_kept = store.keep_piece(owner, upload, 0, "piece");
            kept = store.keep(owner, "photo");
        } catch (const PowerCut&) {
        }
        disk.power_cut();
        FileStore after(disk, "/data/files");
        EXPECT_TRUE(after.is_whole(owner, earlier)) << step;
        if (piece_kept) {
            EXPECT_EQ(after.pieces(owner, upload), std::vector<std::int64_t>{0}) << step;
            EXPECT_EQ(after.piece(owner, upload, 0), "piece") << step;
        }
        if (!kept.empty()) {
            EXPECT_TRUE(after.is_whole(owner, kept)) << step;
        }
        // What is there is whole: a name never points to half a file.
        for (const std::string& hash : after.hashes(owner)) EXPECT_TRUE(after.is_whole(owner, hash)) << step;
        // The device sends again what was not acknowledged, and all is well.
        EXPECT_TRUE(after.keep_piece(owner, upload, 0, "piece"));
        EXPECT_TRUE(after.is_whole(owner, after.keep(owner, "photo")));
        if (!kept.empty()) break;  // it came through without a cut
    }
    // Twice: make the folder, write, sync, rename, sync the folder.
    EXPECT_EQ(cuts, 10);
}

TEST(FileStore, ADiskThatIsNeverFlushedLosesFilesSoTheTestAboveCanFail) {
    LossyDisk disk;
    disk.make_folder("/data");
    disk.write("/data/a", "x");
    disk.rename("/data/a", "/data/b");
    disk.power_cut();
    EXPECT_FALSE(disk.look("/data/b"));
    disk.write("/data/a", "x");
    disk.sync_folder("/data");  // the name is flushed, the bytes are not
    disk.power_cut();
    EXPECT_EQ(disk.look("/data/a")->bytes, 0U);
}

TEST(FileStore, KeepsFlushingANameThatAKilledProgramLeftUnflushed) {
    LossyDisk disk;
    FileStore killed(disk, "/data/files");
    const std::string hash = content_hash("photo");
    disk.cut_before(5);  // folder, incoming, write, sync, rename; the flush of the folder never came
    EXPECT_THROW(killed.keep(owner, "photo"), PowerCut);
    disk.cut_before(1000);
    FileStore next(disk, "/data/files");  // the page cache still shows it
    EXPECT_TRUE(next.is_whole(owner, hash));
    EXPECT_EQ(next.keep(owner, "photo"), hash);
    disk.power_cut();
    EXPECT_TRUE(next.is_whole(owner, hash));
}

TEST(FileStore, SeesDamageAndMendsItWhenTheSameBytesComeAgain) {
    LossyDisk disk;
    FileStore store(disk, "/data/files");
    const std::string hash = store.keep(owner, "photo");
    disk.spoil(store.path_of(owner, hash));
    EXPECT_FALSE(store.is_whole(owner, hash));
    EXPECT_EQ(store.keep(owner, "photo"), hash);
    EXPECT_TRUE(store.is_whole(owner, hash));
}

TEST(FileStore, TakesAPieceTwiceButNotAnotherOneUnderItsNumber) {
    LossyDisk disk;
    FileStore store(disk, "/data/files");
    EXPECT_TRUE(store.keep_piece(owner, upload, 10, "b"));
    EXPECT_TRUE(store.keep_piece(owner, upload, 2, "a"));
    EXPECT_TRUE(store.keep_piece(owner, upload, 2, "a"));
    EXPECT_FALSE(store.keep_piece(owner, upload, 2, "x"));
    EXPECT_EQ(store.pieces(owner, upload), (std::vector<std::int64_t>{2, 10}));
    store.drop_pieces(owner, upload);
    EXPECT_TRUE(store.pieces(owner, upload).empty());
    EXPECT_TRUE(store.keep_piece(owner, upload, 0, "new"));
}

TEST(FileStore, SweepsWhatWasAbandonedAndNothingElse) {
    LossyDisk disk;
    FileStore store(disk, "/data/files");
    disk.set_time(Timestamp{100});
    const std::string hash = store.keep(owner, "photo");
    store.keep_piece(owner, upload, 0, "old");
    disk.write("/data/files/" + to_string(owner) + "/incoming/x.part", "half");
    disk.set_time(Timestamp{200});
    store.keep_piece(owner, uuid_for_name("on its way"), 0, "new");
    const auto swept = store.sweep(Timestamp{150}, Timestamp{150});
    EXPECT_EQ(swept.temporary, 1);
    EXPECT_EQ(swept.uploads, 1);
    EXPECT_TRUE(store.pieces(owner, upload).empty());
    EXPECT_EQ(store.pieces(owner, uuid_for_name("on its way")).size(), 1U);
    EXPECT_TRUE(store.is_whole(owner, hash));
}

TEST(FileStore, DoesTheSameOnTheMachinesOwnDisk) {
    const auto folder = std::filesystem::temp_directory_path() / ("pamong-files-" + std::to_string(getpid()));
    {
        RealDisk disk;
        FileStore store(disk, folder / "files");
        const std::string bytes(300'000, 'x');
        const std::string hash = store.keep(owner, bytes);
        EXPECT_TRUE(store.is_whole(owner, hash));
        EXPECT_EQ(store.read(owner, hash, 299'999, 10), "x");
        EXPECT_TRUE(store.keep_piece(owner, upload, 0, "a"));
        EXPECT_FALSE(store.keep_piece(owner, upload, 0, "b"));
        EXPECT_EQ(store.pieces(owner, upload).size(), 1U);
        EXPECT_EQ(store.sweep(Timestamp{INT64_MAX}, Timestamp{INT64_MAX}).uploads, 1);
        EXPECT_EQ(store.hashes(owner), std::vector<std::string>{hash});
        EXPECT_TRUE(disk.list(folder / "files" / to_string(owner) / "incoming").empty());
    }
    std::filesystem::remove_all(folder);
}

}  // namespace file_store_test
}  // namespace pamong::files
