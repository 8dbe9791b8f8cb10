import type { Answer } from '../api/client';
import { problemOf } from '../api/client';
import { type Result, problem } from '../base/problem';
import type { Call } from '../api/client';
import type { Database, OutboxEntry } from './database';
import { sendFile } from './upload';

/**
 * Work waits here until the server has it. Nothing leaves the outbox unseen: an entry is delivered (a receipt stays),
 * or refused (kept with the reason until a person decides), or it waits.
 */
export type NewEntry = Pick<OutboxEntry, 'id' | 'account_id' | 'method' | 'path' | 'body' | 'title_key' | 'values'> &
  Partial<Pick<OutboxEntry, 'about' | 'lane' | 'not_before' | 'file_id'>>;

export type Send = (call: Call) => Promise<Result<Answer>>;

/** What a round of sending came to, and when to try again. */
export interface Round {
  readonly delivered: number;
  readonly refused: number;
  readonly waiting: number;
  /** Milliseconds since 1970; null when nothing waits, or only a person can help (log in again). */
  readonly next_try: number | null;
  readonly log_in_first: boolean;
}

const first_wait = 2_000;
const longest_wait = 5 * 60_000;
const receipts_stay = 14 * 24 * 3_600_000;

/** 2 s, 4 s, 8 s ... 5 min; up to a quarter earlier or later, so a whole school coming online does not knock at once. */
export function waitAfter(attempts: number, chance: number = Math.random()): number {
  const base = Math.min(longest_wait, first_wait * 2 ** Math.max(0, attempts - 1));
  return Math.round(base * (0.75 + chance / 2));
}

export async function putInOutbox(db: Database, entry: NewEntry, now = Date.now()): Promise<OutboxEntry> {
  const full: OutboxEntry = {
    lane: entry.path,
    about: null,
    not_before: 0,
    ...entry,
    created_at: now,
    state: 'waiting',
    attempts: 0,
    problem: null,
    delivered_at: null,
  };
  await db.put('outbox', full);
  return full;
}

export async function outboxOf(db: Database, account_id: string): Promise<readonly OutboxEntry[]> {
  const all = await db.getAllFromIndex('outbox', 'created_at');
  return all.filter((entry) => entry.account_id === account_id);
}

/** Takes an entry back before it has gone. False when it is too late. */
export async function takeBack(db: Database, id: string): Promise<boolean> {
  const change = db.transaction('outbox', 'readwrite');
  const entry = await change.store.get(id);
  const possible = entry?.state === 'waiting';
  if (possible) await change.store.delete(id);
  await change.done;
  return possible;
}

/** A person wants a refused entry tried again, for example after the mistake was mended on the server. */
export async function tryAgain(db: Database, id: string): Promise<void> {
  const change = db.transaction('outbox', 'readwrite');
  const entry = await change.store.get(id);
  if (entry?.state === 'refused')
    await change.store.put({ ...entry, state: 'waiting', attempts: 0, not_before: 0, problem: null });
  await change.done;
}

/** Only for refused work a person has looked at (and may have exported). */
export async function discard(db: Database, id: string): Promise<void> {
  const change = db.transaction(['outbox', 'files'], 'readwrite');
  const entry = await change.objectStore('outbox').get(id);
  if (entry?.state === 'refused') {
    await change.objectStore('outbox').delete(id);
    if (entry.file_id !== undefined) await change.objectStore('files').delete(entry.file_id);
  }
  await change.done;
}

/**
 * Many small steps to one address (ticking a list) become one request: the step joins the newest entry of its lane while
 * that still waits untouched, else it is a new entry behind it. `join` gets the waiting body, or null.
 */
export async function joinInOutbox(
  db: Database,
  entry: Omit<NewEntry, 'body'>,
  join: (waiting: unknown) => unknown,
  now = Date.now(),
): Promise<void> {
  const change = db.transaction('outbox', 'readwrite');
  const lane = entry.lane ?? entry.path;
  const newest = (await change.store.index('created_at').getAll()).findLast(
    (one) => one.account_id === entry.account_id && one.lane === lane && one.state !== 'delivered' && one.state !== 'refused',
  );
  if (newest?.state === 'waiting') await change.store.put({ ...newest, body: join(newest.body) });
  else
    await change.store.put({
      lane,
      about: null,
      not_before: 0,
      ...entry,
      body: join(null),
      created_at: now,
      state: 'waiting',
      attempts: 0,
      problem: null,
      delivered_at: null,
    });
  await change.done;
}

