#include "platform/http/tls.h"

#include <fcntl.h>
#include <openssl/asn1.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>

namespace pamong::http {
namespace {

template <auto free_function>
struct Freed {
    template <class T>
    void operator()(T* value) const {
        free_function(value);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;
using AltNames = std::unique_ptr<GENERAL_NAMES, Freed<GENERAL_NAMES_free>>;

constexpr std::int64_t day_seconds = 86'400;
constexpr std::int64_t ca_days = 3650;
constexpr std::int64_t server_days = 397;  // the longest that browsers take from any authority
constexpr std::int64_t renew_days = 30;

/// OpenSSL failed for no reason the caller could know; becomes the problem tls.failed.
struct OpenSslFailed {};
void check(bool fine) {
    if (!fine) throw OpenSslFailed{};
}

std::time_t seconds_of(Timestamp moment) { return static_cast<std::time_t>(moment.micros / 1'000'000); }

Timestamp end_of(const X509* certificate) {
    std::tm utc{};
    check(ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &utc) == 1);
    return {static_cast<std::int64_t>(timegm(&utc)) * 1'000'000};
}

/// "guru.sekolah.sch.id" or "192.168.1.5" as GENERAL_NAME wants it: "DNS:..." or "IP:...".
std::optional<std::string> alt_name_of(std::string name) {
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (ASN1_OCTET_STRING* address = a2i_IPADDRESS(name.c_str())) {
        ASN1_OCTET_STRING_free(address);
        return "IP:" + name;
    }
    const bool fits = !name.empty() && name.size() <= 253 && name.front() != '.' && name.front() != '-' &&
                      name.find("..") == std::string::npos &&
                      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == std::string::npos;
    return fits ? std::optional("DNS:" + name) : std::nullopt;
}

std::string read_text(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Whole or not at all, and never readable by others, not even for a moment.
Done write_safely(const std::filesystem::path& file, std::string_view text, mode_t mode) {
    const std::filesystem::path fresh = file.string() + ".new";
    std::error_code error;
    std::filesystem::remove(fresh, error);
    const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    bool fine = descriptor >= 0 && ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (fine) std::filesystem::rename(fresh, file, error);
    if (!fine || error) return refused("tls.cannot_write", {{"path", file.string()}});
    return {};
}

std::string text_of(BIO* memory) {
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

std::string pem_of(EVP_PKEY* key) {
    const Memory memory(BIO_new(BIO_s_mem()));
    check(PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return text_of(memory.get());
}

std::string pem_of(X509* certificate) {
    const Memory memory(BIO_new(BIO_s_mem()));
    check(PEM_write_bio_X509(memory.get(), certificate) == 1);
    return text_of(memory.get());
}

Key read_key(const std::filesystem::path& file) {
    const std::string text = read_text(file);
    const Memory memory(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    return Key(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
}

Certificate read_certificate(const std::filesystem::path& file) {
    const std::string text = read_text(file);
    const Memory memory(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    return Certificate(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
}

struct Signed {
    Key key;
    Certificate certificate;
};

void add_extension(X509* certificate, X509V3_CTX* context, int kind, const std::string& value) {
    const Extension extension(X509V3_EXT_conf_nid(nullptr, context, kind, value.c_str()));
    check(extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1);
}

/// A P-256 key and its certificate, signed by `authority` or by itself.
Signed make_signed(const std::string& common_name, Timestamp now, Timestamp end, const Signed* authority,
                   const std::vector<std::pair<int, std::string>>& extensions) {
    Signed made{Key(EVP_EC_gen("P-256")), Certificate(X509_new())};
    X509* certificate = made.certificate.get();
    check(made.key != nullptr && certificate != nullptr && X509_set_version(certificate, X509_VERSION_3) == 1);
    // 127 random bits: positive, and far more than the 64 that browsers ask for
    std::array<unsigned char, 16> serial{};
    check(RAND_bytes(serial.data(), static_cast<int>(serial.size())) == 1);
    serial[0] = static_cast<unsigned char>((serial[0] & 0x7FU) | 0x40U);
    BIGNUM* number = BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr);
    check(number != nullptr && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr);
    BN_free(number);

    // A day back: phones' clocks are often behind.
    check(ASN1_TIME_set(X509_getm_notBefore(certificate), seconds_of(now.plus_seconds(-day_seconds))) != nullptr);
    check(ASN1_TIME_set(X509_getm_notAfter(certificate), seconds_of(end)) != nullptr);
    X509_NAME* name = X509_get_subject_name(certificate);
    check(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                                     reinterpret_cast<const unsigned char*>(common_name.c_str()), -1, -1, 0) == 1);
    X509* issuer = authority != nullptr ? authority->certificate.get() : certificate;
    check(X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1);
    check(X509_set_pubkey(certificate, made.key.get()) == 1);
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    for (const auto& [kind, value] : extensions) add_extension(certificate, &context, kind, value);
    EVP_PKEY* signer = authority != nullptr ? authority->key.get() : made.key.get();
    check(X509_sign(certificate, signer, EVP_sha256()) > 0);
    return made;
}

bool belong_together(const Signed& pair) {
    return pair.key && pair.certificate && X509_check_private_key(pair.certificate.get(), pair.key.get()) == 1;
}

bool names_are(const X509* certificate, const std::vector<std::string>& wanted) {
    const AltNames names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    if (!names || sk_GENERAL_NAME_num(names.get()) != static_cast<int>(wanted.size())) return false;
    return std::ranges::all_of(wanted, [&](const std::string& name) {
        X509* subject = const_cast<X509*>(certificate);  // the check functions lack const in OpenSSL 3.0
        if (name.starts_with("IP:")) return X509_check_ip_asc(subject, name.c_str() + 3, 0) == 1;
        return X509_check_host(subject, name.c_str() + 4, name.size() - 4, X509_CHECK_FLAG_NEVER_CHECK_SUBJECT,
                               nullptr) == 1;
    });
}

bool server_still_fits(const Signed& server, const Signed& authority, const std::vector<std::string>& names,
                       Timestamp now) {
    return belong_together(server) && X509_verify(server.certificate.get(), authority.key.get()) == 1 &&
           names_are(server.certificate.get(), names) &&
           end_of(server.certificate.get()) > now.plus_seconds(renew_days * day_seconds);
}

/// The authority from its files, a new one when there are none or it ends soon. What cannot be read is never
/// overwritten: every phone trusts it.
Result<Signed> authority_in(const std::filesystem::path& folder, const std::filesystem::path& certificate_file,
                            Timestamp now) {
    const auto key_file = folder / "ca.key";
    std::error_code error;
    const bool has_key = std::filesystem::exists(key_file, error);
    if (has_key || std::filesystem::exists(certificate_file, error)) {
        Signed found{read_key(key_file), read_certificate(certificate_file)};
        if (!belong_together(found))
            return refused("tls.unreadable", {{"path", (has_key ? certificate_file : key_file).string()}});
        if (end_of(found.certificate.get()) > now.plus_seconds(renew_days * day_seconds)) return found;
    }
    std::array<unsigned char, 3> mark{};
    check(RAND_bytes(mark.data(), static_cast<int>(mark.size())) == 1);
    std::string name = "Pamong CA ";
    for (const unsigned char byte : mark) {
        name += "0123456789ABCDEF"[byte >> 4U];
        name += "0123456789ABCDEF"[byte & 15U];
    }
    Signed made = make_signed(name, now, now.plus_seconds(ca_days * day_seconds), nullptr,
                              {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                               {NID_key_usage, "critical,keyCertSign,cRLSign"},
                               {NID_subject_key_identifier, "hash"}});
    if (auto done = write_safely(key_file, pem_of(made.key.get()), 0600); !done) return refused(done.error());
    if (auto done = write_safely(certificate_file, pem_of(made.certificate.get()), 0644); !done)
        return refused(done.error());
    return made;
}

}  // namespace

Result<LocalCa> make_local_ca(const std::filesystem::path& folder, const std::vector<std::string>& names,
                              Timestamp now) try {
    std::vector<std::string> alt_names;
    for (const std::string& name : names) {
        auto alt_name = alt_name_of(name);
        if (!alt_name) return refused("tls.bad_name", {{"name", name}});
        alt_names.push_back(std::move(*alt_name));
    }
    if (alt_names.empty()) return refused("tls.no_names");
    std::ranges::sort(alt_names);
    alt_names.erase(std::ranges::unique(alt_names).begin(), alt_names.end());

    std::error_code error;
    if (std::filesystem::create_directories(folder, error))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    LocalCa ca{{folder / "server.crt", folder / "server.key"}, folder / "pamong-ca.crt", {}};
    auto authority = authority_in(folder, ca.ca_certificate, now);
    if (!authority) return refused(authority.error());

    const Signed present{read_key(ca.server.key), read_certificate(ca.server.certificate)};
    if (server_still_fits(present, *authority, alt_names, now)) {
        ca.server_valid_until = end_of(present.certificate.get());
        return ca;
    }
    std::string joined;
    for (const std::string& name : alt_names) joined += (joined.empty() ? "" : ",") + name;
    const Timestamp end =
        std::min(now.plus_seconds((server_days - 1) * day_seconds), end_of(authority->certificate.get()));
    const Signed server = make_signed("Pamong", now, end, &*authority,
                                      {{NID_basic_constraints, "critical,CA:FALSE"},
                                       {NID_key_usage, "critical,digitalSignature"},
                                       {NID_ext_key_usage, "serverAuth"},
                                       {NID_subject_key_identifier, "hash"},
                                       {NID_authority_key_identifier, "keyid"},
                                       {NID_subject_alt_name, joined}});
    if (auto done = write_safely(ca.server.key, pem_of(server.key.get()), 0600); !done) return refused(done.error());
    const std::string chain = pem_of(server.certificate.get()) + pem_of(authority->certificate.get());
    if (auto done = write_safely(ca.server.certificate, chain, 0644); !done) return refused(done.error());
    ca.server_valid_until = end_of(server.certificate.get());
    return ca;
} catch (const OpenSslFailed&) {
    ERR_clear_error();
    return refused("tls.failed");
}

}  // namespace pamong::http
