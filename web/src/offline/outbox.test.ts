import { beforeEach, describe, expect, it } from 'vitest';

import type { Answer, Call } from '../api/client';
import { type Result, done, problem, refused } from '../base/problem';
import { type Database, openDatabase } from './database';
import { discard, forgetOldReceipts, joinInOutbox, outboxOf, putInOutbox, sendOutbox, takeBack, tryAgain, waitAfter } from './outbox';

const rina = 'account-rina';

function answer(status: number, body: unknown = {}, retry_after: number | null = null): Result<Answer> {
  return done({ status, text: JSON.stringify(body), retry_after });
}

/** A server that keeps what it gets under its address: the same again is fine, other content is a conflict. */
class Server {
  readonly kept = new Map<string, string>();
  readonly calls: Call[] = [];
  online = true;
  /** Takes the request in but loses the answer, as a tunnel does. */
  losesAnswers = 0;

  readonly send = (call: Call): Promise<Result<Answer>> => {
    if (!this.online) return Promise.resolve(refused(problem('app.no_connection')));
    this.calls.push(call);
    const content = JSON.stringify(call.body);
    const earlier = this.kept.get(call.path);
    if (earlier !== undefined && earlier !== content)
      return Promise.resolve(answer(409, { code: 'instruments.same_id_other_content', status: 409 }));
    this.kept.set(call.path, content);
    if (this.losesAnswers > 0) {
      this.losesAnswers -= 1;
      return Promise.resolve(refused(problem('app.no_connection')));
    }
    return Promise.resolve(answer(earlier === undefined ? 201 : 202));
  };
}

let db: Database;
let server: Server;
let names = 0;

beforeEach(async () => {
  names += 1;
  db = await openDatabase(`outbox-${names}`);
  server = new Server();
});

async function put(id: string, more: Partial<Parameters<typeof putInOutbox>[1]> = {}, now = 1000) {
  return putInOutbox(
    db,
    { id, account_id: rina, method: 'PUT', path: `/api/v1/submissions/${id}`, body: { xml: `<data>${id}</data>` }, title_key: 'observation.title', values: { name: 'Sari' }, ...more },
    now,
  );
}

async function states(): Promise<Record<string, string>> {
  return Object.fromEntries((await outboxOf(db, rina)).map((entry) => [entry.id, entry.state]));
}