function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

function afterAnswer(entry: OutboxEntry, answer: Result<Answer>, now: number): OutboxEntry {
  const attempts = entry.attempts + 1;
  const later = (wait: number, why: OutboxEntry['problem']): OutboxEntry => ({
    ...entry,
    state: 'waiting',
    attempts,
    not_before: now + wait,
    problem: why,
  });
  if (!answer.ok) return later(waitAfter(attempts), answer.problem);
  const why = problemOf(answer.value);
  if (!why) return { ...entry, state: 'delivered', attempts, problem: null, delivered_at: now, body: null };
  // Not known any more: the work is fine, the person has to log in; no waiting time is added.
  if (answer.value.status === 401) return { ...entry, state: 'waiting', problem: problem('offline.log_in_first', {}, 401) };
  if (isPassing(answer.value.status)) {
    const asked = (answer.value.retry_after ?? 0) * 1000;
    return later(Math.min(longest_wait, Math.max(asked, waitAfter(attempts))), why);
  }
  return { ...entry, state: 'refused', attempts, problem: why };
}

/**
 * Sends what is due, oldest first. Must run once at a time over all tabs (the caller holds the lock). An entry left in
 * `sending` by a killed tab is simply sent again: the server answers the same id with the same content by "have it".
 */
export async function sendOutbox(
  db: Database,
  account_id: string,
  send: Send,
  options: { readonly now?: () => number; readonly changed?: () => void } = {},
): Promise<Round> {
  const now = options.now ?? Date.now;
  const changed = options.changed ?? (() => {});
  const blocked = new Set<string>();
  let delivered = 0;
  let refusals = 0;
  let logInFirst = false;

  for (const { id } of await outboxOf(db, account_id)) {
    // One transaction takes it: whoever amends a waiting entry at the same moment comes before or after, never between.
    const claim = db.transaction('outbox', 'readwrite');
    const entry = await claim.store.get(id);
    const due = entry && entry.state !== 'delivered' && entry.state !== 'refused' && !blocked.has(entry.lane);
    const later = due && entry.not_before > now();
    if (due && !later) await claim.store.put({ ...entry, state: 'sending' });
    await claim.done;
    if (!due) continue;
    if (later) {
      blocked.add(entry.lane);
      continue;
    }
    changed();
    const answer =
      entry.file_id === undefined
        ? await send({
            method: entry.method,
            path: entry.path,
            ...(entry.body === null || entry.body === undefined ? {} : { body: entry.body }),
          })
        : await sendFile(db, entry.file_id, send, changed);
    const next = afterAnswer(entry, answer, now());
    await db.put('outbox', next);
    changed();
    if (next.state === 'delivered') delivered += 1;
    if (next.state === 'refused') refusals += 1;
    if (next.state !== 'waiting') continue;
    blocked.add(entry.lane);
    logInFirst = next.problem?.status === 401;
    if (!answer.ok || logInFirst) break;
  }

  const rest = (await outboxOf(db, account_id)).filter((entry) => entry.state === 'waiting' || entry.state === 'sending');
  const due = rest.map((entry) => entry.not_before);
  return {
    delivered,
    refused: refusals,
    waiting: rest.length,
    next_try: rest.length === 0 || logInFirst ? null : Math.max(now(), Math.min(...due)),
    log_in_first: logInFirst,
  };
}

/** Receipts older than two weeks go; waiting and refused work never does. */
export async function forgetOldReceipts(db: Database, now = Date.now()): Promise<void> {
  for (const entry of await db.getAll('outbox'))
    if (entry.state === 'delivered' && (entry.delivered_at ?? now) < now - receipts_stay) {
      await db.delete('outbox', entry.id);
      if (entry.file_id !== undefined) await db.delete('files', entry.file_id);
    }
}
