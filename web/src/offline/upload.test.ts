import { beforeEach, describe, expect, it } from 'vitest';

import type { Answer, Call } from '../api/client';
import { type Result, done, problem, refused } from '../base/problem';
import { type Database, openDatabase } from './database';
import { finishDraft } from './drafts';
import { unsentWork } from './export';
import { filesAbout, keepFile, mediaTypeOf, removeFile } from './files';
import { discard, outboxOf, sendOutbox } from './outbox';

const rina = 'account-rina';
const form = 'form-1';

function answer(status: number, body: unknown = {}): Result<Answer> {
  return done({ status, text: JSON.stringify(body), retry_after: null });
}

/** Takes submissions, then files about them in pieces of ten bytes, as the real server does. */
class Server {
  readonly submissions = new Set<string>();
  readonly pieces = new Map<number, string>();
  readonly calls: string[] = [];
  finished = false;
  declared: Record<string, unknown> = {};
  /** So many pieces get through before the signal is gone. */
  lets_through = Number.POSITIVE_INFINITY;
  /** So many times the pieces make another file than was said. */
  spoils = 0;

  readonly send = async (call: Call): Promise<Result<Answer>> => {
    this.calls.push(`${call.method} ${call.path.replace(/[0-9a-f-]{36}/, 'ID')}`);
    await Promise.resolve();
    if (call.path.startsWith('/api/v1/submissions/')) {
      this.submissions.add(call.path.slice('/api/v1/submissions/'.length));
      return answer(201);
    }
    if (/chunks\/\d+$/.test(call.path)) {
      if (this.lets_through <= 0) return refused(problem('app.no_connection'));
      this.lets_through -= 1;
      this.pieces.set(Number(call.path.split('/').at(-1)), new TextDecoder().decode(call.bytes));
      return answer(204);
    }
    if (call.path.endsWith('/finish')) {
      if (this.spoils > 0) {
        this.spoils -= 1;
        this.pieces.clear();
        return answer(422, { code: 'files.wrong_hash' });
      }
      this.finished = true;
      return answer(200, this.state());
    }
    this.declared = call.body as Record<string, unknown>;
    if (!this.submissions.has(String(this.declared.about_id))) return answer(404, { code: 'instruments.not_found' });
    return answer(200, this.state());
  };

  get content(): string {
    return [...this.pieces.entries()].sort(([a], [b]) => a - b).map(([, text]) => text).join('');
  }
  private state() {
    const bytes = Number(this.declared.bytes);
    return { chunk_bytes: 10, chunks: Math.ceil(bytes / 10), present: [...this.pieces.keys()], finished: this.finished };
  }
}

let db: Database;
let server: Server;
let names = 0;

beforeEach(async () => {
  names += 1;
  db = await openDatabase(`upload-${names}`);
  server = new Server();
});

const text = 'photo of the blackboard, 37 bytes long';

async function attach(content = text, name = 'papan.jpg') {
  const bytes = new TextEncoder().encode(content).buffer;
  return keepFile(db, { account_id: rina, about_id: form, name, media_type: 'image/jpeg', bytes, small_picture: new ArrayBuffer(3), taken_at: null });
}
function finish() {
  return finishDraft(db, form, { id: form, account_id: rina, method: 'PUT', path: `/api/v1/submissions/${form}`, body: {}, title_key: 'observation.title', values: {} }, 1000);
}
function round(now = 5000) {
  return sendOutbox(db, rina, server.send, { now: () => now });
}

