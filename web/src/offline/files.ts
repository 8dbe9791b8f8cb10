import { newId } from '../base/ids';
import { sha256 } from '../base/sha256';
import type { Database, KeptFile } from './database';

/** Files attached to a form, kept on the device until the server has them. */
export interface NewFile {
  readonly account_id: string;
  readonly about_id: string;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: ArrayBuffer;
  readonly small_picture: ArrayBuffer | null;
  readonly taken_at: string | null;
}

/** It is on this device for good when the promise resolves. */
export async function keepFile(db: Database, file: NewFile, now = Date.now()): Promise<KeptFile> {
  const kept: KeptFile = {
    ...file,
    id: newId(now),
    about_kind: 'submission',
    size: file.bytes.byteLength,
    hash: await sha256(new Uint8Array(file.bytes)),
    added_at: now,
    sent: 0,
  };
  await db.put('files', kept);
  return kept;
}

export async function filesAbout(db: Database, account_id: string, about_id: string): Promise<readonly KeptFile[]> {
  const found = await db.getAllFromIndex('files', 'about_id', about_id);
  return found.filter((file) => file.account_id === account_id).sort((a, b) => a.added_at - b.added_at);
}

/** Only before the form is finished: afterwards it is work on its way. */
export async function removeFile(db: Database, id: string): Promise<void> {
  const change = db.transaction(['files', 'outbox'], 'readwrite');
  if ((await change.objectStore('outbox').get(id)) === undefined) await change.objectStore('files').delete(id);
  await change.done;
}

const signatures: readonly (readonly [type: string, at: number, bytes: string])[] = [
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG'],
  ['image/webp', 8, 'WEBP'],
  ['application/pdf', 0, '%PDF-'],
  ['audio/ogg', 0, 'OggS'],
  ['audio/webm', 0, '\x1a\x45\xdf\xa3'],
  ['audio/mp4', 4, 'ftyp'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/mpeg', 0, '\xff\xfb'],
];
const office: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** What we would tell the server; it looks at the bytes itself and has the last word. Null: it would refuse. */
export function mediaTypeOf(bytes: Uint8Array, name: string): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  for (const [type, at, mark] of signatures) if (head.startsWith(mark, at)) return type;
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (head.startsWith('PK\x03\x04')) return office[ending] ?? null;
  if (ending === 'csv') return 'text/csv';
  return ending === 'txt' ? 'text/plain' : null;
}
