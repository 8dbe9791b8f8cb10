#include "platform/sheets/testing/packed.h"

#include <zip.h>

#include "base/result.h"

namespace pamong {

std::string packed(const std::vector<std::pair<std::string, std::string>>& entries) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(memory);
    zip_t* archive = zip_open_from_source(memory, ZIP_TRUNCATE | ZIP_CREATE, &error);
    expects(archive != nullptr, "an archive in memory");
    for (const auto& [name, content] : entries)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0),
                     ZIP_FL_ENC_UTF_8);
    expects(zip_close(archive) == 0, "the archive is written");
    zip_source_open(memory);
    zip_source_seek(memory, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(memory)), '\0');
    zip_source_seek(memory, 0, SEEK_SET);
    zip_source_read(memory, bytes.data(), bytes.size());
    zip_source_close(memory);
    zip_source_free(memory);
    return bytes;
}

std::vector<std::pair<std::string, std::string>> xlsx_entries(const std::string& sheet_data,
                                                              const std::string& shared_strings) {
    const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return {
        {"_rels/.rels", R"(<Relationships><Relationship Id="a" Type=")" + relation +
                            R"(officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
        {"xl/workbook.xml", R"(<workbook><sheets><sheet name="Guru" r:id="r1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="r1" Type=")" + relation +
             R"(worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type=")" + relation +
             R"(sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type=")" + relation +
             R"(styles" Target="styles.xml"/></Relationships>)"},
        {"xl/styles.xml", R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\-mmm\-yyyy"/>)"
                          R"(<numFmt numFmtId="165" formatCode="00000000"/></numFmts><cellXfs><xf numFmtId="0"/>)"
                          R"(<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>)"},
        {"xl/sharedStrings.xml", "<sst>" + shared_strings + "</sst>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheet_data + "</sheetData></worksheet>"},
    };
}

}  // namespace pamong
