import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

import type { Problem } from '../base/problem';

/** One piece of work on its way to the server. The body leaves once the server has it; the receipt stays a while. */
export interface OutboxEntry {
  /** Made on the device; for a filled form it is the form's instance id. */
  readonly id: string;
  readonly account_id: string;
  readonly method: 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body: unknown;
  /** What it is, for lists: a words key with its values. */
  readonly title_key: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Entries of one lane go one after the other; different lanes do not wait for each other. */
  readonly lane: string;
  /** What it is about (a session id, a home card id), so that a page can find it. */
  readonly about: string | null;
  readonly created_at: number;
  readonly state: 'waiting' | 'sending' | 'delivered' | 'refused';
  readonly attempts: number;
  readonly not_before: number;
  readonly problem: Problem | null;
  readonly delivered_at: number | null;
  /** Set when the work is to send a file of the store `files` in pieces; path and body are then not used. */
  readonly file_id?: string;
}

/** A photo or document attached to something. Its bytes leave once the server has them; the small picture stays. */
export interface KeptFile {
  readonly id: string;
  readonly account_id: string;
  readonly about_kind: 'submission';
  readonly about_id: string;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: ArrayBuffer | null;
  readonly size: number;
  readonly hash: string;
  readonly small_picture: ArrayBuffer | null;
  readonly taken_at: string | null;
  readonly added_at: number;
  /** How much of it the server is known to have. */
  readonly sent: number;
}

/** A form being filled. Saved after every answer. */
export interface Draft {
  readonly id: string;
  readonly account_id: string;
  readonly instrument_id: string;
  readonly version: string;
  readonly xml: string;
  readonly title_key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly about: string | null;
  readonly subject_person_id: string | null;
  readonly started_at: number;
  readonly saved_at: number;
}

export interface CachedForm {
  /** `id@version`; a version never changes, so it never needs to be fetched twice. */
  readonly key: string;
  readonly xml: string;
  readonly fetched_at: number;
}

export interface CachedAnswer {
  /** `account path` */
  readonly key: string;
  readonly value: unknown;
  readonly fetched_at: number;
}

interface Tables extends DBSchema {
  outbox: { key: string; value: OutboxEntry; indexes: { created_at: number } };
  drafts: { key: string; value: Draft; indexes: { about: string } };
  forms: { key: string; value: CachedForm };
  answers: { key: string; value: CachedAnswer };
  settings: { key: string; value: unknown };
  files: { key: string; value: KeptFile; indexes: { about_id: string } };
}

export type Database = IDBPDatabase<Tables>;

/** The device's own store. One database for app and service worker; a version step only ever adds. */
export function openDatabase(name = 'pamong'): Promise<Database> {
  return openDB<Tables>(name, 2, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('created_at', 'created_at');
        db.createObjectStore('drafts', { keyPath: 'id' }).createIndex('about', 'about');
        db.createObjectStore('forms', { keyPath: 'key' });
        db.createObjectStore('answers', { keyPath: 'key' });
        db.createObjectStore('settings');
      }
      if (from < 2) db.createObjectStore('files', { keyPath: 'id' }).createIndex('about_id', 'about_id');
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase | null)?.close(),
  });
}

let shared: Promise<Database> | null = null;

export function database(): Promise<Database> {
  shared ??= openDatabase();
  return shared;
}
