#include "features/instruments/adapters/attachments.h"

#include "features/instruments/adapters/sql_submission_store.h"

namespace pamong::instruments {

files::AttachmentRule submission_attachments() {
    return {.may_attach = [](http::Request& request, const Uuid& about) -> Done {
                SqlSubmissionStore store(request.transaction());
                const auto one = store.find(SubmissionId{about});
                if (!one || one->account != request.caller().account) return refused("instruments.not_found");
                return {};
            },
            .may_read =
                [](http::Request& request, const Uuid& about) {
                    SqlSubmissionStore store(request.transaction());
                    const auto one = store.find(SubmissionId{about});
                    return one && is_of_the_pair(*one, request.actor<access::Actor>());
                }};
}

}  // namespace pamong::instruments
