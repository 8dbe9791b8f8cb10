import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openBrowser, phone } from './browser.mjs';
import { type Stub, startStub } from './stub_server.mjs';

let stub: Stub;
let browser: Browser;
let context: BrowserContext;
let page: Page;

/** Takes uploads as the real server does, in pieces of 16 KiB; the signal goes once after the second piece. */
class Uploads {
  readonly pieces = new Map<number, Buffer>();
  readonly arrived: number[] = [];
  declared: { bytes: number; hash: string; media_type: string; about_id: string } | null = null;
  finished = false;
  loses_signal = true;

  get content(): Buffer {
    return Buffer.concat([...this.pieces.entries()].sort(([a], [b]) => a - b).map(([, bytes]) => bytes));
  }

  readonly answer = async (route: Route): Promise<void> => {
    const request = route.request();
    const piece = /chunks\/(\d+)$/.exec(request.url())?.[1];
    if (piece !== undefined) {
      if (this.loses_signal && this.arrived.length === 2) {
        this.loses_signal = false;
        return route.abort('connectionfailed');
      }
      this.arrived.push(Number(piece));
      this.pieces.set(Number(piece), request.postDataBuffer() ?? Buffer.alloc(0));
      return route.fulfill({ status: 204 });
    }
    if (request.url().endsWith('/finish')) this.finished = true;
    else this.declared = request.postDataJSON() as typeof this.declared;
    const bytes = this.declared?.bytes ?? 0;
    return route.fulfill({
      status: 200,
      json: { chunk_bytes: 16_384, chunks: Math.ceil(bytes / 16_384), present: [...this.pieces.keys()], finished: this.finished },
    });
  };
}

beforeAll(async () => {
  process.env.TZ = 'Asia/Jakarta';
  stub = await startStub(0);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await stub.close();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: phone, timezoneId: 'Asia/Jakarta', locale: 'id-ID', hasTouch: true });
  page = await context.newPage();
  stub.state.submissions.clear();
  return () => context.close();
});

/** A large photo as a phone takes it, with a place in its EXIF. */
async function photo(): Promise<Buffer> {
  const encoded = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 2400;
    canvas.height = 1800;
    const pen = canvas.getContext('2d');
    for (let i = 0; i < 3000 && pen; i += 1) {
      pen.fillStyle = `hsl(${(i * 47) % 360} 60% 60%)`;
      pen.fillRect((i * 97) % 2400, (i * 61) % 1800, 70, 70);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  const jpeg = Buffer.from(encoded, 'base64');
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 24]), Buffer.from('Exif\0\0GPS -6.2 106.8  ')]);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

describe('a photo on an observation', () => {
  it('is smaller and without its place, survives a reload, and arrives whole although the signal goes', async () => {
    const uploads = new Uploads();
    await context.route('**/api/v1/uploads/**', uploads.answer);
    await page.goto(stub.address);
    await page.getByLabel('Nama pengguna').fill('rina');
    await page.getByLabel('Kata sandi', { exact: true }).fill('rahasia');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('heading', { name: 'Halo, Bu Rina Wulandari' }).waitFor();
    const original = await photo();
    expect(original.includes('GPS -6.2')).toBe(true);

    await page.goto(`${stub.address}/mentoring/visits/session-1/observe`);
    const block = page.getByRole('region', { name: 'Foto dan berkas' });
    await block.locator('input[type=file]').first().setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: original });
    await block.getByText('Foto 1').waitFor();
    for (const index of [0, 1, 2]) await page.getByRole('radio', { name: 'Dilakukan dan efektif' }).nth(index).check();
    await page.getByText('Tersimpan di perangkat').waitFor();

    await page.reload();
    await block.getByText('Foto 1').waitFor();
    await block.getByText('Hanya di perangkat ini').waitFor();
    await page.getByRole('button', { name: 'Selesai' }).click();
    await block.getByText('Sudah di server').waitFor();

    const [[form]] = [...stub.state.submissions] as [[string, string]];
    expect(uploads.declared).toMatchObject({ about_id: form, media_type: 'image/jpeg', bytes: uploads.content.length });
    expect(uploads.arrived).toEqual([...uploads.pieces.keys()]); // each piece once, in order, across the gap
    expect(uploads.content.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(uploads.content.length).toBeLessThan(original.length);
    expect(uploads.content.includes('Exif')).toBe(false);
    expect(uploads.content.includes('GPS')).toBe(false);
  });
});
