#include "platform/files/uploads.h"

#include <charconv>

#include "platform/files/content_hash.h"
#include "platform/files/media_type.h"
#include "platform/files/sql_files.h"
#include "platform/files/wire.h"

namespace pamong::files {
namespace {

using http::Request;

UploadState state_of(const UploadRow& row, FileStore& store) {
    UploadState state{row.id, row.hash, row.bytes, row.chunk_bytes, row.chunks(), {}, row.finished_at.has_value()};
    if (!state.finished) state.present = store.pieces(row.org_id, row.id);
    return state;
}

Done check_declared(const UploadBody& body, const FileLimits& limits) {
    if (!is_content_hash(body.hash)) return refused("files.bad_hash", {}, "hash");
    if (body.bytes <= 0) return refused("files.empty", {}, "bytes");
    if (body.bytes > limits.largest_bytes)
        return refused("files.too_large", {{"limit", std::to_string(limits.largest_bytes >> 20U) + " MiB"}}, "bytes");
    if (!is_allowed_media_type(body.media_type))
        return refused("files.type_not_taken", {{"type", body.media_type}}, "media_type");
    return {};
}

bool is_same(const UploadRow& row, const UploadBody& body) {
    return row.hash == body.hash && row.bytes == body.bytes && row.media_type == body.media_type &&
           row.about_kind == body.about_kind && row.about_id == body.about_id;
}

Done may_attach(Request& request, std::string_view kind, const Uuid& about, const FileDesk& desk) {
    const auto rule = desk.rules.find(kind);
    if (rule == desk.rules.end()) return refused("files.not_permitted");
    return rule->second.may_attach(request, about);
}

bool may_read(Request& request, std::string_view kind, const Uuid& about, const FileDesk& desk) {
    const auto rule = desk.rules.find(kind);
    return rule != desk.rules.end() && rule->second.may_read(request, about);
}

/// An upload shows to the account that began it only.
Result<UploadRow> own_upload(Request& request, store::Tx& tx) {
    const auto id = request.path_id<Id<struct UploadTag>>("id");
    if (!id) return refused(id.error());
    auto row = upload_with(tx, id->value);
    if (!row || row->account_id != request.caller().account) return refused("files.not_found");
    return std::move(*row);
}

Result<UploadState> begin_upload(Request& request, const UploadBody& body, FileDesk& desk) {
    const auto id = request.path_id<Id<struct UploadTag>>("id");
    if (!id) return refused(id.error());
    if (const auto fine = check_declared(body, desk.limits); !fine) return refused(fine.error());
    store::Tx& tx = request.transaction();
    if (const auto known = upload_with(tx, id->value)) {
        if (known->account_id != request.caller().account || !is_same(*known, body)) return refused("files.id_reused");
        return state_of(*known, desk.store);
    }
    if (const auto allowed = may_attach(request, body.about_kind, body.about_id, desk); !allowed)
        return refused(allowed.error());
    if (open_uploads_of(tx, request.caller().account) >= desk.limits.open_uploads)
        return refused("files.too_many_tries", {{"count", std::to_string(desk.limits.open_uploads)}});
    const UploadRow row{tx.owner(),      id->value,       request.caller().account,
                        body.hash,       body.bytes,      desk.limits.chunk_bytes,
                        body.media_type, body.about_kind, body.about_id,
                        body.taken_at,   request.now(),   {}};
    if (!add_upload(tx, row)) return refused("files.conflict");  // sent twice at the same moment: ask again
    tx.journal("file.begun", "file", row.id, "", row.hash);
    request.success_status = 201;
    return state_of(row, desk.store);
}

Result<UploadRow> own_upload_now(Request& request) {
    return request.store().read(request.scope(), [&](store::Tx& tx) { return own_upload(request, tx); });
}

Result<http::HttpResponse> take_piece(Request& request, FileDesk& desk) {
    const auto row = own_upload_now(request);
    if (!row) return refused(row.error());
    std::int64_t number = -1;
    const std::string_view text = request.path_text("number");
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number < 0 || number >= row->chunks())
        return refused("files.no_such_piece", {{"count", std::to_string(row->chunks())}});
    const std::string& body = request.message().body;
    if (std::cmp_not_equal(body.size(), row->length_of(number)))
        return refused("files.piece_length", {{"number", std::to_string(number)},
                                              {"expected", std::to_string(row->length_of(number))},
                                              {"found", std::to_string(body.size())}});
    // Finished: the pieces are gone, and a late repeat of one is fine.
    if (!row->finished_at && !desk.store.keep_piece(row->org_id, row->id, number, body))
        return refused("files.same_id_other_content", {{"number", std::to_string(number)}});
    return http::HttpResponse{.status = 204};
}

/// The whole file, when all of it is here and it is what the device said.
Result<std::string> assembled(const UploadRow& row, FileStore& store) {
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(row.bytes));
    for (std::int64_t number = 0; number < row.chunks(); ++number) {
        const std::string piece = store.piece(row.org_id, row.id, number);
        if (std::cmp_not_equal(piece.size(), row.length_of(number)))
            return refused("files.incomplete", {{"number", std::to_string(number)}});
        bytes += piece;
    }
    if (content_hash(bytes) != row.hash) return refused("files.wrong_hash");
    const auto found = media_type_of(bytes);
    if (!found) return refused("files.type_not_taken", {{"type", row.media_type}});
    if (!fits_declared(*found, row.media_type))
        return refused("files.wrong_type", {{"declared", row.media_type}, {"found", std::string(*found)}});
    return bytes;
}

