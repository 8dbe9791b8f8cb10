#pragma once
// The coroutines of connection.h; only server.cpp includes this.

#include <fmt/format.h>

#include <array>

#include "platform/http/connection.h"

namespace pamong::http {

inline std::string request_id_text(std::uint64_t number) {
    // splitmix64 (Steele et al. 2014): unique for unique numbers, and says nothing about how many there were
    number += 0x9e3779b97f4a7c15U;
    number = (number ^ (number >> 30U)) * 0xbf58476d1ce4e5b9U;
    number = (number ^ (number >> 27U)) * 0x94d049bb133111ebU;
    return fmt::format("{:016x}", number ^ (number >> 31U));
}

inline Code method_code(std::string_view method) {
    if (method == "GET") return "GET";
    if (method == "HEAD") return "HEAD";
    if (method == "POST") return "POST";
    if (method == "PUT") return "PUT";
    if (method == "PATCH") return "PATCH";
    if (method == "DELETE") return "DELETE";
    if (method == "OPTIONS") return "OPTIONS";
    return "OTHER";
}

template <class Stream>
Problem Connection<Stream>::problem_of(boost::system::error_code error) {
    if (std::exchange(timed_out_, false)) return {"http.too_slow"};
    if (error == beast::http::error::end_of_stream || error == beast::http::error::partial_message) return {};
    if (error == beast::http::error::header_limit || error == beast::http::error::buffer_overflow)
        return {"http.headers_too_large"};
    if (error == beast::http::error::bad_version) return {"http.version"};
    if (error.category() == beast::http::make_error_code(beast::http::error::bad_method).category())
        return {"http.bad_request"};
    return {};  // the connection broke
}

template <class Stream>
asio::awaitable<bool> Connection<Stream>::serve_one() {
    if (buffer_.size() == 0) {
        is_idle_ = true;
        time_left(is_first_ ? shared_.options.header_timeout : shared_.options.idle_timeout);
        const auto [error, bytes] = co_await stream_.async_read_some(buffer_.prepare(4096), no_throw);
        is_idle_ = false;
        if (error) co_return false;
        buffer_.commit(bytes);
    }
    is_first_ = false;

    HttpRequest request;
    request.peer = peer_;
    request.is_tls = is_tls;
    request.id = request_id_text(shared_.next_request++);
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(shared_.options.header_bytes));
    parser.body_limit(boost::none);  // known once the path is
    time_left(shared_.options.header_timeout);
    const auto [error, bytes] = co_await beast::http::async_read_header(stream_, buffer_, parser, no_throw);
    if (error) {
        Problem problem = problem_of(error);
        if (problem.code.empty()) co_return false;
        co_return co_await refuse(std::move(problem), std::move(request));
    }
    Done done = describe(parser, request);
    BodyShare share(shared_);
    if (done && !parser.is_done()) done = co_await read_body(parser, request, share);
    if (!done) {
        if (done.error().code.empty()) co_return false;
        co_return co_await refuse(done.error(), std::move(request));
    }
    request.body = std::move(parser.get().body());
    const bool keep_alive = parser.keep_alive();
    co_return co_await answer(std::move(request), keep_alive);
}

template <class Stream>
Done Connection<Stream>::describe(const Parser& parser, HttpRequest& request) {
    const auto& head = parser.get();
    request.method = std::string(head.method_string());
    request.headers.reserve(static_cast<std::size_t>(std::distance(head.begin(), head.end())));
    for (const auto& field : head) request.headers.emplace_back(field.name_string(), field.value());
    if (head.version() != 10 && head.version() != 11) return refused("http.version");
    // RFC 9112 section 3.2: exactly one Host in HTTP/1.1. Sections 6.1 and 6.3: a transfer coding other than chunked,
    // or together with a length, lets a proxy and us disagree about where the request ends.
    if (head.count(beast::http::field::host) > 1 || (head.version() == 11 && head.count(beast::http::field::host) == 0))
        return refused("http.bad_request");
    if (head.count(beast::http::field::transfer_encoding) > 0 &&
        (!parser.chunked() || head.version() == 10 || head.count(beast::http::field::transfer_encoding) > 1 ||
         head.count(beast::http::field::content_length) > 0 ||
         !beast::iequals(head[beast::http::field::transfer_encoding], "chunked")))
        return refused("http.bad_request");
    if (const auto expect = request.header("Expect"); expect && !beast::iequals(*expect, "100-continue"))
        return refused("http.expectation");
    if (shared_.options.behind_proxy) {
        if (const auto forwarded = request.header("X-Forwarded-For")) {
            const auto last = forwarded->substr(forwarded->find_last_of(", ") + 1);  // npos + 1 is 0
            boost::system::error_code error;
            if (const auto address = asio::ip::make_address(last, error); !error) request.peer = address.to_string();
        }
        request.is_tls = request.header("X-Forwarded-Proto") == "https";
    }
    auto target = read_target(head.target());
    if (!target) return refused(target.error());
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    return {};
}

