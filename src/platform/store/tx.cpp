#include "platform/store/tx.h"

#include <algorithm>
#include <random>

namespace pamong::store {
namespace {

class NumberSink final : public RowSink {
  public:
    void columns(const std::vector<std::string_view>&) override {}
    void row(std::span<const Cell> cells) override {
        if (cells.front().kind == Cell::Kind::null) return;
        std::int64_t number = 0;
        from_cell(cells.front(), number);
        value = number;
    }
    std::optional<std::int64_t> value;
};

/// Journal ids need no secrecy, only uniqueness.
Random& journal_random() {
    thread_local SeededRandom random((static_cast<std::uint64_t>(std::random_device{}()) << 32U) ^
                                     std::random_device{}());
    return random;
}

constexpr std::string_view insert_journal = R"sql(
    insert into journal (org_id, id, at, account_id, action, kind, subject_id, before_hash, after_hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql";

}  // namespace

std::optional<std::int64_t> Tx::number_of(std::string_view sql, std::span<const Value> values) {
    NumberSink sink;
    connection_.run(sql, values, &sink);
    return sink.value;
}

void Tx::insert_values(std::string_view table, const std::string& columns, std::size_t width,
                       const std::vector<Value>& values) {
    wrote_ = true;
    // Full batches share one statement; the rest goes one by one, so that few texts are prepared.
    constexpr std::size_t batch = 50;
    const std::size_t rows = values.size() / width;
    const auto text_for = [&](std::size_t count) {
        std::string sql = "insert into " + std::string(table) + " (" + columns + ") values ";
        for (std::size_t row = 0; row < count; ++row) {
            sql += row == 0 ? "(" : ", (";
            for (std::size_t column = 0; column < width; ++column)
                sql += (column == 0 ? "$" : ", $") + std::to_string(row * width + column + 1);
            sql += ")";
        }
        return sql;
    };
    std::size_t done = 0;
    for (const std::size_t size : {batch, std::size_t{1}}) {
        const std::string sql = text_for(size);
        for (; rows - done >= size; done += size)
            connection_.run(sql, std::span(values).subspan(done * width, size * width), nullptr);
    }
}

void Tx::journal(std::string_view action, std::string_view kind, const Uuid& subject, std::string_view before,
                 std::string_view after) {
    journaled_ = true;
    const std::array<Value, 9> values{to_value(scope_.owner), to_value(make_uuid(scope_.now, journal_random())),
                                      to_value(scope_.now),   to_value(scope_.account),
                                      to_value(action),       to_value(kind),
                                      to_value(subject),      to_value(before),
                                      to_value(after)};
    connection_.run(insert_journal, values, nullptr);
}

}  // namespace pamong::store
