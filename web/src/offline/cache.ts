import { get, getText } from '../api/client';
import { type Result, done } from '../base/problem';
import { type Shape, ShapeError } from '../base/shape';
import { type Database, database } from './database';

/** A list as last seen: fresh from the server, or kept on this device with the time it was fetched. */
export interface Seen<T> {
  readonly value: T;
  readonly fetched_at: number;
  readonly fresh: boolean;
}

export async function kept<T>(db: Database, account_id: string, path: string, shape: Shape<T>): Promise<Seen<T> | null> {
  const found = await db.get('answers', `${account_id} ${path}`);
  if (!found) return null;
  try {
    return { value: shape.read(found.value, ''), fetched_at: found.fetched_at, fresh: false };
  } catch (error) {
    // Kept by an older version of the app in another shape: as if it were not there.
    if (error instanceof ShapeError) return null;
    throw error;
  }
}

export async function keep(db: Database, account_id: string, path: string, value: unknown, now = Date.now()): Promise<void> {
  await db.put('answers', { key: `${account_id} ${path}`, value, fetched_at: now });
}

/** Asks the server and keeps the answer; without an answer gives what was kept. */
export async function getAndKeep<T>(account_id: string, path: string, shape: Shape<T>): Promise<Result<Seen<T>>> {
  const db = await database();
  const answer = await get(path, shape);
  if (answer.ok) {
    await keep(db, account_id, path, answer.value);
    return done({ value: answer.value, fetched_at: Date.now(), fresh: true });
  }
  if (answer.problem.status !== null && answer.problem.status < 500) return answer;
  const earlier = await kept(db, account_id, path, shape);
  return earlier ? done(earlier) : answer;
}

/** The XForm of one instrument version; fetched once, then always from this device. */
export async function formXml(id: string, version: string): Promise<Result<string>> {
  const db = await database();
  const key = `${id}@${version}`;
  const found = await db.get('forms', key);
  if (found) return done(found.xml);
  const answer = await getText(`/api/v1/instruments/${encodeURIComponent(id)}/${encodeURIComponent(version)}/form`);
  if (answer.ok) await db.put('forms', { key, xml: answer.value, fetched_at: Date.now() });
  return answer;
}

/** Asks the browser not to clear our data when space is short. True when it agreed. */
export async function askToStay(): Promise<boolean> {
  if (typeof navigator === 'undefined' || !navigator.storage?.persist) return false;
  return (await navigator.storage.persisted()) || (await navigator.storage.persist());
}
