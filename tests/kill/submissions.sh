#!/bin/bash
# Submissions while the program is killed, 1,000 rounds (PAMONG_TEST_KILL_ROUNDS): see submission_kill_test.cpp.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ ! -f build/test/build.ninja ]; then cmake --preset test >/dev/null; fi
ninja -C build/test pamong_tests >/dev/null
PAMONG_TEST_KILL_ROUNDS=${PAMONG_TEST_KILL_ROUNDS:-1000} build/test/pamong_tests --gtest_brief=1 --gtest_filter='SubmissionKill.*'
