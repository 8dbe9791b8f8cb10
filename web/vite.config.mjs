import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

import { serviceWorker } from './build/service_worker.mjs';
import { words } from './build/words.mjs';

export default defineConfig({
  plugins: [words(), svelte(), serviceWorker()],
  // regulations/ beside web/ is read by some pages.
  server: { fs: { allow: ['..'] }, proxy: { '/api': process.env.PAMONG_SERVER ?? 'http://localhost:8310' } },
  build: {
    target: 'es2022',
    // The content security policy of the server has no room for data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The form engine is one large lazy chunk on purpose.
    chunkSizeWarningLimit: 2000,
  },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['testing/setup.ts'],
    testTimeout: 60_000, // shared machines; nothing here measures speed
  },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
});
