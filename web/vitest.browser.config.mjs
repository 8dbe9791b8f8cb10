import { defineConfig } from 'vitest/config';

// Stories in a real browser against the built app (npm run build first). Slow machines are shared: generous limits.
export default defineConfig({
  test: { include: ['testing/**/*.story.ts'], environment: 'node', fileParallelism: false, testTimeout: 90_000, hookTimeout: 60_000 },
});
