#pragma once

#include "features/mentoring/adapters/routes.h"

namespace pamong::app {

/// The SQL stores of earlier features that mentoring's use cases work with; also for the example programme.
mentoring::MentoringParts mentoring_parts();

}  // namespace pamong::app
