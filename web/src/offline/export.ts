import { deviceTime } from '../base/days';
import { type Database, database } from './database';

function base64(bytes: ArrayBuffer): string {
  const view = new Uint8Array(bytes);
  let text = '';
  for (let at = 0; at < view.length; at += 0x8000) text += String.fromCharCode(...view.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Everything the server does not have yet, as one file: the last resort when a device never gets through. */
export async function unsentWork(db: Database, account_id: string): Promise<{ readonly count: number; readonly json: string }> {
  const outbox = (await db.getAll('outbox')).filter(
    (entry) => entry.account_id === account_id && entry.state !== 'delivered',
  );
  const files = (await db.getAll('files'))
    .filter((file) => file.account_id === account_id && file.bytes !== null)
    .map(({ bytes, small_picture: _, ...rest }) => ({ ...rest, base64: base64(bytes ?? new ArrayBuffer(0)) }));
  const drafts = (await db.getAll('drafts')).filter((draft) => draft.account_id === account_id);
  const content = { kind: 'pamong.unsent_work', version: 1, exported_at: deviceTime(), outbox, drafts, files };
  return { count: outbox.length + drafts.length, json: JSON.stringify(content, null, 2) };
}

export async function saveUnsentWork(account_id: string): Promise<number> {
  const { count, json } = await unsentWork(await database(), account_id);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  link.download = `pamong-${deviceTime().slice(0, 16).replaceAll(':', '')}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return count;
}
