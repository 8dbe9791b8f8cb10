#pragma once

#include "features/analysis/adapters/wire.h"
#include "platform/store/tx.h"

namespace pamong::analysis {

class SqlAnalysisStore final : public AnalysisStore {
  public:
    explicit SqlAnalysisStore(store::Tx& tx) : tx_(tx) {}
    std::optional<Analysis> newest(const Uuid& id) override;
    std::vector<Analysis> all() override;
    void add(const Analysis& analysis) override;
    std::string hash(const std::string& text) override;
    std::string snapshot_of(const std::vector<Observed>& units) override;
    std::string result_of(const Change& change) override { return to_json(change); }
    std::string result_of(const Association& association) override { return to_json(association); }
    std::string result_of(const ScaleTotal& total) override { return to_json(total); }

  private:
    store::Tx& tx_;
};

/// A picture of the data behind a result: lines from before to after, or points. Letters keep their size, so a phone
/// gets a drawing of its own width.
enum class PictureWidth : std::uint8_t { desktop, phone };
std::string picture_of(const Analysis& analysis, const std::string& language, PictureWidth width);

}  // namespace pamong::analysis
