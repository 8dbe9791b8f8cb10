#include "platform/files/sql_files.h"

namespace pamong::files {
namespace {

struct OwnerIdRow {
    OrgId id;
};
BOOST_DESCRIBE_STRUCT(OwnerIdRow, (), (id))

constexpr std::string_view select_upload = R"sql(
    select org_id, id, account_id, hash, bytes, chunk_bytes, media_type, about_kind, about_id, taken_at, begun_at,
           finished_at
    from file_upload
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view count_open_uploads = R"sql(
    select count(*) as n
    from file_upload
    where org_id = $1
      and account_id = $2
      and finished_at is null
      and begun_at > $3
)sql";
constexpr std::string_view insert_upload = R"sql(
    insert into file_upload (org_id, id, account_id, hash, bytes, chunk_bytes, media_type, about_kind, about_id,
        taken_at, begun_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    on conflict (org_id, id) do nothing
)sql";
constexpr std::string_view update_upload_finished = R"sql(
    update file_upload
    set finished_at = $3
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view insert_content = R"sql(
    insert into file_content (org_id, hash, bytes, media_type, stored_at)
    values ($1, $2, $3, $4, $5)
    on conflict (org_id, hash) do nothing
)sql";
constexpr std::string_view insert_attachment = R"sql(
    insert into attachment (org_id, id, hash, about_kind, about_id, uploaded_by, taken_at, added_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (org_id, id) do nothing
)sql";
constexpr std::string_view select_about = R"sql(
    select a.id, a.hash, a.about_kind, a.about_id, a.uploaded_by, a.taken_at, a.added_at, c.media_type, c.bytes
    from attachment a
    join file_content c on c.org_id = a.org_id and c.hash = a.hash
    where a.org_id = $1
      and a.about_kind = $2
      and a.about_id = $3
    order by a.added_at, a.id
)sql";
constexpr std::string_view select_with_hash = R"sql(
    select a.id, a.hash, a.about_kind, a.about_id, a.uploaded_by, a.taken_at, a.added_at, c.media_type, c.bytes
    from attachment a
    join file_content c on c.org_id = a.org_id and c.hash = a.hash
    where a.org_id = $1
      and a.hash = $2
    order by a.added_at, a.id
)sql";
constexpr std::string_view select_contents = R"sql(
    select hash, bytes
    from file_content
    where org_id = $1
    order by hash
)sql";

/// Uploads that were given up do not count for ever: their pieces are swept after two weeks at the latest.
constexpr std::int64_t open_for_seconds = 14 * 24 * 3600;

}  // namespace

std::optional<UploadRow> upload_with(store::Tx& tx, const Uuid& id) {
    return tx.one<UploadRow>(select_upload, tx.owner(), id);
}

std::int64_t open_uploads_of(store::Tx& tx, const AccountId& account) {
    return tx.number(count_open_uploads, tx.owner(), account, tx.now().plus_seconds(-open_for_seconds)).value_or(0);
}

bool add_upload(store::Tx& tx, const UploadRow& row) {
    return tx.run(insert_upload, tx.owner(), row.id, row.account_id, row.hash, row.bytes, row.chunk_bytes,
                  row.media_type, row.about_kind, row.about_id, row.taken_at, row.begun_at) > 0;
}

void finish_upload(store::Tx& tx, const Uuid& id) { tx.run(update_upload_finished, tx.owner(), id, tx.now()); }

void add_content(store::Tx& tx, const std::string& hash, std::int64_t bytes, std::string_view media_type) {
    tx.run(insert_content, tx.owner(), hash, bytes, media_type, tx.now());
}

bool add_attachment(store::Tx& tx, const AttachmentRow& row) {
    return tx.run(insert_attachment, tx.owner(), row.id, row.hash, row.about_kind, row.about_id, row.uploaded_by,
                  row.taken_at, row.added_at) > 0;
}

std::vector<AttachmentRow> attachments_about(store::Tx& tx, std::string_view kind, const Uuid& about) {
    return tx.all<AttachmentRow>(select_about, tx.owner(), kind, about);
}

std::vector<AttachmentRow> attachments_with(store::Tx& tx, std::string_view hash) {
    return tx.all<AttachmentRow>(select_with_hash, tx.owner(), hash);
}

std::vector<ContentRow> contents(store::Tx& tx) { return tx.all<ContentRow>(select_contents, tx.owner()); }

std::vector<OrgId> all_owners(store::Tx& tx) {
    std::vector<OrgId> owners;
    tx.each<OwnerIdRow>("select id from owner order by id", [&](OwnerIdRow&& row) { owners.push_back(row.id); });
    return owners;
}

}  // namespace pamong::files