describe('files of a form', () => {
  it('go after it, in pieces, and leave the device once the server has them', async () => {
    const file = await attach();
    await finish();
    await round();

    expect(server.calls).toEqual([
      'PUT /api/v1/submissions/form-1',
      'PUT /api/v1/uploads/ID',
      'PUT /api/v1/uploads/ID/chunks/0',
      'PUT /api/v1/uploads/ID/chunks/1',
      'PUT /api/v1/uploads/ID/chunks/2',
      'PUT /api/v1/uploads/ID/chunks/3',
      'POST /api/v1/uploads/ID/finish',
    ]);
    expect(server.content).toBe(text);
    expect(server.declared).toMatchObject({ bytes: text.length, hash: file.hash, about_kind: 'submission', about_id: form });
    const [kept] = await filesAbout(db, rina, form);
    expect(kept).toMatchObject({ bytes: null, sent: text.length });
    expect(kept?.small_picture).not.toBeNull();
    expect((await outboxOf(db, rina)).map((entry) => entry.state)).toEqual(['delivered', 'delivered']);
  });

  it('go on where the signal was lost and send no piece twice', async () => {
    await attach();
    await finish();
    server.lets_through = 2;
    expect((await round()).waiting).toBe(1);
    expect((await filesAbout(db, rina, form))[0]).toMatchObject({ sent: 20 });

    server.lets_through = Number.POSITIVE_INFINITY;
    server.calls.length = 0;
    await round(1_000_000);
    expect(server.calls).toEqual([
      'PUT /api/v1/uploads/ID',
      'PUT /api/v1/uploads/ID/chunks/2',
      'PUT /api/v1/uploads/ID/chunks/3',
      'POST /api/v1/uploads/ID/finish',
    ]);
    expect(server.content).toBe(text);
  });

  it('wait on the device while the form itself has not arrived', async () => {
    await attach();
    await finish();
    await sendOutbox(db, rina, () => Promise.resolve(refused(problem('app.no_connection'))), { now: () => 5000 });
    expect(server.calls).toEqual([]);
    expect((await outboxOf(db, rina)).map((entry) => entry.state)).toEqual(['waiting', 'waiting']);
    expect((await filesAbout(db, rina, form))[0]?.bytes).not.toBeNull();
  });

  it('start again once when the server threw the pieces away, then are kept with the reason', async () => {
    await attach();
    await finish();
    server.spoils = 1;
    await round();
    expect(server.content).toBe(text);

    server = new Server();
    server.submissions.add('form-2');
    const bytes = new TextEncoder().encode('x').buffer;
    const file = await keepFile(db, { account_id: rina, about_id: 'form-2', name: 'b.jpg', media_type: 'image/jpeg', bytes, small_picture: null, taken_at: null });
    await finishDraft(db, 'form-2', { id: 'form-2', account_id: rina, method: 'PUT', path: '/api/v1/submissions/form-2', body: {}, title_key: 'observation.title', values: {} }, 2000);
    server.spoils = 9;
    await round();
    const refusedEntry = (await outboxOf(db, rina)).find((entry) => entry.id === file.id);
    expect(refusedEntry).toMatchObject({ state: 'refused', problem: { code: 'files.wrong_hash' } });
    expect((await unsentWork(db, rina)).json).toContain('"base64": "eA=="'); // "x", so that it can be saved by hand
    await discard(db, file.id);
    expect(await filesAbout(db, rina, 'form-2')).toEqual([]);
  });

  it('count as delivered when a killed tab had not written it down', async () => {
    const file = await attach();
    await finish();
    await db.put('files', { ...file, bytes: null });
    await round();
    expect((await outboxOf(db, rina)).map((entry) => entry.state)).toEqual(['delivered', 'delivered']);
  });

  it('can be removed while the form is open, not when they are on their way', async () => {
    const first = await attach();
    await removeFile(db, first.id);
    expect(await filesAbout(db, rina, form)).toEqual([]);
    const second = await attach();
    await finish();
    await removeFile(db, second.id);
    expect(await filesAbout(db, rina, form)).toHaveLength(1);
  });
});

describe('what a file is', () => {
  it('comes from its first bytes, and from its name only among archives and texts', () => {
    const bytes = (head: string) => Uint8Array.from(head, (letter) => letter.charCodeAt(0));
    expect(mediaTypeOf(bytes('\xff\xd8\xff\xe0'), 'x.pdf')).toBe('image/jpeg');
    expect(mediaTypeOf(bytes('%PDF-1.7'), 'x.jpg')).toBe('application/pdf');
    expect(mediaTypeOf(bytes('PK\x03\x04'), 'Rencana.DOCX')).toContain('wordprocessingml');
    expect(mediaTypeOf(bytes('PK\x03\x04'), 'app.apk')).toBeNull();
    expect(mediaTypeOf(bytes('nama,nilai'), 'nilai.csv')).toBe('text/csv');
    expect(mediaTypeOf(bytes('<html>'), 'x.html')).toBeNull();
  });
});