template <class Stream>
asio::awaitable<Done> Connection<Stream>::read_body(Parser& parser, HttpRequest& request, BodyShare& share) {
    const std::size_t limit = shared_.options.body_limit ? shared_.options.body_limit(request.path) : 1024 * 1024;
    const auto too_large = [limit] {
        return refused("http.too_large", {{"limit", limit >= 1024 * 1024 ? fmt::format("{} MiB", limit / (1024 * 1024))
                                                                         : fmt::format("{} KiB", limit / 1024)}});
    };
    if (parser.content_length() && *parser.content_length() > limit) co_return too_large();
    if (!share.grow_to(parser.content_length().value_or(0))) co_return refused("http.busy");
    parser.body_limit(limit);
    if (request.header("Expect") && buffer_.size() == 0 && !co_await write_text("HTTP/1.1 100 Continue\r\n\r\n"))
        co_return refused("");
    const auto started = std::chrono::steady_clock::now();
    std::uint64_t moved = 0;
    while (!parser.is_done()) {
        deadline_ = started + transfer_time(moved);
        const auto [error, bytes] = co_await beast::http::async_read_some(stream_, buffer_, parser, no_throw);
        moved += bytes;
        if (error == beast::http::error::body_limit) co_return too_large();
        if (error) {
            Problem problem = problem_of(error);
            // An endless chunk header fills the buffer too.
            if (problem.code == "http.headers_too_large") problem.code = "http.bad_request";
            co_return refused(std::move(problem));
        }
        if (!share.grow_to(parser.get().body().size())) co_return refused("http.busy");
    }
    co_return Done{};
}

template <class Stream>
asio::awaitable<PreparedReply> Connection<Stream>::work(HttpRequest& request, bool keep_alive) {
    HttpRequest given{request.method, request.path,   request.query, request.headers, {},
                      request.peer,   request.is_tls, request.id};
    given.body = std::move(request.body);
    try {
        HttpResponse response = shared_.handler(std::move(given));
        co_return prepare_reply(request, std::move(response), keep_alive && !shared_.stopping);
    } catch (const std::exception& failure) {
        if (shared_.options.on_failure) shared_.options.on_failure(failure, request.id);
    }
    HttpResponse response = problem_reply({"http.internal", "", {{"request", request.id}}}, wanted_language(request));
    co_return prepare_reply(request, std::move(response), keep_alive && !shared_.stopping);
}

template <class Stream>
asio::awaitable<bool> Connection<Stream>::answer(HttpRequest request, bool keep_alive) {
    no_deadline();
    const auto started = std::chrono::steady_clock::now();
    const std::uint64_t request_bytes = request.body.size();
    ++shared_.running;
    PreparedReply reply =
        co_await asio::co_spawn(shared_.workers.get_executor(), work(request, keep_alive), asio::use_awaitable);
    --shared_.running;
    note(request, reply, started, request_bytes);
    if (!co_await send(reply)) co_return false;
    if (!reply.response.event_topics.empty() && reply.sends_content)
        co_await send_events(std::move(reply.response.event_topics));
    co_return reply.keep_alive;
}

template <class Stream>
asio::awaitable<bool> Connection<Stream>::refuse(Problem problem, HttpRequest request) {
    const auto started = std::chrono::steady_clock::now();
    PreparedReply reply = prepare_reply(request, problem_reply(problem, wanted_language(request)), false);
    note(request, reply, started, 0);
    must_drain_ = true;
    co_await send(reply);
    co_return false;
}

template <class Stream>
void Connection<Stream>::note(const HttpRequest& request, const PreparedReply& reply, SteadyTime started,
                              std::uint64_t request_bytes) {
    if (!shared_.options.access_log) return;
    const auto taken = std::chrono::steady_clock::now() - started;
    shared_.options.access_log({.method = method_code(request.method),
                                .route = reply.response.route,
                                .status = reply.response.status,
                                .micros = std::chrono::duration_cast<std::chrono::microseconds>(taken).count(),
                                .request_bytes = request_bytes,
                                .reply_bytes = reply.bytes(),
                                .request_id = request.id});
}

