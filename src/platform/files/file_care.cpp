#include "platform/files/file_care.h"

#include <set>
#include <utility>

#include "platform/files/sql_files.h"

namespace pamong::files {
namespace {

template <class F>
void each_owner(store::Store& store, F act) {
    for (const OrgId& owner : store.read({}, [](store::Tx& tx) { return all_owners(tx); }))
        act(owner, store.read({owner, {}, {}}, [](store::Tx& tx) { return contents(tx); }));
}

}  // namespace

FileCheck check_files(store::Store& store, FileStore& files) {
    FileCheck check;
    each_owner(store, [&](const OrgId& owner, const std::vector<ContentRow>& rows) {
        std::set<std::string> known;
        for (const ContentRow& row : rows) {
            known.insert(row.hash);
            const auto size = files.size_of(owner, row.hash);
            if (!size) check.missing.push_back(row.hash);
            else if (std::cmp_not_equal(*size, row.bytes) || !files.is_whole(owner, row.hash))
                check.damaged.push_back(row.hash);
        }
        for (std::string& hash : files.hashes(owner))
            if (!known.contains(hash)) check.unknown.push_back(std::move(hash));
    });
    return check;
}

std::size_t copy_files(store::Store& store, FileStore& from, FileStore& to) {
    std::size_t copied = 0;
    each_owner(store, [&](const OrgId& owner, const std::vector<ContentRow>& rows) {
        for (const ContentRow& row : rows) {
            const auto size = from.size_of(owner, row.hash);
            if (!size) continue;
            if (to.size_of(owner, row.hash) != size) to.keep(owner, from.read(owner, row.hash, 0, *size));
            ++copied;
        }
    });
    return copied;
}

}  // namespace pamong::files
