// Prints one table row for each direct package of web/package.json, and one line that sums up the others.
import { readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const own = read('package.json');
const lock = read('package-lock.json');
const licence = (entry, path) => {
  if (entry.license) return entry.license;
  try { return read(`${path}/package.json`).license ?? 'not stated'; } catch { return 'not stated'; }
};

console.log('| Package | Licence | For |\n|---|---|---|');
for (const [group, purpose] of [['dependencies', 'part of the client'], ['devDependencies', 'build and tests']])
  for (const name of Object.keys(own[group] ?? {}).sort()) {
    const path = `node_modules/${name}`;
    console.log(`| \`${name}\` | ${licence(lock.packages[path] ?? {}, path)} | ${name === 'svelte' ? 'part of the client, and its build' : purpose} |`);
  }

const others = new Map();
for (const [path, entry] of Object.entries(lock.packages))
  if (path !== '') others.set(licence(entry, path), (others.get(licence(entry, path)) ?? 0) + 1);
const sum = [...others].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name, count]) => `${name} (${count})`);
console.log(`\nWith everything these bring along: ${sum.join(', ')}.`);
