#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "platform/sheets/sheet.h"

namespace pamong {

/// Collects the notes of a workbook; a file of a million faults shall not become a million problems.
class SheetNotes {
  public:
    explicit SheetNotes(Workbook& book) : book_(book) {}
    void add(std::string_view code, std::string at, std::map<std::string, std::string> values = {}) {
        constexpr std::size_t most = 1'000;
        if (book_.notes.size() < most) book_.notes.push_back({std::string(code), std::move(at), std::move(values), {}});
        else ++left_out_;
    }
    void close() {
        if (left_out_ > 0) book_.notes.push_back({"sheets.more_notes", {}, {{"count", std::to_string(left_out_)}}, {}});
    }

  private:
    Workbook& book_;
    std::size_t left_out_ = 0;
};

}  // namespace pamong
