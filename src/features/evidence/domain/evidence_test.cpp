#include "features/evidence/domain/evidence.h"

#include <gtest/gtest.h>

namespace pamong::evidence {
namespace {

ItemRef ref_of(const char* name, std::int64_t revision = 1) { return {uuid_for_name(name), revision}; }
Item item_of(ItemRef ref) { return {.ref = ref, .label = {}, .content = {}, .hash = {}, .made_at = {}}; }

TEST(StaleItems, OnlyWhatRestsOnTheChangedRevisionIsStale) {
    // claim a <- score a <- observation 1;  claim b <- score b <- observation 2;  observation 1 was corrected.
    Chain chain;
    for (const char* name : {"claim a", "claim b", "score a", "score b", "observation 1", "observation 2"})
        chain.items.push_back(item_of(ref_of(name)));
    chain.edges = {{ref_of("claim a"), ref_of("score a"), Why::supports},
                   {ref_of("claim b"), ref_of("score b"), Why::supports},
                   {ref_of("score a"), ref_of("observation 1"), Why::derived_from},
                   {ref_of("score b"), ref_of("observation 2"), Why::derived_from}};
    for (const Item& item : chain.items) chain.newest[item.ref.id] = 1;
    EXPECT_TRUE(stale_items(chain).empty());

    chain.newest[uuid_for_name("observation 1")] = 2;
    EXPECT_EQ(stale_items(chain), (std::set<ItemRef>{ref_of("claim a"), ref_of("score a")}));
}

TEST(StaleItems, CyclesEnd) {
    Chain chain;
    chain.items = {item_of(ref_of("a")), item_of(ref_of("b")), item_of(ref_of("c"))};
    chain.edges = {{ref_of("a"), ref_of("b"), Why::supports},
                   {ref_of("b"), ref_of("a"), Why::qualifies},
                   {ref_of("b"), ref_of("c"), Why::derived_from}};
    chain.newest = {{uuid_for_name("a"), 1}, {uuid_for_name("b"), 1}, {uuid_for_name("c"), 7}};
    EXPECT_EQ(stale_items(chain), (std::set<ItemRef>{ref_of("a"), ref_of("b")}));
}

}  // namespace
}  // namespace pamong::evidence
