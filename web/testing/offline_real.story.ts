// A classroom observation made wholly in flight mode, against the real program: it arrives once, whatever happens on the way.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openBrowser, phone } from './browser.mjs';
import { type RealServer, ask, logIn, startRealServer } from './real_server';

let browser: Browser;
let server: RealServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  process.env.TZ = 'Asia/Jakarta';
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser.close());
beforeEach(async () => {
  server = await startRealServer();
  context = await browser.newContext({ viewport: phone, timezoneId: 'Asia/Jakarta', locale: 'id-ID', hasTouch: true });
  page = await context.newPage();
}, 120_000);
afterEach(async () => {
  await context.close();
  await server.close();
});

interface Line {
  readonly id: string;
  readonly instrument: string;
  readonly points: number | null;
  readonly version_number: number;
}
/** What the mentor sent before the story is of the example; newer ones are of this story. */
async function sent(): Promise<readonly Line[]> {
  return (await ask<{ items: readonly Line[] }>(page, '/api/v1/submissions')).body.items;
}

/** As a mentor does before leaving: looks at the visits once; the app keeps itself and what it needs. */
async function getReady(): Promise<void> {
  await page.goto(`${server.address}/mentoring/visits`);
  await page.getByRole('link', { name: 'Observasi', exact: true }).first().waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    for (let tries = 0; tries < 200; tries += 1) {
      const assets = await (await caches.open('pamong-assets')).keys();
      const form = await new Promise<number>((resolve) => {
        const request = indexedDB.open('pamong');
        request.onsuccess = () => {
          const count = request.result.transaction('forms').objectStore('forms').count();
          count.onsuccess = () => (request.result.close(), resolve(count.result));
        };
      });
      if (form > 0 && assets.some((one) => one.url.includes('xforms_engine'))) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('not ready for flight mode');
  });
}

async function observe(): Promise<void> {
  await page.getByRole('link', { name: 'Observasi', exact: true }).first().click();
  await page.getByRole('heading', { name: /^Observasi kelas/ }).first().waitFor();
  await page.getByRole('combobox').first().selectOption({ index: 1 });
  await page.getByRole('radio', { name: 'Dilakukan dan efektif' }).nth(0).check();
  await page.getByText('Tersimpan di perangkat').waitFor();
}
async function finish(): Promise<void> {
  await page.getByRole('radio', { name: 'Dilakukan, belum efektif' }).nth(1).check();
  await page.getByRole('radio', { name: 'Belum dilakukan' }).nth(2).check();
  await page.getByRole('button', { name: 'Selesai' }).click();
}

describe('an observation in flight mode, on the real server', () => {
  it('survives a reload and a closed tab, and arrives once with its answers', async () => {
    await logIn(page, server, 'mentor');
    const before = (await sent()).length;
    await getReady();
    await context.setOffline(true);
    await page.reload();
    await observe();
    await page.close();
    page = await context.newPage();
    await page.goto(`${server.address}/mentoring/visits`);
    await page.getByRole('link', { name: 'Lanjutkan observasi' }).first().click();
    expect(await page.getByRole('radio', { name: 'Dilakukan dan efektif' }).nth(0).isChecked()).toBe(true);
    await finish();
    await page.getByText('Hanya di perangkat ini').first().waitFor();

    await context.setOffline(false);
    await page.getByText('Sudah di server').first().waitFor();
    const now = await sent();
    expect(now.length).toBe(before + 1);
    expect(now[0]).toMatchObject({ instrument: 'classroom_observation_2025', points: 3, version_number: 1 });
    const detail = (await ask<{ answers: { path: string; value: string }[]; history: unknown[] }>(page, `/api/v1/submissions/${now[0]?.id}`)).body;
    expect(detail.history).toHaveLength(1);
    expect(detail.answers.filter((one) => /[123]$/.test(one.path)).map((one) => one.value)).toEqual(['2', '1', '0']);
  });

  it('arrives once although the server dies without a goodbye while the phone has it ready', async () => {
    await logIn(page, server, 'mentor');
    const before = (await sent()).length;
    await getReady();
    await observe();
    await server.kill();
    await finish();
    await page.getByText('Hanya di perangkat ini').first().waitFor();
    await server.start();
    await page.getByText('Sudah di server').first().waitFor({ timeout: 60_000 });
    const now = await sent();
    expect(now.length).toBe(before + 1);
    expect(now[0]?.version_number).toBe(1);
  });
});
