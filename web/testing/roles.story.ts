// Each role walks its part of the loop on the real server, on a phone and on a desktop. What a click stored is asked from
// the server afterwards, and a page of somebody else's work stays closed.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { desktop, openBrowser, phone } from './browser.mjs';
import { type RealServer, ask, logIn, startRealServer } from './real_server';

let browser: Browser;
let server: RealServer;
let context: BrowserContext | null = null;
const errors: string[] = [];

beforeAll(async () => {
  process.env.TZ = 'Asia/Jakarta';
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser.close());
afterEach(async () => {
  await context?.close();
  context = null;
});

interface Named {
  readonly id: string;
}

async function as(login: string, viewport: { width: number; height: number }): Promise<Page> {
  context = await browser.newContext({ viewport, timezoneId: 'Asia/Jakarta', locale: 'id-ID', serviceWorkers: 'block' });
  const page = await context.newPage();
  errors.length = 0;
  page.on('pageerror', (error) => errors.push(error.message));
  await logIn(page, server, login);
  return page;
}
const open = (page: Page, path: string) => page.goto(server.address + path);
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();

/** A page that this role may not see says so, and the server refuses its data. */
async function isClosed(page: Page, path: string, data: string): Promise<void> {
  await open(page, path);
  await heading(page, 'Halaman tidak ditemukan');
  expect((await ask(page, data)).status).toBe(403);
}

describe.each([
  ['phone', phone],
  ['desktop', desktop],
] as const)('on a %s', (_name, viewport) => {
  beforeAll(async () => {
    server = await startRealServer();
  }, 120_000);
  afterAll(() => server.close());

  it('a teacher says yes to a session, sees the own scores, and agrees with the appraisal', async () => {
    const page = await as('guru', viewport);
    await page.getByRole('button', { name: 'Bisa' }).first().click();
    await page.getByRole('button', { name: 'Bisa' }).first().waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await ask<{ items: { session: { state: string; mentee_ok: boolean } }[] }>(page, '/api/v1/mentoring/sessions')).body.items.filter((one) => one.session.state === 'planned' && !one.session.mentee_ok).length, { timeout: 20_000 })
      .toBe(0);
    await open(page, '/competence/mine');
    await page.getByText('Pemetaan dan pelatihan; tidak memengaruhi tunjangan').first().waitFor();
    await open(page, '/performance');
    await heading(page, /Menunggu jawaban Anda/);
    const year = (await ask<{ items: Named[] }>(page, '/api/v1/performance/appraisals?year=2025')).body.items[0];
    await open(page, `/performance/${year?.id}`);
    await page.getByRole('button', { name: 'Setuju', exact: true }).click();
    await page.getByText('Disetujui guru').first().waitFor();
    expect((await ask<{ state: string }>(page, `/api/v1/performance/appraisals/${year?.id}`)).body.state).toBe('agreed');
    await isClosed(page, '/people', '/api/v1/people');
    expect(errors).toEqual([]);
  });

  it('a mentor sees the own mentees and the next visits, and no test scores of anybody', async () => {
    const page = await as('mentor', viewport);
    await open(page, '/mentoring/visits');
    await page.getByRole('link', { name: 'Observasi', exact: true }).first().waitFor();
    await open(page, '/mentoring/pairs');
    const pairs = (await ask<{ items: { pair: Named }[] }>(page, '/api/v1/mentoring/pairs')).body.items;
    expect(pairs.length).toBeGreaterThanOrEqual(2);
    await page.getByRole('link', { name: /Mentoring sejawat|Siregar|Suryani|Hidayat|SMPN/ }).first().click();
    await heading(page, /./);
    await open(page, '/forms/sent');
    const sent = (await ask<{ items: (Named & { subject_name: string | null })[] }>(page, '/api/v1/submissions')).body.items;
    await page.getByRole('link', { name: new RegExp(sent[0]?.subject_name ?? 'nobody') }).first().click();
    await page.getByText(`${sent[0]?.subject_name} · Diisi`).waitFor();
    await isClosed(page, '/competence', '/api/v1/competence/gaps');
    expect(errors).toEqual([]);
  });

  it('a principal approves a plan, rates a teacher in two choices, and reads no coaching notes', async () => {
    const page = await as('kepsek', viewport);
    await page.getByText('rencana menunggu persetujuan Anda').first().waitFor();
    const waiting = (await ask<{ items: (Named & { state: string })[] }>(page, '/api/v1/plans')).body.items.find((one) => one.state === 'proposed');
    await open(page, `/plans/${waiting?.id}`);
    await page.getByRole('button', { name: 'Setujui' }).click();
    await page.getByText('Disetujui').first().waitFor();
    expect((await ask<{ items: (Named & { state: string })[] }>(page, '/api/v1/plans')).body.items.find((one) => one.id === waiting?.id)?.state).toBe('approved');

    await open(page, '/performance');
    await heading(page, /Siap diberi peringkat/);
    const line = (await ask<{ items: { id: string | null; state: string; next_step: string | null }[] }>(page, '/api/v1/performance/appraisals')).body.items.find((one) => one.state === 'draft' && one.next_step === null);
    await open(page, `/performance/${line?.id}`);
    await page.getByRole('radio', { name: 'Di atas' }).first().check();
    await page.getByRole('radio', { name: 'Sesuai' }).nth(1).check();
    await page.getByText('Predikat dari hasil kerja').waitFor();
    const rated = (await ask<{ work_result: string; behaviour: string; predicate: string }>(page, `/api/v1/performance/appraisals/${line?.id}`)).body;
    expect([rated.work_result, rated.behaviour, rated.predicate]).toEqual(['above', 'as_expected', 'Baik']);
    await isClosed(page, '/qualitative', '/api/v1/qualitative/studies');
    expect(errors).toEqual([]);
  });

  it('an assessor sees who is to be appraised and nothing of coaching', async () => {
    const page = await as('asesor', viewport);
    await open(page, '/performance');
    await heading(page, 'Penilaian kinerja');
    await page.getByText('Belum dimulai').waitFor();
    await isClosed(page, '/programmes', '/api/v1/programmes');
    expect(errors).toEqual([]);
  });

  it('a supervisor sees the programme that needs a hand, with the names of its records but not their content', async () => {
    const page = await as('pengawas', viewport);
    await page.getByText('perlu bantuan').first().waitFor();
    await page.getByRole('link', { name: 'Buka' }).first().click();
    await heading(page, /./);
    await page.getByText(/belum bertemu|Belum bertemu|tanpa kontak|hari sekolah/).first().waitFor();
    const evaluations = (await ask<{ items: Named[] }>(page, '/api/v1/evaluations')).body.items;
    const report = (await ask<{ findings?: unknown }>(page, `/api/v1/evaluations/${evaluations[0]?.id}/report`)).status;
    expect(report).toBe(200);
    await isClosed(page, '/people/import', '/api/v1/evidence');
    expect(errors).toEqual([]);
  });

  it('what is typed stays while a weak signal still asks who is there', async () => {
    const page = await as('dinas', viewport);
    await page.route('**/api/v1/me', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    const asked = page.waitForResponse('**/api/v1/me');
    await open(page, '/people');
    await page.getByLabel('Cari nama').fill('Nur Siregr');
    await asked;
    await page.getByText('Nur Siregar').first().waitFor();
    expect(await page.getByLabel('Cari nama').inputValue()).toBe('Nur Siregr');
  });

  it('a district officer finds the largest need, looks up a misspelt name, and imports a list that is checked first', async () => {
    const page = await as('dinas', viewport);
    await open(page, '/competence');
    await page.getByText('di bawah batas').first().waitFor();
    await page.getByText('UKG 2015 sudah').waitFor();
    await page.getByRole('button', { name: /DI Yogyakarta: 62,6/ }).waitFor();
    await open(page, '/people');
    await page.getByLabel('Cari nama').fill('Nur Siregr');
    await page.getByText(/^\d+ orang$/).waitFor();
    await page.getByText('Nur Siregar').first().waitFor();
    await open(page, '/people/import');
    await page.getByRole('radio', { name: 'Sekolah' }).check();
    await page.getByLabel('Atau tempel tabelnya di sini').fill('NPSN\tNama Sekolah\tJenjang\tKode Wilayah\tKabupaten/Kota\n1081009\tSMPN 9\tSMU\t18.10\t');
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page.getByText('Jenjang "SMU" tidak dikenal').waitFor();
    await page.getByLabel('Atau tempel tabelnya di sini').fill('NPSN\tNama Sekolah\tJenjang\tKode Wilayah\tKabupaten/Kota\n10810090\tSMPN 90 Cerita\tSMP\t18.10\t');
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page.getByText('1 baris siap').waitFor();
    const before = (await ask<{ items: Named[] }>(page, '/api/v1/schools')).body.items.length;
    await page.getByRole('button', { name: 'Simpan semua' }).click();
    await page.getByText(/Tersimpan: 1 baru/).waitFor();
    expect((await ask<{ items: Named[] }>(page, '/api/v1/schools')).body.items.length).toBe(before + 1);
    await isClosed(page, '/qualitative', '/api/v1/qualitative/studies');
    expect(errors).toEqual([]);
  });

  it('the province sees needs and reports, and no single person', async () => {
    const page = await as('provinsi', viewport);
    await open(page, '/competence');
    await page.getByRole('heading', { name: 'UKG 2015 menurut provinsi' }).waitFor();
    await open(page, '/evaluations');
    await page.getByText('Evaluasi CIPP mentoring sejawat').first().waitFor();
    await isClosed(page, '/people', '/api/v1/people');
    expect(errors).toEqual([]);
  });

  it('the ministry sees the partnership programme in its real size', async () => {
    const page = await as('kementerian', viewport);
    await open(page, '/programmes');
    await page.getByRole('link', { name: /Program Kemitraan 2019/ }).click();
    await heading(page, 'Program Kemitraan 2019');
    await page.getByText(/2\.584|2\.280|2\.508/).first().waitFor();
    await isClosed(page, '/people', '/api/v1/people');
    expect(errors).toEqual([]);
  });

  it('a facilitator ticks who came, and the ticks are there after a reload', async () => {
    const page = await as('fasilitator', viewport);
    await page.getByText('kelas berikutnya').first().waitFor();
    const workshops = (await ask<{ items: (Named & { state: string })[] }>(page, '/api/v1/workshops')).body.items;
    const next = workshops.find((one) => one.state !== 'closed');
    await open(page, `/workshops/${next?.id}`);
    await page.getByRole('tab', { name: 'Hadir' }).click();
    await page.getByRole('checkbox').first().check();
    await expect
      .poll(async () => (await ask<{ members: { attended: boolean }[] }>(page, `/api/v1/workshops/${next?.id}`)).body.members.filter((one) => one.attended).length, { timeout: 20_000 })
      .toBe(1);
    await page.reload();
    await page.getByRole('tab', { name: 'Hadir' }).click();
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
    await isClosed(page, '/performance', '/api/v1/people');
    expect(errors).toEqual([]);
  });

  it('an evaluator goes from 86.0 percent to the fourteen sheets in two taps', async () => {
    const page = await as('evaluator', viewport);
    const evaluation = (await ask<{ items: Named[] }>(page, '/api/v1/evaluations')).body.items[0];
    await open(page, `/evaluations/${evaluation?.id}/report`);
    await page.getByText('Angket 14 responden').first().click();
    await heading(page, '14 catatan asal');
    await page.getByText(/^Jawaban: [1-5], [1-5], [1-5], [1-5], [1-5]$/).first().waitFor();
    await page.getByRole('link', { name: /Angket mutu umpan balik/ }).first().click();
    await page.getByText('Umpan balik menyebut kejadian nyata di kelas.').waitFor();
    await open(page, '/qualitative');
    await page.getByRole('link', { name: /Wawancara mentoring sejawat/ }).click();
    await page.getByRole('tab', { name: 'Tema' }).click();
    await page.getByText('Waktu bersama menjadi batas').first().waitFor();
    await isClosed(page, '/people', '/api/v1/people');
    expect(errors).toEqual([]);
  });

  it('an administrator invites somebody and cannot read what people say', async () => {
    const page = await as('pengelola', viewport);
    await open(page, '/people');
    await page.getByText('104 orang').or(page.getByText(/^\d+ orang$/)).first().waitFor();
    await open(page, '/admin/accounts');
    await page.getByRole('button', { name: 'Undang orang' }).click();
    await page.getByLabel('Peran').selectOption('evaluator');
    await page.getByLabel('Nama yang tampil').fill('Evaluator Baru');
    await page.getByLabel('Nama pengguna').fill('evaluator.baru');
    await page.getByRole('button', { name: 'Undang', exact: true }).click();
    await page.getByText(/\/mulai#/).waitFor();
    expect((await ask<{ items: { login: string }[] }>(page, '/api/v1/access/accounts')).body.items.map((one) => one.login)).toContain('evaluator.baru');
    await isClosed(page, '/evaluations', '/api/v1/evaluations');
    expect(errors).toEqual([]);
  });

  it('the data protection officer reads the journal and finds it whole, and has no way into people or plans', async () => {
    const page = await as('dpo', viewport);
    await open(page, '/admin/audit');
    await page.getByText(/Rantai utuh: [\d.]+ perubahan/).waitFor();
    await page.getByText('Petugas Dinas Contoh').first().waitFor();
    for (const path of ['/people', '/plans', '/qualitative', '/programmes']) {
      await open(page, path);
      await heading(page, 'Halaman tidak ditemukan');
    }
    expect((await ask(page, '/api/v1/people')).status).toBe(403);
    expect((await ask<{ items: unknown[] }>(page, '/api/v1/plans')).body.items).toEqual([]);
    expect(errors).toEqual([]);
  });
});
