#pragma once

#include "features/evidence/domain/evidence.h"
#include "platform/json/json.h"

namespace pamong::evidence {

struct EvidenceParent {
    Uuid id;
    std::int64_t revision = 1;
    Why why = Why::supports;
};
BOOST_DESCRIBE_STRUCT(EvidenceParent, (), (id, revision, why))

struct EvidenceNode {
    Uuid id;
    std::int64_t revision = 1;
    Kind kind = Kind::source;
    std::string label;
    std::string hash;
    Timestamp made_at;
    bool stale = false;
    std::vector<EvidenceParent> parents;
    std::optional<JsonText> content{};  ///< nothing: it does not open for the caller
};
BOOST_DESCRIBE_STRUCT(EvidenceNode, (), (id, revision, kind, label, hash, made_at, stale, parents, content))

struct EvidenceChain {
    Uuid id;
    std::vector<EvidenceNode> items;
};
BOOST_DESCRIBE_STRUCT(EvidenceChain, (), (id, items))

struct EvidenceLine {
    Uuid id;
    std::int64_t revision = 1;
    Kind kind = Kind::source;
    std::string label;
    Timestamp made_at;
    JsonText content;
};
BOOST_DESCRIBE_STRUCT(EvidenceLine, (), (id, revision, kind, label, made_at, content))

struct EvidenceList {
    std::vector<EvidenceLine> items;
};
BOOST_DESCRIBE_STRUCT(EvidenceList, (), (items))

}  // namespace pamong::evidence
