// Builds src/offline/service_worker.ts into dist/service_worker.js after the app, with the list of files the app needs
// offline. One classic script, because not every browser on older phones takes module workers.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

export function serviceWorker() {
  let outDir = 'dist';
  let active = false;
  return {
    name: 'pamong-service-worker',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
      active = config.command === 'build' && !process.env.VITEST;
    },
    async closeBundle() {
      if (!active) return;
      const dist = join(root, outDir);
      const files = filesBelow(dist)
        .filter((file) => !/\.(gz|map)$/.test(file) && !file.endsWith('service_worker.js'))
        .sort();
      const version = createHash('sha256');
      for (const file of files) version.update(relative(dist, file)).update(readFileSync(file));
      const paths = files
        .map((file) => `/${relative(dist, file)}`)
        .map((path) => (path === '/index.html' ? '/' : path));
      await build({
        configFile: false,
        root,
        logLevel: 'warn',
        publicDir: false,
        define: {
          __PRECACHE__: JSON.stringify(paths),
          __VERSION__: JSON.stringify(version.digest('hex').slice(0, 16)),
        },
        build: {
          outDir: dist,
          emptyOutDir: false,
          target: 'es2022',
          lib: {
            entry: join(root, 'src/offline/service_worker.ts'),
            formats: ['iife'],
            name: 'pamong',
            fileName: () => 'service_worker.js',
          },
        },
      });
    },
  };
}
