// Pictures of every screen on a phone and a desktop, light and dark: node testing/screens.mjs FOLDER (after a build).
import { mkdirSync } from 'node:fs';

import { desktop, openBrowser, phone } from './browser.mjs';
import { startStub } from './stub_server.mjs';

// The stub plans visits in local time, the browser shows them in its own: both in Jakarta.
process.env.TZ = 'Asia/Jakarta';
const folder = process.argv[2] ?? '/tmp/pamong-screens';
const only = process.argv[3] ?? '';
mkdirSync(folder, { recursive: true });

const stub = await startStub(8311);
const browser = await openBrowser();
for (const [size, viewport] of Object.entries({ phone, desktop })) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport, colorScheme, locale: 'id-ID', timezoneId: 'Asia/Jakarta', serviceWorkers: 'block', hasTouch: size === 'phone' });
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && console.log(size, 'console:', message.text()));
    page.on('pageerror', (error) => console.log(size, 'error:', error.message));
    const shot = async (name, full = false) => {
      if (!`${name}-${size}-${colorScheme}`.includes(only)) return;
      await page.waitForTimeout(250);
      await page.screenshot({ path: `${folder}/${name}-${size}-${colorScheme}.png`, fullPage: full });
    };
    await page.goto(stub.address);
    await page.getByLabel('Nama pengguna').waitFor();
    await shot('login');
    await page.getByLabel('Nama pengguna').fill('rina');
    await page.getByLabel('Kata sandi', { exact: true }).fill('salah');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('alert').waitFor();
    await shot('login-wrong');
    await page.getByLabel('Kata sandi', { exact: true }).fill('rahasia');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('heading', { name: /Halo/ }).first().waitFor();
    await shot('home', true);
    await page.goto(`${stub.address}/mentoring/visits`);
    await page.getByRole('heading', { name: 'Pak Adi Nugroho' }).first().waitFor();
    await shot('visits', true);
    await page.getByRole('link', { name: 'Observasi', exact: true }).first().click();
    await page.getByText('Keteraturan suasana kelas').nth(1).waitFor();
    await shot('observe-empty');
    await page.getByRole('button', { name: 'Catatan' }).click();
    await page.getByPlaceholder('Fakta saja').fill('Guru menyapa tiga murid dengan nama; murid di belakang masih berdiri.');
    await page.getByText('Petunjuk').first().click();
    await page.getByRole('radio', { name: 'Dilakukan dan efektif' }).first().check();
    await page.getByRole('radio', { name: 'Dilakukan, belum efektif' }).nth(1).check();
    await page.getByRole('button', { name: 'Selesai' }).click();
    await shot('observe', true);
    await page.getByRole('radio', { name: 'Belum dilakukan' }).nth(2).check();
    await page.getByRole('button', { name: 'Selesai' }).click();
    await page.getByText('Sudah di server').waitFor();
    await shot('observe-done');
    await page.goto(`${stub.address}/forms`);
    await page.getByText('Siap dipakai luring').nth(1).waitFor();
    await shot('forms');
    await page.getByRole('link', { name: /Suara murid/ }).click();
    await page.getByText('Selalu').first().waitFor();
    await page.getByRole('radio', { name: 'Sering' }).first().check();
    await shot('pupil-voice', true);
    await page.goto(`${stub.address}/account`);
    await page.getByRole('button', { name: 'Keluar' }).waitFor();
    await shot('account', true);
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.getByRole('dialog').waitFor();
    await shot('leave');
    await page.keyboard.press('Escape');
    await page.goto(`${stub.address}/account/work`);
    await page.getByText('Belum selesai').waitFor();
    await shot('work', true);
    await context.close();
  }
}
await browser.close();
await stub.close();
