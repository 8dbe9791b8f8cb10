#include "features/instruments/adapters/sql_instrument_store.h"

#include "features/instruments/adapters/xform_reader.h"

namespace pamong::instruments {
namespace {

struct VersionRow {
    std::string code;
    std::string title_id;
    std::string title_en;
    std::int64_t minutes = 0;
    std::string xml;
};
BOOST_DESCRIBE_STRUCT(VersionRow, (), (code, title_id, title_en, minutes, xml))

constexpr std::string_view insert_version = R"sql(
    insert into instruments_version (instrument_id, version, code, title_id, title_en, minutes, xml, published_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (instrument_id, version) do nothing
)sql";
constexpr std::string_view select_version = R"sql(
    select code, title_id, title_en, minutes, xml
    from instruments_version
    where instrument_id = $1
      and version = $2
)sql";

}  // namespace

void publish_shipped(store::Store& store, Timestamp now) {
    (void)store.write({.now = now}, [&](store::Tx& tx) -> Done {
        for (const Instrument& one : instruments())
            tx.run(insert_version, one.id, one.version, one.code, one.title_id, one.title_en, one.minutes, one.xml,
                   now);
        return {};
    });
}

std::optional<Instrument> published_instrument(store::Tx& tx, const Uuid& id, std::string_view version) {
    if (const Instrument* shipped = instrument_with(id, version)) return *shipped;
    auto row = tx.one<VersionRow>(select_version, id, version);
    if (!row) return std::nullopt;
    auto form = read_form(row->xml);
    expects(form.has_value(), "a published form is readable");
    return Instrument{id,
                      std::move(row->code),
                      std::string(version),
                      std::move(row->title_id),
                      std::move(row->title_en),
                      row->minutes,
                      {},
                      std::move(row->xml),
                      std::move(*form)};
}

}  // namespace pamong::instruments
