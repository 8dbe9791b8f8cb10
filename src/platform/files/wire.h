#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "platform/json/described.h"

namespace pamong::files {

/// What a device is going to send. `hash` is SHA-256 as 64 hex digits.
struct UploadBody {
    std::int64_t bytes = 0;
    std::string hash;
    std::string media_type;
    std::string about_kind;
    Uuid about_id;
    std::optional<Timestamp> taken_at;
};
BOOST_DESCRIBE_STRUCT(UploadBody, (), (bytes, hash, media_type, about_kind, about_id, taken_at))

/// How far it is. Piece `n` begins at byte `n * chunk_bytes`; all but the last have that length.
struct UploadState {
    Uuid id;
    std::string hash;
    std::int64_t bytes = 0;
    std::int64_t chunk_bytes = 0;
    std::int64_t chunks = 0;
    std::vector<std::int64_t> present;
    bool finished = false;
};
BOOST_DESCRIBE_STRUCT(UploadState, (), (id, hash, bytes, chunk_bytes, chunks, present, finished))

struct AttachmentLine {
    Uuid id;
    std::string hash;
    std::string media_type;
    std::int64_t bytes = 0;
    std::optional<Timestamp> taken_at;
    Timestamp added_at;
    bool own = false;
};
BOOST_DESCRIBE_STRUCT(AttachmentLine, (), (id, hash, media_type, bytes, taken_at, added_at, own))

struct AttachmentList {
    std::vector<AttachmentLine> items;
};
BOOST_DESCRIBE_STRUCT(AttachmentList, (), (items))

}  // namespace pamong::files
