#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/store/tx.h"

namespace pamong::files {

struct UploadRow {
    OrgId org_id;
    Uuid id;
    AccountId account_id;
    std::string hash;
    std::int64_t bytes = 0;
    std::int64_t chunk_bytes = 0;
    std::string media_type;
    std::string about_kind;
    Uuid about_id;
    std::optional<Timestamp> taken_at;
    Timestamp begun_at;
    std::optional<Timestamp> finished_at;

    [[nodiscard]] std::int64_t chunks() const { return (bytes + chunk_bytes - 1) / chunk_bytes; }
    [[nodiscard]] std::int64_t length_of(std::int64_t number) const {
        return number + 1 < chunks() ? chunk_bytes : bytes - number * chunk_bytes;
    }
};
BOOST_DESCRIBE_STRUCT(UploadRow, (),
                      (org_id, id, account_id, hash, bytes, chunk_bytes, media_type, about_kind, about_id, taken_at,
                       begun_at, finished_at))

struct AttachmentRow {
    Uuid id;
    std::string hash;
    std::string about_kind;
    Uuid about_id;
    AccountId uploaded_by;
    std::optional<Timestamp> taken_at;
    Timestamp added_at;
    std::string media_type;
    std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(AttachmentRow, (),
                      (id, hash, about_kind, about_id, uploaded_by, taken_at, added_at, media_type, bytes))

struct ContentRow {
    std::string hash;
    std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(ContentRow, (), (hash, bytes))

/// Rows of files, uploads and attachments of the transaction's owner.
std::optional<UploadRow> upload_with(store::Tx& tx, const Uuid& id);
std::int64_t open_uploads_of(store::Tx& tx, const AccountId& account);
/// False when the id is taken.
bool add_upload(store::Tx& tx, const UploadRow& row);
void finish_upload(store::Tx& tx, const Uuid& id);
void add_content(store::Tx& tx, const std::string& hash, std::int64_t bytes, std::string_view media_type);
/// False when the id is taken.
bool add_attachment(store::Tx& tx, const AttachmentRow& row);
std::vector<AttachmentRow> attachments_about(store::Tx& tx, std::string_view kind, const Uuid& about);
std::vector<AttachmentRow> attachments_with(store::Tx& tx, std::string_view hash);
/// All files that an owner's rows speak of.
std::vector<ContentRow> contents(store::Tx& tx);
std::vector<OrgId> all_owners(store::Tx& tx);

}  // namespace pamong::files
