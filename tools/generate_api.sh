#!/bin/bash
# Writes docs/api.yaml and web/src/api/types.ts from the route table of the built program.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-build/test/pamong}
mkdir -p web/src/api
"$program" api --openapi > docs/api.yaml.new && mv docs/api.yaml.new docs/api.yaml
"$program" api --types > web/src/api/types.ts.new && mv web/src/api/types.ts.new web/src/api/types.ts
