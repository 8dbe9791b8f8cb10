// The real program with the example programme, for stories: one database a run, copied for each server.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

/** The program takes PAMONG_* as settings; what drives the tests is none of its business. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PAMONG_')));
const program = resolve(process.env.PAMONG_TEST_BIN ?? '../build/release/pamong');

/** The Monday of this week or the next one on a weekend: the example's visit is on that day, and the server's clock is the real one. */
export function schoolDay(now = new Date()): string {
  const day = new Date(now);
  while (day.getDay() === 0 || day.getDay() === 6) day.setDate(day.getDate() + 1);
  return [day.getFullYear(), String(day.getMonth() + 1).padStart(2, '0'), String(day.getDate()).padStart(2, '0')].join('-');
}

let example: string | null = null;

/** The example's database, made once by `pamong demo`. */
function exampleDatabase(): string {
  if (example !== null) return example;
  const folder = mkdtempSync(join(tmpdir(), 'pamong-stories-'));
  execFileSync(program, ['demo', '--db', `sqlite:${join(folder, 'example.db')}`, '--out', folder, '--today', schoolDay()], { stdio: 'pipe', env });
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  example = join(folder, 'example.db');
  return example;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('no port'))));
    });
  });
}

export interface RealServer {
  readonly address: string;
  /** As if the machine lost power: no goodbye. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function startRealServer(): Promise<RealServer> {
  const folder = mkdtempSync(join(tmpdir(), 'pamong-story-'));
  const database = join(folder, 'story.db');
  copyFileSync(exampleDatabase(), database);
  for (const more of ['-wal', '-shm']) if (existsSync(exampleDatabase() + more)) copyFileSync(exampleDatabase() + more, database + more);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  let running: ChildProcess | null = null;

  const ended = (child: ChildProcess) => new Promise<void>((done) => (child.exitCode !== null || child.signalCode !== null ? done() : child.once('exit', () => done())));
  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (!running) return;
    const child = running;
    running = null;
    child.kill(signal);
    await ended(child);
  }
  async function start(): Promise<void> {
    let said = '';
    const child = spawn(program, ['serve', '--db', `sqlite:${database}`, '--data', folder, '--port', String(port), '--example'], { stdio: 'pipe', env });
    child.stdout?.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    running = child;
    for (let tries = 0; tries < 200; tries += 1) {
      if (child.exitCode !== null) break;
      if (await fetch(`${address}/`).then((reply) => reply.ok, () => false)) return;
      await new Promise((wait) => setTimeout(wait, 50));
    }
    throw new Error(`the server does not answer: ${said}`);
  }
  await start();
  return {
    address,
    kill: () => stop('SIGKILL'),
    start,
    async close() {
      await stop('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function logIn(page: Page, server: RealServer, login: string): Promise<void> {
  await page.goto(server.address);
  await page.getByLabel('Nama pengguna').fill(login);
  await page.getByLabel('Kata sandi', { exact: true }).fill('contoh-pamong');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('heading', { name: /^Halo/ }).waitFor();
}

/** What the server says to this page's own session. */
export async function ask<T>(page: Page, path: string): Promise<{ readonly status: number; readonly body: T }> {
  return page.evaluate(async (address) => {
    const reply = await fetch(address, { headers: { accept: 'application/json' } });
    return { status: reply.status, body: await reply.json().catch(() => null) };
  }, path) as Promise<{ status: number; body: T }>;
}
