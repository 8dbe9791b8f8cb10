// The form engine's parser (web-tree-sitter) believes it runs in an old Node when it sees `process`; in Vitest it does.
import { createRequire } from 'node:module';
import 'fake-indexeddb/auto';

Object.assign(globalThis, { __dirname: '/', require: createRequire(import.meta.url) });
