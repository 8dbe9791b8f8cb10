#include "features/people/adapters/sql_people.h"
#include "platform/embedded.h"
#include "platform/regulation_table.h"

namespace pamong::people {
namespace {

constexpr std::string_view insert_region = R"sql(
    insert into people_region (id, scheme, code, name, level, source, mark)
    values ($1, 'kemendagri', $2, $3, $4, $5, $6)
    on conflict (id) do nothing
)sql";
constexpr std::string_view insert_region_tree = R"sql(
    insert into people_region_tree (ancestor_id, descendant_id, depth)
    values ($1, $2, $3)
    on conflict (ancestor_id, descendant_id) do nothing
)sql";

RegulationTable table_of(std::string_view file) {
    auto table = RegulationTable::parse(file, embedded(file).value_or(""));
    expects(table.has_value(), std::string(file) + " is readable");
    return std::move(*table);
}

void add_region(store::Tx& tx, RegulationTable& table, std::size_t row, const char* level) {
    const std::string& code = table.text(row, "code");
    const Citation citation = table.citation(row);
    const Uuid id = region_id(code);
    tx.run(insert_region, id, code, table.text(row, "name"), level, citation.source,
           std::string(1, letter(citation.mark)));
    tx.run(insert_region_tree, id, id, 0);
    if (code.size() > 2) tx.run(insert_region_tree, region_id(code.substr(0, 2)), id, 1);
}

}  // namespace

void add_district(store::Tx& tx, const Region& district, std::string_view source) {
    tx.run(insert_region, district.id, district.code, district.name, "district", source, "U");
    tx.run(insert_region_tree, district.id, district.id, 0);
    tx.run(insert_region_tree, region_id(district.code.substr(0, 2)), district.id, 1);
}

void seed_regions(store::Store& store) {
    auto provinces = table_of("regulations/provinces.csv");
    auto districts = table_of("regulations/districts_mentioned.csv");
    if (store.read({}, [](store::Tx& tx) { return tx.number("select count(*) as n from people_region"); })
            .value_or(0) >= static_cast<std::int64_t>(provinces.size() + districts.size()))
        return;
    (void)store.write({}, [&](store::Tx& tx) -> Done {
        for (std::size_t row = 0; row < provinces.size(); ++row) add_region(tx, provinces, row, "province");
        for (std::size_t row = 0; row < districts.size(); ++row) add_region(tx, districts, row, "district");
        return {};
    });
}

}  // namespace pamong::people
