#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/sheets/sheet.h"

struct zip;

namespace pamong {

/// A ZIP archive from elsewhere, read in memory only. Names within it are looked up, never used as paths on a disk.
class Archive {
  public:
    /// `bytes` must live as long as the archive. Problems: sheets.bad_zip, too_large.
    static Result<Archive> open(std::string_view bytes, const SheetLimits& limits);

    /// The unpacked content; nothing when there is no such entry. What is counted is what really comes out, not what
    /// the archive says. Problems: sheets.zip_bomb, too_large, encrypted, bad_zip.
    Result<std::optional<std::string>> read(const std::string& name);

  private:
    struct Closed {
        void operator()(zip* archive) const;
    };
    Archive(zip* archive, const SheetLimits& limits) : archive_(archive), limits_(limits) {}

    std::unique_ptr<zip, Closed> archive_;
    SheetLimits limits_;
    std::size_t unpacked_ = 0;
};

/// `target` as seen from the folder of `source` ("xl/workbook.xml", "worksheets/sheet1.xml" ->
/// "xl/worksheets/sheet1.xml"). Nothing when it climbs out of the archive.
std::optional<std::string> archive_path(std::string_view source, std::string_view target);

}  // namespace pamong