/// Bytes first, row second, answer third.
Result<UploadState> finish(Request& request, FileDesk& desk) {
    const auto row = own_upload_now(request);
    if (!row) return refused(row.error());
    if (row->finished_at) return state_of(*row, desk.store);
    {
        desk.assembling.acquire();
        const struct Release {
            std::counting_semaphore<>& slots;
            ~Release() { slots.release(); }
        } release{desk.assembling};
        const auto bytes = assembled(*row, desk.store);
        if (!bytes) {
            // Pieces that make no file are of no use; the device begins again.
            if (bytes.error().code != "files.incomplete") desk.store.drop_pieces(row->org_id, row->id);
            return refused(bytes.error());
        }
        desk.store.keep(row->org_id, *bytes);
    }
    const auto recorded = request.store().write(request.scope(), [&](store::Tx& tx) -> Done {
        Request inside = request.within(tx);
        if (auto allowed = may_attach(inside, row->about_kind, row->about_id, desk); !allowed) return allowed;
        add_content(tx, row->hash, row->bytes, row->media_type);
        add_attachment(tx, {row->id, row->hash, row->about_kind, row->about_id, row->account_id, row->taken_at,
                            request.now(), row->media_type, row->bytes});
        finish_upload(tx, row->id);
        tx.journal("file.attached", "file", row->id, "", row->hash);
        return {};
    });
    if (!recorded) return refused(recorded.error());
    desk.store.drop_pieces(row->org_id, row->id);
    UploadRow finished = *row;
    finished.finished_at = request.now();
    return state_of(finished, desk.store);
}

Result<AttachmentList> list_attachments(Request& request, const FileDesk& desk) {
    const auto about = uuid_from(request.query("about_id"));
    const std::string kind = request.query("about_kind");
    if (!about || !may_read(request, kind, *about, desk)) return refused("files.not_found");
    AttachmentList list;
    for (AttachmentRow& row : attachments_about(request.transaction(), kind, *about))
        list.items.push_back({row.id, std::move(row.hash), std::move(row.media_type), row.bytes, row.taken_at,
                              row.added_at, row.uploaded_by == request.caller().account});
    return list;
}

/// What a page would like the file to be called, such as "formulir-penilaian"; plain letters only, so nothing can be
/// smuggled into the header.
std::string saved_name(const Request& request, const AttachmentRow& row) {
    std::string name;
    for (const char c : request.query("name"))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') name += c;
    if (name.empty() || name.size() > 60) name = row.hash.substr(0, 12);
    return name + "." + std::string(file_ending_of(row.media_type));
}

