import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openBrowser, phone } from './browser.mjs';
import { type Stub, startStub } from './stub_server.mjs';

let stub: Stub;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  process.env.TZ = 'Asia/Jakarta';
  stub = await startStub(0);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await stub.close();
});

async function logIn(): Promise<void> {
  await page.goto(stub.address);
  await page.getByLabel('Nama pengguna').fill('rina');
  await page.getByLabel('Kata sandi', { exact: true }).fill('rahasia');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('heading', { name: 'Halo, Bu Rina Wulandari' }).waitFor();
}

/** As a mentor does before leaving: looks at the visits once; the app keeps itself and what it needs. */
async function getReady(): Promise<void> {
  await page.goto(`${stub.address}/mentoring/visits`);
  await page.getByRole('heading', { name: 'Pak Adi Nugroho' }).first().waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    for (let tries = 0; tries < 100; tries += 1) {
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

beforeEach(async () => {
  context = await browser.newContext({ viewport: phone, timezoneId: 'Asia/Jakarta', locale: 'id-ID', hasTouch: true });
  page = await context.newPage();
  stub.state.submissions.clear();
  stub.state.puts.length = 0;
  return () => context.close();
});

describe('an observation in flight mode', () => {
  it('survives a reload and a closed tab, and arrives once', async () => {
    await logIn();
    await getReady();
    await context.setOffline(true);

    await page.reload();
    await page.getByRole('link', { name: 'Observasi', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Observasi kelas Pak Adi Nugroho' }).waitFor();
    await page.getByRole('radio', { name: 'Dilakukan dan efektif' }).nth(0).check();
    await page.getByRole('button', { name: 'Catatan' }).click();
    await page.getByPlaceholder('Fakta saja').fill('Guru menyapa tiga murid dengan nama.');
    await page.getByText('Tersimpan di perangkat').waitFor();

    await page.reload();
    expect(await page.getByRole('radio', { name: 'Dilakukan dan efektif' }).nth(0).isChecked()).toBe(true);

    await page.close(); // the tab is gone, as when Android needs memory
    page = await context.newPage();
    await page.goto(`${stub.address}/mentoring/visits`);
    await page.getByRole('link', { name: 'Lanjutkan observasi' }).click();
    await page.getByRole('radio', { name: 'Dilakukan, belum efektif' }).nth(1).check();
    expect(await page.getByPlaceholder('Fakta saja').inputValue()).toBe('Guru menyapa tiga murid dengan nama.');

    await page.getByRole('button', { name: 'Selesai' }).click();
    await page.getByText('Masih ada 1 yang perlu dilengkapi.').waitFor();
    await page.getByRole('radio', { name: 'Belum dilakukan' }).nth(2).check();
    await page.getByRole('button', { name: 'Selesai' }).click();
    await page.getByText('Hanya di perangkat ini').waitFor();
    expect(stub.state.puts).toEqual([]);

    await context.setOffline(false);
    await page.getByText('Sudah di server').waitFor();
    await page.waitForTimeout(500);
    expect(stub.state.submissions.size).toBe(1);
    const [[id, content]] = [...stub.state.submissions] as [[string, string]];
    const body: { xml: string; instrument_id: string; context: { session_id: string; subject_person_id: string } } = JSON.parse(content);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/); // UUIDv7, made on the device
    expect(body.xml).toContain(`uuid:${id}`);
    expect(body.xml).toContain('<KSK1>2</KSK1><KSK2>1</KSK2><KSK3>0</KSK3>');
    expect(body.xml).toContain('Guru menyapa tiga murid dengan nama.');
    expect(body.context).toEqual({ session_id: 'session-1', subject_person_id: 'person-adi' });

    await page.getByRole('link', { name: 'Ke daftar kunjungan' }).click();
    await page.getByText('Sudah di server').first().waitFor();
    expect(await page.getByRole('link', { name: 'Lanjutkan observasi' }).count()).toBe(0);
  });

  it('that the server refuses is kept with the reason and can be tried again', async () => {
    await logIn();
    stub.state.conflictNext = true;
    await page.goto(`${stub.address}/mentoring/visits/session-1/observe`);
    for (const index of [0, 1, 2]) await page.getByRole('radio', { name: 'Dilakukan dan efektif' }).nth(index).check();
    await page.getByRole('button', { name: 'Selesai' }).click();
    await page.getByText('Ditolak server').waitFor();

    await page.goto(`${stub.address}/account/work`);
    await page.getByText('Ditolak server:').waitFor();
    await page.getByRole('button', { name: 'Coba kirim lagi' }).click();
    await page.getByText('Sudah di server').first().waitFor();
    expect(stub.state.submissions.size).toBe(1);
  });

  it('warns before logging out with work that is only here', async () => {
    await logIn();
    await getReady();
    await context.setOffline(true);
    await page.goto(`${stub.address}/mentoring/visits/session-1/observe`);
    for (const index of [0, 1, 2]) await page.getByRole('radio', { name: 'Dilakukan dan efektif' }).nth(index).check();
    await page.getByRole('button', { name: 'Selesai' }).click();
    await page.getByText('Hanya di perangkat ini').waitFor();
    await page.goto(`${stub.address}/account`);
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.getByText('Ada 1 pekerjaan yang hanya ada di perangkat ini.').waitFor();
  });
});

describe('two tabs', () => {
  it('do not write over each other’s draft', async () => {
    await logIn();
    const address = `${stub.address}/mentoring/visits/session-1/observe`;
    await page.goto(address);
    await page.getByRole('radio', { name: 'Dilakukan dan efektif' }).nth(0).check();
    await page.getByText('Tersimpan di perangkat').waitFor();

    const second = await context.newPage();
    await second.goto(address);
    await second.getByText('sedang terbuka di tab lain').waitFor();
    await page.getByRole('link', { name: 'Kembali' }).click();
    await page.getByRole('heading', { name: 'Kunjungan dan observasi' }).waitFor();
    await second.reload();
    await second.getByRole('radio', { name: 'Dilakukan dan efektif' }).nth(0).waitFor();
    expect(await second.getByRole('radio', { name: 'Dilakukan dan efektif' }).nth(0).isChecked()).toBe(true);
  });
});
