import { deviceTime } from '../base/days';
import { type Database, database } from './database';

/** Everything the server does not have yet, as one file: the last resort when a device never gets through. */
export async function unsentWork(db: Database, account_id: string): Promise<{ readonly count: number; readonly json: string }> {
  const outbox = (await db.getAll('outbox')).filter(
    (entry) => entry.account_id === account_id && entry.state !== 'delivered',
  );
  const drafts = (await db.getAll('drafts')).filter((draft) => draft.account_id === account_id);
  const content = { kind: 'pamong.unsent_work', version: 1, exported_at: deviceTime(), outbox, drafts };
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
