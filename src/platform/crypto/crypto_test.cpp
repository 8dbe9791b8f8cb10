#include "platform/crypto/crypto.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

#include "platform/crypto/passwords.h"

namespace pamong {

TEST(Blake2b, MatchesPublishedValues) {
    // BLAKE2b of RFC 7693 with 32 bytes of output: hashlib.blake2b(b"abc", digest_size=32) of Python 3.11, and the
    // empty text. RFC 7693 appendix A prints the 64 byte variant only.
    EXPECT_EQ(blake2b_hex("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    EXPECT_EQ(blake2b_hex(""), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

TEST(Blake2b, IsTheSameInPieces) {
    Blake2b pieces;
    pieces.add("a");
    pieces.add("");
    pieces.add("bc");
    EXPECT_EQ(pieces.hex(), blake2b_hex("abc"));
}

TEST(Blake2b, DependsOnItsKey) {
    BlakeKey key{};
    for (std::size_t i = 0; i < key.size(); ++i) key.at(i) = static_cast<unsigned char>(i);
    // hashlib.blake2b(b"abc", key=bytes(range(32)), digest_size=32) of Python 3.11
    EXPECT_EQ(blake2b_keyed_hex("abc", key), "d63a32d3e44738d7907f964316c241adaba0abfeabc32349677578a15a203f7f");
    EXPECT_NE(derived_key(key, "cookies"), derived_key(key, "scores"));
}

TEST(Passwords, FitOnlyTheirOwnHash) {
    Passwords passwords;
    const Private<std::string> right(std::string("rahasia sekali"));
    const auto hash = passwords.hash(right);
    ASSERT_TRUE(hash);
    EXPECT_TRUE(hash->starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << *hash;  // 19456 KiB = 19 MiB
    EXPECT_TRUE(*passwords.verify(*hash, right));
    EXPECT_FALSE(*passwords.verify(*hash, Private<std::string>("rahasia sekal1")));
    EXPECT_FALSE(*passwords.verify("", right));
    EXPECT_FALSE(*passwords.verify(Passwords::nobody(), right));
    EXPECT_NE(*passwords.hash(right), *hash);
    EXPECT_FALSE(Passwords::is_outdated(*hash));
    EXPECT_TRUE(
        Passwords::is_outdated("$argon2id$v=19$m=8192,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$"
                               "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
}

TEST(Passwords, WaitTheirTurn) {
    Passwords passwords;
    const std::string hash = *passwords.hash(Private<std::string>("a"));
    std::atomic<int> fitted = 0;
    {
        std::vector<std::jthread> people;
        for (int i = 0; i < 6; ++i)
            people.emplace_back([&] { fitted += *passwords.verify(hash, Private<std::string>("a")) ? 1 : 0; });
    }
    EXPECT_EQ(fitted, 6);
}

TEST(Token, IsLongAndNeverTheSame) {
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const std::string token = random_token();
        EXPECT_EQ(token.size(), 43U);  // 32 bytes in base64: 42 2/3 characters
        EXPECT_EQ(token.find_first_of("+/="), std::string::npos);
        EXPECT_TRUE(seen.insert(token).second);
    }
}

TEST(EqualConstantTime, ComparesLikeEquals) {
    EXPECT_TRUE(equal_constant_time("", ""));
    EXPECT_TRUE(equal_constant_time("abc", "abc"));
    EXPECT_FALSE(equal_constant_time("abc", "abd"));
    EXPECT_FALSE(equal_constant_time("abc", "ab"));
}

}  // namespace pamong
