#include "platform/http/router.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace pamong::http {
namespace {

/// Matches "/a/{id}/b" against "/a/7/b"; the values are views into `path`.
bool matches(std::string_view pattern, std::string_view path,
             std::vector<std::pair<std::string_view, std::string_view>>& values) {
    values.clear();
    while (!pattern.empty() && !path.empty()) {
        if (pattern.front() != '/' || path.front() != '/') return false;
        pattern.remove_prefix(1);
        path.remove_prefix(1);
        const auto wanted = pattern.substr(0, pattern.find('/'));
        const auto given = path.substr(0, path.find('/'));
        if (wanted.starts_with('{') && wanted.ends_with('}')) {
            if (given.empty()) return false;
            values.emplace_back(wanted.substr(1, wanted.size() - 2), given);
        } else if (wanted != given) {
            return false;
        }
        pattern.remove_prefix(wanted.size());
        path.remove_prefix(given.size());
    }
    return pattern.empty() && path.empty();
}

Done check_door(const Rules& rules, const Result<Caller>& caller) {
    if (rules.door == Door::open) return {};
    if (!caller) return refused(caller.error());
    if (rules.door == Door::signed_in) return {};
    if (std::ranges::find(caller->permissions, rules.permission) == caller->permissions.end())
        return refused("access.not_permitted", {{"permission", std::string(rules.permission)}});
    return {};
}

/// What somebody sent comes back as a hint, not whole.
Problem shortened(Problem problem) {
    constexpr std::size_t most = 200;
    for (auto& [name, value] : problem.values) {
        if (value.size() <= most) continue;
        std::size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;
        value = value.substr(0, end) + "…";
    }
    for (Problem& part : problem.parts) part = shortened(std::move(part));
    return problem;
}

void append_parts(std::string& body, const std::vector<Problem>& parts, Language language) {
    body += ",\"parts\":[";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) body += ',';
        body += "{\"code\":" + to_json(parts[i].code) + ",\"at\":" + to_json(parts[i].at) +
                ",\"title\":" + to_json(Words::all().text(language, parts[i])) +
                ",\"values\":" + to_json(parts[i].values) + "}";
    }
    body += ']';
}

}  // namespace

Language wanted_language(const HttpRequest& message) {
    return message.header("accept-language").value_or("id").starts_with("en") ? Language::en : Language::id;
}

std::string_view Request::path_text(std::string_view name) const {
    for (const auto& [key, value] : path_values_)
        if (key == name) return value;
    throw std::logic_error("no path value " + std::string(name));
}

void Router::add(std::string method, std::string pattern, Rules rules, Shape input, Shape output,
                 std::function<Result<HttpResponse>(Request&)> handler) {
    expects(rules.door != Door::permission || !rules.permission.empty(), "a route without a permission: " + pattern);
    for (const auto& route : routes_)
        expects(route.method != method || route.pattern != pattern, "the same route twice: " + method + " " + pattern);
    routes_.push_back({std::move(method), std::move(pattern), std::move(rules), std::move(input), std::move(output),
                       std::move(handler)});
}

HttpResponse Router::json_reply(Request& request, std::string body) {
    HttpResponse response{.status = request.success_status, .body = std::move(body)};
    response.headers.emplace_back("Content-Type", "application/json");
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

HttpResponse Router::answer(const HttpRequest& message, const Authenticate& authenticate, store::Store& store,
                            Timestamp now, Random& random) const {
    const Route* found = nullptr;
    bool other_method = false;
    std::vector<std::pair<std::string_view, std::string_view>> values;
    const std::string_view method = message.method == "HEAD" ? "GET" : std::string_view(message.method);
    for (const Route& route : routes_) {
        if (!matches(route.pattern, message.path, values)) continue;
        if (route.method == method) {
            found = &route;
            break;
        }
        other_method = true;
    }
    Language language = wanted_language(message);
    if (found == nullptr) return problem_reply({other_method ? "http.method_not_allowed" : "http.not_found"}, language);
    const auto done = [&](HttpResponse response) {
        response.route = found->pattern;
        return response;
    };
    // A browser does not add this header across sites, so a foreign page cannot act with our cookie.
    if (method != "GET" && !message.header("x-pamong")) return done(problem_reply({"http.header_missing"}, language));

    const Result<Caller> caller = found->rules.door == Door::open && !message.cookie("pamong_session")
                                      ? Result<Caller>(Caller{.language = language})
                                      : authenticate(message, store, now);
    if (caller) language = caller->language;
    if (auto allowed = check_door(found->rules, caller); !allowed)
        return done(problem_reply(allowed.error(), language));
    const Caller known = caller ? *caller : Caller{.language = language};

    Request request(message, known, now, random, store);
    request.path_values_ = values;
    const auto run = [&](store::Tx* tx) -> Result<HttpResponse> {
        request.transaction_ = tx;
        request.reply_headers.clear();
        return found->handler(request);
    };
    Result<HttpResponse> result;
    switch (found->rules.work) {
        case Work::free:
            result = run(nullptr);
            break;
        case Work::read:
            result = store.read(request.scope(), [&](store::Tx& tx) { return run(&tx); });
            break;
        case Work::write:
            result = store.write(request.scope(), [&](store::Tx& tx) { return run(&tx); });
            break;
    }
    HttpResponse response = result ? std::move(*result) : problem_reply(result.error(), language);
    for (auto& header : request.reply_headers) response.headers.push_back(std::move(header));
    return done(std::move(response));
}

int status_of(std::string_view code) {
    struct Entry {
        std::string_view ending;
        int status;
    };
    static constexpr std::array<Entry, 22> table{{{"json.syntax", 400},
                                                  {"http.bad_target", 400},
                                                  {"http.bad_request", 400},
                                                  {"http.too_slow", 408},
                                                  {"http.expectation", 417},
                                                  {"http.headers_too_large", 431},
                                                  {"http.version", 505},
                                                  {"http.header_missing", 400},
                                                  {"access.not_signed_in", 401},
                                                  {"access.wrong_login", 401},
                                                  {".not_permitted", 403},
                                                  {".not_found", 404},
                                                  {"_not_found", 404},
                                                  {".method_not_allowed", 405},
                                                  {".conflict", 409},
                                                  {".id_reused", 409},
                                                  {".same_id_other_content", 409},
                                                  {".too_large", 413},
                                                  {".too_many_tries", 429},
                                                  {".internal", 500},
                                                  {".busy", 503},
                                                  {".disk_full", 507}}};
    for (const auto& [ending, status] : table)
        if (code.ends_with(ending)) return status;
    return 422;
}

HttpResponse problem_reply(const Problem& whole, Language language) {
    const Problem problem = shortened(whole);
    HttpResponse response;
    response.status = status_of(problem.code);
    std::string& body = response.body;
    body = "{\"type\":\"about:blank\",\"title\":" + to_json(Words::all().text(language, problem)) +
           ",\"status\":" + std::to_string(response.status) + ",\"code\":" + to_json(problem.code) +
           ",\"at\":" + to_json(problem.at) + ",\"values\":" + to_json(problem.values);
    append_parts(body, problem.parts, language);
    body += '}';
    response.headers.emplace_back("Content-Type", "application/problem+json");
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

}  // namespace pamong::http
