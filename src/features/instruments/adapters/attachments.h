#pragma once

#include "platform/files/uploads.h"

namespace pamong::instruments {

/// Files of a submission: its author attaches them; whoever may read the submission may read them, and so may its
/// author.
files::AttachmentRule submission_attachments();

}  // namespace pamong::instruments
