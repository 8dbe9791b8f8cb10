import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { desktop, openBrowser, phone } from './browser.mjs';
import { type Stub, startStub } from './stub_server.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let stub: Stub;
let browser: Browser;

beforeAll(async () => {
  process.env.TZ = 'Asia/Jakarta';
  stub = await startStub(0);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await stub.close();
});

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds against WCAG 2.2 AA; injected past the content security policy, which would rightly refuse it. */
async function findings(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(`${axe}; axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })`);
  const { violations } = found as { violations: readonly Finding[] };
  return violations.map((one) => `${one.impact} ${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}

describe.each([
  ['phone', phone, 'light'],
  ['desktop', desktop, 'dark'],
] as const)('axe on a %s', (_name, viewport, colorScheme) => {
  it('finds nothing on any page', async () => {
    const context = await browser.newContext({ viewport, colorScheme, timezoneId: 'Asia/Jakarta', serviceWorkers: 'block', reducedMotion: 'reduce' });
    const page = await context.newPage();
    const all: string[] = [];
    const look = async (name: string) => {
      await page.waitForTimeout(200);
      all.push(...(await findings(page)).map((one) => `${name}: ${one}`));
    };
    await page.goto(stub.address);
    await page.getByLabel('Nama pengguna').fill('rina');
    await look('log-in');
    await page.getByLabel('Kata sandi', { exact: true }).fill('rahasia');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('button', { name: 'Ya', exact: true }).waitFor();
    await look('home');
    await page.getByRole('button', { name: 'Ya', exact: true }).click();
    await look('home with a step on its way');
    await page.goto(`${stub.address}/mentoring/visits`);
    await page.getByRole('heading', { name: 'Pak Adi Nugroho' }).first().waitFor();
    await look('visits');
    await page.goto(`${stub.address}/mentoring/visits/session-1/observe`);
    await page.getByRole('button', { name: 'Catatan' }).click();
    await page.getByText('Petunjuk').first().click();
    await page.getByRole('button', { name: 'Selesai' }).click();
    await look('observation');
    await page.goto(`${stub.address}/forms`);
    await page.getByText('Siap dipakai luring').first().waitFor();
    await look('forms');
    await page.goto(`${stub.address}/account`);
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.getByRole('dialog').waitFor();
    await look('account, leaving');
    await page.goto(`${stub.address}/account/work`);
    await page.getByText('Belum selesai').waitFor();
    await look('work');
    await page.goto(`${stub.address}/nowhere`);
    await look('not found');
    expect(all).toEqual([]);
    await context.close();
  });
});

describe('the keyboard', () => {
  it('reaches the content by the skip link and moves the focus to a new page', async () => {
    const page = await browser.newPage({ viewport: desktop });
    await page.goto(stub.address);
    await page.getByLabel('Nama pengguna').fill('rina');
    await page.getByLabel('Kata sandi', { exact: true }).fill('rahasia');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Halo, Bu Rina Wulandari' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Langsung ke isi');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.getByRole('link', { name: 'Kunjungan' }).first().press('Enter');
    await page.getByRole('heading', { name: 'Kunjungan dan observasi' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.close();
  });
});
