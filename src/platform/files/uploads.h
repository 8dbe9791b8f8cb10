#pragma once

#include <functional>
#include <map>
#include <memory>
#include <semaphore>
#include <string>

#include "platform/files/file_store.h"
#include "platform/http/router.h"

namespace pamong::files {

/// Who may attach a file to a thing of one kind, and who may read what is attached: the feature that owns the thing
/// decides. Called inside a transaction of the owner.
struct AttachmentRule {
    /// Success, or why not (".not_found" for what the caller may not even know of).
    std::function<Done(http::Request&, const Uuid& about)> may_attach;
    std::function<bool(http::Request&, const Uuid& about)> may_read;
};
/// By `about_kind`, such as "submission". A kind without a rule can neither be attached to nor read.
using AttachmentRules = std::map<std::string, AttachmentRule, std::less<>>;

struct FileLimits {
    std::int64_t largest_bytes = std::int64_t{25} << 20;
    std::int64_t chunk_bytes = std::int64_t{256} << 10;
    /// Unfinished uploads of one account.
    std::int64_t open_uploads = 200;
};

/// Everything the routes of files need; lives as long as the program.
struct FileDesk {
    explicit FileDesk(FileStore& files, const FileLimits& file_limits = {}) : store(files), limits(file_limits) {}
    FileStore& store;
    FileLimits limits;
    AttachmentRules rules{};
    /// A whole file is in memory while it is put together; so many at once.
    std::counting_semaphore<> assembling{4};
};

/// Adds content that the program itself made (a printed report) and says what it belongs to; the bytes are durable
/// before the row is. Call within the write transaction that also records why.
std::string attach_made_file(store::Tx& tx, FileStore& store, const Uuid& attachment, std::string_view bytes,
                             std::string_view media_type, std::string_view about_kind, const Uuid& about);

/// PUT /api/v1/uploads/{id}, PUT /api/v1/uploads/{id}/chunks/{number}, GET /api/v1/uploads/{id},
/// POST /api/v1/uploads/{id}/finish, GET /api/v1/attachments, GET /api/v1/files/{hash}.
void add_file_routes(http::Router& router, FileDesk& desk);

}  // namespace pamong::files