template <class Stream>
asio::awaitable<bool> Connection<Stream>::write_text(std::string_view text) {
    time_left(transfer_time(text.size()));
    const auto [error, bytes] = co_await asio::async_write(stream_, asio::buffer(text), no_throw);
    no_deadline();
    co_return !error;
}

template <class Stream>
asio::awaitable<bool> Connection<Stream>::send(PreparedReply& reply) {
    constexpr std::size_t one_write = 64 * 1024;  // below this a copy is cheaper than a second system call
    std::string_view content = reply.sends_content && !reply.file ? reply.response.content() : std::string_view{};
    if (content.size() <= one_write) {
        reply.head += content;
        content = {};
    }
    if (!co_await write_text(reply.head)) co_return false;
    if (!content.empty() && !co_await write_text(content)) co_return false;
    if (reply.file && reply.sends_content) co_return co_await send_file(*reply.file);
    co_return true;
}

template <class Stream>
asio::awaitable<bool> Connection<Stream>::send_file(FilePart& file) {
    constexpr std::size_t piece = 256 * 1024;
    const auto read = [](FilePart& from) -> asio::awaitable<std::string> { co_return from.next(piece); };
    while (file.left() > 0) {
        // The disk may be slow: workers wait for it, not the thread that serves everyone.
        const std::string bytes =
            co_await asio::co_spawn(shared_.workers.get_executor(), read(file), asio::use_awaitable);
        if (!co_await write_text(bytes)) co_return false;
    }
    co_return true;
}

template <class Stream>
asio::awaitable<void> Connection<Stream>::send_events(std::vector<std::string> topics) {
    const std::weak_ptr<Connection> weak = this->weak_from_this();
    const auto on_wake = [weak] {
        const auto self = weak.lock();
        if (self) asio::post(self->stream_.get_executor(), [self] { self->wake_.cancel(); });
    };
    const auto listener = shared_.hub.listen(std::move(topics), on_wake);
    ++shared_.streams;
    is_streaming_ = true;
    asio::co_spawn(stream_.get_executor(), watch_for_end(), [self = this->shared_from_this()](std::exception_ptr) {});
    // Something may have changed between the client's last look and now, so the first event comes at once.
    std::string text = "retry: 3000\nevent: changed\ndata: \n\n";
    while (co_await write_text(text)) {
        text.clear();
        while (text.empty() && !shared_.stopping && !listener->ended() && !client_left_) {
            for (const std::string& topic : listener->take()) text += "event: changed\ndata: " + topic + "\n\n";
            if (!text.empty()) break;
            wake_.expires_after(shared_.options.heartbeat);
            const auto [woken] = co_await wake_.async_wait(no_throw);
            if (!woken) text = ":\n\n";  // a comment: keeps proxies from closing, and finds dead clients
        }
        if (text.empty()) break;
    }
    --shared_.streams;
}

/// A stream's client only ever leaves; what else it sends is dropped.
template <class Stream>
asio::awaitable<void> Connection<Stream>::watch_for_end() {
    std::array<char, 256> dropped{};
    while (true) {
        const auto [error, bytes] = co_await stream_.async_read_some(asio::buffer(dropped), no_throw);
        if (error) break;
    }
    client_left_ = true;
    wake_.cancel();
}

template <class Stream>
asio::awaitable<void> Connection<Stream>::say_goodbye() {
    boost::system::error_code ignored;
    if constexpr (is_tls) {
        if (socket().is_open() && !client_left_) {
            time_left(std::chrono::seconds(2));
            // A watcher of an event stream may still read; it has to end before TLS says goodbye.
            if (is_streaming_) socket().shutdown(tcp::socket::shutdown_both, ignored);
            else co_await stream_.async_shutdown(no_throw);
        }
    }
    if (must_drain_ && socket().is_open()) {
        socket().shutdown(tcp::socket::shutdown_send, ignored);
        time_left(std::chrono::seconds(2));
        std::array<char, 4096> dropped{};
        for (std::size_t total = 0; total < 4 * 1024 * 1024;) {
            const auto [error, bytes] = co_await socket().async_read_some(asio::buffer(dropped), no_throw);
            if (error) break;
            total += bytes;
        }
    }
    close_socket();
}

}  // namespace pamong::http
