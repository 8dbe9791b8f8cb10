#pragma once

#include "platform/jobs/worker.h"

namespace pamong::app {

/// Everything that is done in the background, by the name of its kind.
jobs::JobKinds job_kinds();

}  // namespace pamong::app
