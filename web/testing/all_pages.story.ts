// Every page of every role on the real server: axe finds nothing serious, nothing scrolls sideways, nothing breaks. Pages come
// from the app's own list of routes, so a new one cannot be forgotten.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { routes } from '../src/app/routes';
import { desktop, openBrowser, phone } from './browser.mjs';
import { type RealServer, ask, logIn, startRealServer } from './real_server';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const logins = ['guru', 'mentor', 'kepsek', 'asesor', 'pengawas', 'dinas', 'provinsi', 'kementerian', 'fasilitator', 'evaluator', 'pengelola', 'dpo'];
/** What axe must not find; "moderate" and "minor" are looked at, too, but rest with us. */
const severe = new Set(['serious', 'critical']);

let browser: Browser;
let server: RealServer;
beforeAll(async () => {
  process.env.TZ = 'Asia/Jakarta';
  browser = await openBrowser();
  server = await startRealServer();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Items {
  readonly items?: readonly Record<string, unknown>[];
}
/** Asked beside the page, so that a refusal here does not count as one of the page. */
async function firstOf(page: Page, path: string, key = 'id'): Promise<string | null> {
  const reply = await page.request.get(server.address + path);
  for (const one of reply.ok() ? (((await reply.json()) as Items).items ?? []) : []) {
    const found = key.split('.').reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined), one);
    if (typeof found === 'string') return found;
  }
  return null;
}

/** What a blank of an address stands for, as this role sees it; null when there is nothing to open. */
async function filled(page: Page, path: string): Promise<string | null> {
  const blanks: Readonly<Record<string, () => Promise<string | null>>> = {
    '/people/:id': () => firstOf(page, '/api/v1/people'),
    '/plans/:id': () => firstOf(page, '/api/v1/plans'),
    '/performance/:id': () => firstOf(page, '/api/v1/performance/appraisals?year=2025'),
    '/programmes/:id': () => firstOf(page, '/api/v1/programmes'),
    '/programmes/:id/monitoring': () => firstOf(page, '/api/v1/programmes'),
    '/workshops/:id': () => firstOf(page, '/api/v1/workshops'),
    '/mentoring/pairs/:id': () => firstOf(page, '/api/v1/mentoring/pairs'),
    '/mentoring/visits/:session_id/observe': () => firstOf(page, '/api/v1/mentoring/visits', 'session_id'),
    '/forms/fill/:instrument_id': () => firstOf(page, '/api/v1/instruments'),
    '/forms/sent/:submission_id': () => firstOf(page, '/api/v1/submissions'),
    '/forms/links/:id': () => firstOf(page, '/api/v1/answer-links'),
    '/evaluations/:id': () => firstOf(page, '/api/v1/evaluations'),
    '/evaluations/:id/report': () => firstOf(page, '/api/v1/evaluations'),
    '/evaluations/:id/follow-up': () => firstOf(page, '/api/v1/evaluations'),
    '/qualitative/:id': () => firstOf(page, '/api/v1/qualitative/studies'),
  };
  if (!path.includes(':')) return path;
  const value = await blanks[path]?.();
  if (!value) return null;
  const address = path.replace(/:[a-z_]+/, value);
  if (path !== '/forms/fill/:instrument_id') return address;
  const version = await firstOf(page, '/api/v1/instruments', 'version');
  return `${address}?version=${version}`;
}

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

const opened = new Set<string>();

describe.each([
  ['phone', phone, 'light'],
  ['desktop', desktop, 'dark'],
] as const)('on a %s', (name, viewport, colorScheme) => {
  const seen = new Set<string>();
  it.each(logins)('every page of %s is sound', async (login) => {
    const context = await browser.newContext({ viewport, colorScheme, timezoneId: 'Asia/Jakarta', locale: 'id-ID', serviceWorkers: 'block', reducedMotion: 'reduce' });
    const page = await context.newPage();
    const wrong: string[] = [];
    await logIn(page, server, login);
    const me = (await ask<{ permissions: string[] }>(page, '/api/v1/me')).body;
    const mine = routes.filter((route) => !route.needs || route.needs.some((permission) => me.permissions.includes(permission)));
    page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && wrong.push(`${page.url()}: ${message.text()}`));
    for (const route of mine) {
      // Each page once a size, by the first role that may open it; the home page for everybody.
      if (seen.has(route.path) && route.path !== '/') continue;
      const address = await filled(page, route.path);
      if (address === null) continue;
      opened.add(route.path);
      seen.add(route.path);
      await page.goto(server.address + address);
      await page.getByRole('heading').first().waitFor();
      await page.waitForLoadState('networkidle');
      const found = (await page.evaluate(`${axe}; axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })`)) as { violations: readonly Finding[] };
      for (const one of found.violations)
        if (severe.has(one.impact)) wrong.push(`${route.path}: ${one.impact} ${one.id}: ${one.nodes.map((node) => node.html.slice(0, 140)).slice(0, 3).join(' | ')}`);
      const width = await page.evaluate(() => [document.scrollingElement?.scrollWidth ?? 0, window.innerWidth] as const);
      if (width[0] > width[1]) wrong.push(`${route.path}: ${width[0]} px wide on ${width[1]} (${name})`);
      const raw = await page.evaluate(() => /\b(undefined|NaN|\[object Object\])\b/.exec(document.body.innerText)?.[0] ?? null);
      if (raw !== null) wrong.push(`${route.path}: shows "${raw}"`);
    }
    await context.close();
    expect(wrong).toEqual([]);
  });
});

describe('the list of routes', () => {
  it('was opened as far as the example has something to open', () => {
    const left = routes.map((route) => route.path).filter((path) => !opened.has(path));
    // A draft, an unpublished match, one aspect, one text: opened by the stories of their own.
    expect(left.toSorted()).toEqual(['/evaluations/:id/aspects/:aspect_id', '/forms/drafts/:draft_id', '/programmes/:id/match/:match_id', '/qualitative/:id/sources/:source_id']);
  });
});
