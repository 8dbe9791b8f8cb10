// Writes a .gz beside every text file of dist/ and reports what the first page costs: index.html plus everything it
// names, plus the words of one language. The server sends the .gz as it is.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';

const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist');
const text = /\.(html|js|css|svg|json|webmanifest|wasm|txt)$/;
const firstPageLimit = 200 * 1024;

const sizes = new Map();
for (const entry of readdirSync(dist, { withFileTypes: true, recursive: true })) {
  const file = join(entry.parentPath ?? entry.path, entry.name);
  if (!entry.isFile() || !text.test(entry.name)) continue;
  const packed = gzipSync(readFileSync(file), { level: constants.Z_BEST_COMPRESSION });
  writeFileSync(`${file}.gz`, packed);
  sizes.set(`/${relative(dist, file)}`, packed.length);
}

const html = readFileSync(join(dist, 'index.html'), 'utf8');
const named = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((found) => found[1]);
const words = [...sizes.keys()].filter((path) => /\/id-/.test(path));
const first = ['/index.html', ...named, ...words];
const total = first.reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);

for (const [path, size] of [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 12))
  console.log(`${(size / 1024).toFixed(1).padStart(8)} KB gz  ${path}`);
console.log(`first page: ${(total / 1024).toFixed(1)} KB gz in ${first.length} files (limit ${firstPageLimit / 1024})`);
if (total > firstPageLimit) process.exit(1);
