import { send } from '../api/client';
import { type Database, type OutboxEntry, database } from './database';
import * as outbox from './outbox';

/**
 * Runs the outbox in the background: at start, when the network comes back, when the server says something changed,
 * and after the waiting time. One tab sends (Web Locks); all tabs see the same list (BroadcastChannel).
 */
let entries = $state.raw<readonly OutboxEntry[]>([]);
let online = $state(typeof navigator === 'undefined' ? true : navigator.onLine);
let mustLogIn = $state(false);

let account: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let running = false;
let again = false;
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('pamong-outbox');

export const delivery = {
  get entries(): readonly OutboxEntry[] {
    return entries;
  },
  get online(): boolean {
    return online;
  },
  get mustLogIn(): boolean {
    return mustLogIn;
  },
  get waiting(): number {
    return entries.filter((entry) => entry.state === 'waiting' || entry.state === 'sending').length;
  },
  get sending(): boolean {
    return entries.some((entry) => entry.state === 'sending');
  },
  get refused(): readonly OutboxEntry[] {
    return entries.filter((entry) => entry.state === 'refused');
  },
  of(id: string): OutboxEntry | null {
    return entries.find((entry) => entry.id === id) ?? null;
  },
  /** The newest entry about a thing. */
  about(subject: string): OutboxEntry | null {
    return entries.findLast((entry) => entry.about === subject) ?? null;
  },
};

async function refresh(db: Database): Promise<void> {
  entries = account === null ? [] : await outbox.outboxOf(db, account);
}

async function changed(db: Database): Promise<void> {
  channel?.postMessage('changed');
  await refresh(db);
}

function withLock(work: () => Promise<void>): Promise<void> {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return work();
  return navigator.locks.request('pamong-outbox', { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    else scheduleAt(Date.now() + 3_000); // another tab is sending; look again
  });
}

function scheduleAt(moment: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void sendNow(), Math.max(50, moment - Date.now()));
}

/** Sends what is due; calling it often is fine. */
export async function sendNow(): Promise<void> {
  if (account === null || !online) return;
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    const db = await database();
    await withLock(async () => {
      const who = account;
      if (who === null) return;
      const round = await outbox.sendOutbox(db, who, send, { changed: () => void changed(db) });
      mustLogIn = round.log_in_first;
      await changed(db);
      if (round.next_try !== null) scheduleAt(round.next_try);
    });
  } finally {
    running = false;
  }
  if (again) {
    again = false;
    await sendNow();
  }
}

/** The network or the server gave a sign of life: waiting times end now. */
export async function sendWithoutWaiting(): Promise<void> {
  if (account === null) return;
  const db = await database();
  const now = Date.now();
  const change = db.transaction('outbox', 'readwrite');
  for (const entry of await change.store.getAll())
    // An entry that was never tried waits for a person who may still undo it.
    if (entry.account_id === account && entry.state === 'waiting' && entry.attempts > 0 && entry.not_before > now)
      await change.store.put({ ...entry, not_before: 0 });
  await change.done;
  await sendNow();
}

/** Puts work in the outbox. It is on this device for good when the promise resolves, and sending has begun. */
export async function deliver(entry: Omit<outbox.NewEntry, 'account_id'>): Promise<OutboxEntry> {
  if (account === null) throw new Error('deliver() before log-in');
  const db = await database();
  const full = await outbox.putInOutbox(db, { ...entry, account_id: account });
  await changed(db);
  void askForBackgroundSync();
  if (full.not_before > Date.now()) scheduleAt(full.not_before);
  else void sendNow();
  return full;
}

/** Like deliver() for many small steps to one address: they join what still waits (see joinInOutbox). */
export async function deliverJoined(entry: Omit<outbox.NewEntry, 'account_id' | 'body'>, join: (waiting: unknown) => unknown): Promise<void> {
  if (account === null) throw new Error('deliverJoined() before log-in');
  const db = await database();
  await outbox.joinInOutbox(db, { ...entry, account_id: account }, join);
  await changed(db);
  void askForBackgroundSync();
  scheduleAt(entry.not_before ?? Date.now());
}

/** Something else wrote to the outbox (a finished draft): show it and send it. */
export async function refreshOutbox(): Promise<void> {
  await changed(await database());
  void askForBackgroundSync();
  void sendNow();
}

export async function undo(id: string): Promise<boolean> {
  const db = await database();
  const gone = await outbox.takeBack(db, id);
  await changed(db);
  return gone;
}

export async function retry(id: string): Promise<void> {
  const db = await database();
  await outbox.tryAgain(db, id);
  await changed(db);
  await sendNow();
}

export async function discard(id: string): Promise<void> {
  const db = await database();
  await outbox.discard(db, id);
  await changed(db);
}

/** Lets the browser send even after the tab is closed, where it can (Chromium). */
async function askForBackgroundSync(): Promise<void> {
  if (typeof navigator === 'undefined' || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration || !('sync' in registration)) return;
  const sync = registration.sync as { register(tag: string): Promise<void> };
  await sync.register('pamong-outbox').catch(() => undefined);
}

export async function startSending(account_id: string): Promise<void> {
  account = account_id;
  mustLogIn = false;
  const db = await database();
  await db.put('settings', account_id, 'account');
  await outbox.forgetOldReceipts(db);
  await refresh(db);
  await sendNow();
}

export function stopSending(): void {
  account = null;
  entries = [];
  clearTimeout(timer);
}

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => {
    online = true;
    void sendWithoutWaiting();
  });
  window.addEventListener('offline', () => (online = false));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sendNow();
  });
  channel?.addEventListener('message', () => void database().then(refresh));
}
