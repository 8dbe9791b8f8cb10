#pragma once

#include <any>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "base/result.h"
#include "platform/http/api_shape.h"
#include "platform/http/message.h"
#include "platform/store/store.h"
#include "platform/words.h"

namespace pamong::http {

/// Who may call a route. `permission` names one that the caller must hold somewhere; the use case then checks the
/// place.
enum class Door : std::uint8_t { open, signed_in, permission };

/// read: one consistent look; write: one transaction, kept when the reply is a success; free: the handler opens its own
/// (slow work such as hashing a password must not sit on the writer).
enum class Work : std::uint8_t { read, write, free };

/// What somebody writes into a field, in bytes; and what a field holds that carries a file or a table, which only the
/// size of the request limits.
inline constexpr std::size_t longest_written = 20'000;
inline constexpr std::size_t whole_file = std::string::npos;

struct Rules {
    Door door = Door::permission;
    std::string_view permission{};
    std::string_view summary{};
    /// Query parameters for the documents: "q: text to search; page: cursor".
    std::vector<std::string_view> query{};
    Work work = Work::read;  ///< set by get/put/post/...; give `free` for handlers that open their own transactions
    std::size_t longest_text = longest_written;  ///< bytes of one text in the body; `whole_file` for imports
};

/// The one who calls, as the authenticator found them. `actor` holds the access feature's own value.
struct Caller {
    AccountId account{};
    OrgId owner{};
    Language language = Language::id;
    std::vector<std::string> permissions{};
    std::any actor{};
};

/// A request inside a route: decoded path values, the caller and the transaction.
class Request {
  public:
    Request(const HttpRequest& message, const Caller& caller, Timestamp now, Random& random, store::Store& store)
        : message_(message), caller_(caller), now_(now), random_(random), store_(store) {}

    [[nodiscard]] const HttpRequest& message() const { return message_; }
    [[nodiscard]] const Caller& caller() const { return caller_; }
    /// The access feature's actor: `request.actor<access::Actor>()`.
    template <class Actor>
    [[nodiscard]] const Actor& actor() const {
        return std::any_cast<const Actor&>(caller_.actor);
    }
    [[nodiscard]] store::Tx& transaction() const {
        expects(transaction_ != nullptr, "this route has no transaction");
        return *transaction_;
    }
    [[nodiscard]] store::Store& store() const { return store_; }
    [[nodiscard]] store::Scope scope() const { return {caller_.owner, caller_.account, now_}; }
    [[nodiscard]] Timestamp now() const { return now_; }
    [[nodiscard]] Random& random() const { return random_; }
    [[nodiscard]] Language language() const { return caller_.language; }

    [[nodiscard]] std::string_view path_text(std::string_view name) const;
    /// A path value that must be an id. Problem: http.not_found (a wrong id is a page that does not exist).
    template <class IdType>
    [[nodiscard]] Result<IdType> path_id(std::string_view name) const {
        if (const auto id = id_from<IdType>(path_text(name))) return *id;
        return refused("http.not_found");
    }
    [[nodiscard]] std::string query(std::string_view name, std::string_view otherwise = "") const {
        return std::string(message_.query_value(name).value_or(otherwise));
    }

    /// The same request inside a transaction that the handler opened itself (Work::free).
    [[nodiscard]] Request within(store::Tx& transaction) const {
        Request inside = *this;
        inside.transaction_ = &transaction;
        return inside;
    }

    /// Headers of the reply, such as Set-Cookie.
    Headers reply_headers{};
    /// 201 for a record that was made; success is 200 otherwise.
    int success_status = 200;

  private:
    friend class Router;
    const HttpRequest& message_;
    const Caller& caller_;
    Timestamp now_;
    Random& random_;
    store::Store& store_;
    store::Tx* transaction_ = nullptr;
    std::vector<std::pair<std::string_view, std::string_view>> path_values_{};
};

struct Route {
    std::string method;
    std::string pattern;  ///< "/api/v1/people/{id}"
    Rules rules;
    Shape input;   ///< empty when there is no body
    Shape output;  ///< empty when the reply is not JSON
    std::function<Result<HttpResponse>(Request&)> handler;
};

/// Nothing but success, for routes whose reply has no content.
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

/// The route table. A route decodes, calls a use case and replies; one request is one transaction.
class Router {
  public:
    using Authenticate = std::function<Result<Caller>(const HttpRequest&, store::Store&, Timestamp)>;

    template <class Out, class F>
    void get(std::string pattern, Rules rules, F handler) {
        add("GET", std::move(pattern), std::move(rules), {}, shape_of<Out>(),
            [handler = std::move(handler)](Request& request) { return reply<Out>(request, handler(request)); });
    }
    template <class In, class Out, class F>
    void put(std::string pattern, Rules rules, F handler) {
        with_body<In, Out>("PUT", std::move(pattern), std::move(rules), std::move(handler));
    }
    template <class In, class Out, class F>
    void post(std::string pattern, Rules rules, F handler) {
        with_body<In, Out>("POST", std::move(pattern), std::move(rules), std::move(handler));
    }
    template <class Out, class F>
    void remove(std::string pattern, Rules rules, F handler) {
        if (rules.work == Work::read) rules.work = Work::write;
        add("DELETE", std::move(pattern), std::move(rules), {}, shape_of<Out>(),
            [handler = std::move(handler)](Request& request) { return reply<Out>(request, handler(request)); });
    }
    /// A body or a reply that is not JSON: files, XML, PDF, uploads.
    void raw(std::string method, std::string pattern, Rules rules,
             std::function<Result<HttpResponse>(Request&)> handler) {
        if (method != "GET" && rules.work == Work::read) rules.work = Work::write;
        add(std::move(method), std::move(pattern), std::move(rules), {}, {}, std::move(handler));
    }

    [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

    /// Answers one request below /api: finds the route, asks who calls, checks the door, opens the transaction.
    HttpResponse answer(const HttpRequest& message, const Authenticate& authenticate, store::Store& store,
                        Timestamp now, Random& random) const;

  private:
    template <class In, class Out, class F>
    void with_body(const char* method, std::string pattern, Rules rules, F handler) {
        if (rules.work == Work::read) rules.work = Work::write;
        const std::size_t longest = rules.longest_text;
        add(method, std::move(pattern), std::move(rules), shape_of<In>(), shape_of<Out>(),
            [handler = std::move(handler), longest](Request& request) -> Result<HttpResponse> {
                auto body = from_json<In>(request.message().body.empty() ? "{}" : request.message().body, longest);
                if (!body) return refused(std::move(body).error());
                return reply<Out>(request, handler(request, *body));
            });
    }
    template <class Out>
    static Result<HttpResponse> reply(Request& request, Result<Out> result) {
        if (!result) return refused(std::move(result).error());
        return json_reply(request, to_json(*result));
    }
    static HttpResponse json_reply(Request& request, std::string body);
    void add(std::string method, std::string pattern, Rules rules, Shape input, Shape output,
             std::function<Result<HttpResponse>(Request&)> handler);

    std::vector<Route> routes_;
};

/// RFC 9457: application/problem+json with a stable code and the sentence in the caller's language.
HttpResponse problem_reply(const Problem& problem, Language language);
/// The caller's language as the browser states it; Indonesian unless it asks for English first.
Language wanted_language(const HttpRequest& message);
/// The HTTP status of a problem, from one table and the endings of codes (.not_found, .not_permitted, .conflict ...).
int status_of(std::string_view code);

}  // namespace pamong::http
