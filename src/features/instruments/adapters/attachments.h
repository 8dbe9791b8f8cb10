#pragma once

#include "platform/files/uploads.h"

namespace pamong::instruments {

/// Files of a submission: its author attaches them; the pair reads them, as it reads the written notes. Whoever else
/// may read the submission sees its ratings only: a photo or a recording may hold a whole coaching talk.
files::AttachmentRule submission_attachments();

}  // namespace pamong::instruments