/// Never shown in place: a browser saves it or puts it into an <img>, and nothing in it runs.
Result<http::HttpResponse> send_file(Request& request, const FileDesk& desk) {
    const std::string hash(request.path_text("hash"));
    if (!is_content_hash(hash)) return refused("files.not_found");
    for (const AttachmentRow& row : attachments_with(request.transaction(), hash)) {
        if (!may_read(request, row.about_kind, row.about_id, desk)) continue;
        const auto size = desk.store.size_of(request.caller().owner, hash);
        if (!size || std::cmp_not_equal(*size, row.bytes)) return refused("files.damaged.internal");
        http::HttpResponse response;
        const std::string tag = '"' + hash + '"';
        response.headers.emplace_back("ETag", tag);
        response.headers.emplace_back("Cache-Control", "private, no-cache");
        if (http::header_lists(request.message().headers, "If-None-Match", tag)) {
            response.status = 304;
            return response;
        }
        response.headers.emplace_back("Content-Type", row.media_type);
        response.headers.emplace_back("Content-Disposition",
                                      "attachment; filename=\"" + saved_name(request, row) + "\"");
        response.headers.emplace_back("X-Content-Type-Options", "nosniff");
        response.headers.emplace_back("Content-Security-Policy", "default-src 'none'; sandbox");
        response.file = desk.store.path_of(request.caller().owner, hash).string();
        response.may_compress = false;
        return response;
    }
    return refused("files.not_found");
}

}  // namespace

std::string attach_made_file(store::Tx& tx, FileStore& store, const Uuid& attachment, std::string_view bytes,
                             std::string_view media_type, std::string_view about_kind, const Uuid& about) {
    const std::string hash = store.keep(tx.owner(), bytes);
    add_content(tx, hash, static_cast<std::int64_t>(bytes.size()), media_type);
    add_attachment(tx, {attachment,
                        hash,
                        std::string(about_kind),
                        about,
                        tx.account(),
                        {},
                        tx.now(),
                        std::string(media_type),
                        static_cast<std::int64_t>(bytes.size())});
    return hash;
}

void add_file_routes(http::Router& router, FileDesk& desk) {
    using http::Door;
    using http::Work;
    router.put<UploadBody, UploadState>(
        "/api/v1/uploads/{id}", {.door = Door::signed_in, .summary = "Say which file is coming, and what it is about"},
        [&desk](Request& request, const UploadBody& body) { return begin_upload(request, body, desk); });
    router.get<UploadState>("/api/v1/uploads/{id}",
                            {.door = Door::signed_in, .summary = "Which pieces of a file are here already"},
                            [&desk](Request& request) -> Result<UploadState> {
                                const auto row = own_upload(request, request.transaction());
                                if (!row) return refused(row.error());
                                return state_of(*row, desk.store);
                            });
    router.raw("PUT", "/api/v1/uploads/{id}/chunks/{number}",
               {.door = Door::signed_in,
                .summary = "One piece of the file as bytes; sending it again changes nothing",
                .work = Work::free},
               [&desk](Request& request) { return take_piece(request, desk); });
    router.post<http::Nothing, UploadState>(
        "/api/v1/uploads/{id}/finish",
        {.door = Door::signed_in,
         .summary = "Put the pieces together; answers once the file is safe",
         .work = Work::free},
        [&desk](Request& request, const http::Nothing&) { return finish(request, desk); });
    router.get<AttachmentList>("/api/v1/attachments",
                               {.door = Door::signed_in,
                                .summary = "Files attached to one thing that the caller may read",
                                .query = {"about_kind: such as submission", "about_id: its id"}},
                               [&desk](Request& request) { return list_attachments(request, desk); });
    router.raw("GET", "/api/v1/files/{hash}",
               {.door = Door::signed_in,
                .summary = "An attached file that the caller may read; takes Range",
                .query = {"name: what it is called when it is saved, without ending"}},
               [&desk](Request& request) { return send_file(request, desk); });
}

}  // namespace pamong::files
