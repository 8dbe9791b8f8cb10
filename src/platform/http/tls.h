#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace pamong::http {

/// PEM files: the certificate (with its chain) and its private key.
struct TlsFiles {
    std::filesystem::path certificate;
    std::filesystem::path key;
};

/// A certificate authority of this installation only, for schools without a public name.
struct LocalCa {
    TlsFiles server;                       ///< what the server uses; its chain included
    std::filesystem::path ca_certificate;  ///< what phones install once ("pamong-ca.crt")
    Timestamp server_valid_until;
};

/// Makes `folder`/ca.key, pamong-ca.crt, server.key, server.crt or keeps those that still fit. The authority is valid
/// ten years, the server's certificate 397 days (the longest phones accept); it is renewed when 30 days are left, when
/// `names` (host names and IP addresses) changed or when its key does not fit. Private files have mode 0600.
/// Problems: tls.no_names, tls.bad_name{name}, tls.cannot_write{path}, tls.unreadable{path}, tls.failed.
Result<LocalCa> make_local_ca(const std::filesystem::path& folder, const std::vector<std::string>& names,
                              Timestamp now);

}  // namespace pamong::http
