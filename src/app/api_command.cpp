#include "app/api_command.h"

#include "app/routes.h"
#include "features/access/adapters/sql_access_store.h"
#include "platform/http/api_document.h"

namespace pamong::app {

int api_command(std::span<const std::string_view> arguments, std::ostream& out, std::ostream& err) {
    Passwords passwords;
    access::SodiumSecrets secrets(passwords);
    files::RealDisk disk;
    files::FileStore store(disk, "data/files");  // nothing is written
    files::FileDesk files(store);
    http::Router router;
    add_all_routes(router, secrets, files);
    if (arguments.size() == 1 && arguments.front() == "--openapi") {
        out << http::openapi_document(router.routes());
        return 0;
    }
    if (arguments.size() == 1 && arguments.front() == "--types") {
        out << http::typescript_types(router.routes());
        return 0;
    }
    err << "pamong api --openapi > docs/api.yaml\npamong api --types > web/src/api/types.ts\n";
    return arguments.size() == 1 && arguments.front() == "--help" ? 0 : 2;
}

}  // namespace pamong::app