describe('outbox', () => {
  it('sends oldest first and keeps a receipt without the content', async () => {
    await put('b', {}, 2000);
    await put('a', {}, 1000);
    const round = await sendOutbox(db, rina, server.send, { now: () => 5000 });

    expect(round).toMatchObject({ delivered: 2, waiting: 0, next_try: null });
    expect(server.calls.map((call) => call.path)).toEqual(['/api/v1/submissions/a', '/api/v1/submissions/b']);
    expect((await outboxOf(db, rina))[0]).toMatchObject({ state: 'delivered', delivered_at: 5000, body: null });
  });

  it('keeps everything while there is no network, and stops asking after the first failure', async () => {
    server.online = false;
    await put('a');
    await put('b');
    const round = await sendOutbox(db, rina, server.send, { now: () => 5000 });

    expect(round.delivered).toBe(0);
    expect(round.waiting).toBe(2);
    expect(await states()).toEqual({ a: 'waiting', b: 'waiting' });
    expect(round.next_try).toBe(5000); // b was not tried, so it is due at once
  });

  it('arrives once although the answer was lost', async () => {
    server.losesAnswers = 1;
    await put('a');
    await sendOutbox(db, rina, server.send, { now: () => 1000 });
    expect(await states()).toEqual({ a: 'waiting' });

    const round = await sendOutbox(db, rina, server.send, { now: () => 60_000 });
    expect(round.delivered).toBe(1);
    expect(server.calls).toHaveLength(2);
    expect(server.kept.size).toBe(1);
  });

  it('sends again what a killed tab left half sent', async () => {
    const entry = await put('a');
    await db.put('outbox', { ...entry, state: 'sending' });
    await sendOutbox(db, rina, server.send);
    expect(await states()).toEqual({ a: 'delivered' });
  });

  it('keeps a conflict with its reason until a person decides', async () => {
    server.kept.set('/api/v1/submissions/a', 'something else');
    await put('a');
    const round = await sendOutbox(db, rina, server.send);

    expect(round).toMatchObject({ refused: 1, next_try: null });
    const [entry] = await outboxOf(db, rina);
    expect(entry).toMatchObject({ state: 'refused', problem: { code: 'instruments.same_id_other_content', status: 409 } });
    expect(entry?.body).toEqual({ xml: '<data>a</data>' });

    server.kept.clear();
    await tryAgain(db, 'a');
    await sendOutbox(db, rina, server.send);
    expect(await states()).toEqual({ a: 'delivered' });
  });

  it('lets a refusal not hold up the rest', async () => {
    server.kept.set('/api/v1/submissions/a', 'something else');
    await put('a', {}, 1);
    await put('b', {}, 2);
    await sendOutbox(db, rina, server.send);
    expect(await states()).toEqual({ a: 'refused', b: 'delivered' });
  });

  it('waits longer after each failure, at least as long as the server asks, at most five minutes', async () => {
    expect([1, 2, 3].map((attempts) => waitAfter(attempts, 0.5))).toEqual([2000, 4000, 8000]);
    expect(waitAfter(30, 0.5)).toBe(300_000);
    expect(waitAfter(1, 0)).toBe(1500); // a quarter earlier

    await put('a');
    const round = await sendOutbox(db, rina, () => Promise.resolve(answer(503, {}, 120)), { now: () => 0 });
    expect(round.next_try).toBe(120_000);
    const early = await sendOutbox(db, rina, server.send, { now: () => 119_000 });
    expect(early).toMatchObject({ delivered: 0, waiting: 1, next_try: 120_000 });
  });

  it('keeps the order inside a lane and goes on with others when one server error hits', async () => {
    await put('first', { lane: 'plan' }, 1);
    await put('second', { lane: 'plan' }, 2);
    await put('other', {}, 3);
    const send = (call: Call) => (call.path.endsWith('first') ? Promise.resolve(answer(500)) : server.send(call));
    await sendOutbox(db, rina, send, { now: () => 10 });
    expect(await states()).toEqual({ first: 'waiting', second: 'waiting', other: 'delivered' });
  });

  it('asks for a log-in and tries nothing more when the session has ended', async () => {
    await put('a');
    const round = await sendOutbox(db, rina, () => Promise.resolve(answer(401, { code: 'access.not_signed_in' })));
    expect(round).toMatchObject({ log_in_first: true, next_try: null, waiting: 1 });
  });

  it('never sends the work of somebody else on a shared tablet', async () => {
    await put('a', { account_id: 'account-budi' });
    await sendOutbox(db, rina, server.send);
    expect(server.calls).toEqual([]);
  });

  it('can be taken back before it goes, not afterwards; only refused work can be discarded', async () => {
    await put('a', { not_before: 9000 });
    await sendOutbox(db, rina, server.send, { now: () => 5000 });
    expect(server.calls).toEqual([]);
    expect(await takeBack(db, 'a')).toBe(true);

    await put('b');
    await discard(db, 'b');
    expect(await states()).toEqual({ b: 'waiting' });
    await sendOutbox(db, rina, server.send);
    expect(await takeBack(db, 'b')).toBe(false);
  });

  it('forgets receipts after two weeks and nothing else', async () => {
    await put('old');
    await sendOutbox(db, rina, server.send, { now: () => 0 });
    await put('waiting', {}, 0);
    await forgetOldReceipts(db, 15 * 24 * 3_600_000);
    expect(await states()).toEqual({ waiting: 'waiting' });
  });
});

describe('small steps to one address', () => {
  const step = (id: string) => ({ id, account_id: rina, method: 'PUT' as const, path: '/api/v1/list', title_key: 'observation.title', values: {} });
  const add = (name: string) => (waiting: unknown) => [...((waiting as string[] | null) ?? []), name];

  it('join while they wait and go as one request', async () => {
    await joinInOutbox(db, step('1'), add('a'), 1000);
    await joinInOutbox(db, step('2'), add('b'), 1001);
    expect(await states()).toEqual({ '1': 'waiting' });
    await sendOutbox(db, rina, server.send);
    expect(server.kept.get('/api/v1/list')).toBe('["a","b"]');
  });

  it('do not touch what is already on its way: the later step follows it', async () => {
    await joinInOutbox(db, step('1'), add('a'), 1000);
    await sendOutbox(db, rina, async (call) => {
      if (call.body !== undefined && (call.body as string[])[0] === 'a') await joinInOutbox(db, step('2'), add('b'), 1001);
      return answer(200);
    });
    expect(await states()).toEqual({ '1': 'delivered', '2': 'waiting' });
  });
});
