#!/bin/bash
# fuzz.sh: builds every src/**/fuzz/*.cpp with clang's libFuzzer and address sanitizer and runs each for PAMONG_TEST_FUZZ_SECONDS.
# Inputs worth keeping are in tests/corpus/NAME; new ones are collected in build/fuzz/corpus/NAME, crashes in build/fuzz/found.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${PAMONG_TEST_FUZZ_SECONDS:-60}
good=0 bad=0
mapfile -t sources < <(find src -path '*/fuzz/*.cpp' | LC_ALL=C sort)
mkdir -p build/fuzz/found
if [ ${#sources[@]} -gt 0 ]; then
    if [ ! -f build/fuzz/build.ninja ]; then cmake --preset fuzz >build/fuzz/cmake.log || { tail -n 30 build/fuzz/cmake.log; exit 1; }; fi
    # One target that does not build is one failure; the others still run.
    ninja -C build/fuzz -k 0 fuzz_targets >build/fuzz/ninja.log 2>&1 || grep -E 'error|FAILED' build/fuzz/ninja.log | head -n 40
fi
for source in "${sources[@]}"; do
    name=$(basename "$source" .cpp)
    name=${name#fuzz_}
    folders=(build/fuzz/corpus/"$name")
    mkdir -p "${folders[0]}"
    if ! ninja -C build/fuzz "fuzz_$name" >/dev/null 2>&1; then
        bad=$((bad + 1))
        echo "   $name does not build"
        continue
    fi
    if [ -d "tests/corpus/$name" ]; then folders+=("tests/corpus/$name"); fi
    if build/fuzz/"fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -artifact_prefix="build/fuzz/found/$name-" \
        -print_final_stats=1 "${folders[@]}" >build/fuzz/"$name.log" 2>&1; then
        good=$((good + 1))
        echo "   $name: $(sed -n 's/^stat::number_of_executed_units: *//p' build/fuzz/"$name.log") inputs"
    else
        bad=$((bad + 1))
        echo "   $name failed:"
        tail -n 40 build/fuzz/"$name.log"
    fi
done
if [ -n "${PAMONG_TEST_COUNTS:-}" ]; then echo "$good $bad" >"$PAMONG_TEST_COUNTS"; fi
[ "$bad" = 0 ]
