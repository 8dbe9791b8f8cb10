#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/http/message.h"

namespace pamong::http {

/// Compresses JSON, text, CSV, XML and SVG in memory above 1 KB when the client accepts gzip. The server calls it.
void compress_if_wanted(const HttpRequest& request, HttpResponse& response);

/// True when Accept-Encoding allows gzip ("gzip;q=0" does not).
bool accepts_gzip(const HttpRequest& request);
std::string gzip(std::string_view text, int level = 5);
/// Problem: http.bad_gzip (broken, or larger than `limit` when unpacked).
Result<std::string> gunzip(std::string_view packed, std::size_t limit);

}  // namespace pamong::http
