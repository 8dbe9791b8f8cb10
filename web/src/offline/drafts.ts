import type { Database, Draft, OutboxEntry } from './database';
import type { NewEntry } from './outbox';

/** Forms that are being filled. A draft and its outbox entry never exist together: finishing swaps them in one step. */
export async function saveDraft(db: Database, draft: Draft): Promise<void> {
  await db.put('drafts', draft);
}

export async function draftOf(db: Database, id: string): Promise<Draft | null> {
  return (await db.get('drafts', id)) ?? null;
}

export async function draftsOf(db: Database, account_id: string): Promise<readonly Draft[]> {
  const all = await db.getAll('drafts');
  return all.filter((draft) => draft.account_id === account_id).sort((a, b) => b.saved_at - a.saved_at);
}

/** The unfinished form about a thing (a session), so that coming back continues instead of starting anew. */
export async function draftAbout(db: Database, account_id: string, about: string, instrument_id: string): Promise<Draft | null> {
  const found = await db.getAllFromIndex('drafts', 'about', about);
  return found.find((draft) => draft.account_id === account_id && draft.instrument_id === instrument_id) ?? null;
}

export async function deleteDraft(db: Database, id: string): Promise<void> {
  const change = db.transaction(['drafts', 'files'], 'readwrite');
  for (const file of await change.objectStore('files').index('about_id').getAllKeys(id)) await change.objectStore('files').delete(file);
  await change.objectStore('drafts').delete(id);
  await change.done;
}

/**
 * The draft becomes work for the server, and so does each file attached to it, in the same lane and after it: all writes
 * or none, whatever happens to the tab.
 */
export async function finishDraft(db: Database, id: string, entry: NewEntry, now = Date.now()): Promise<void> {
  const change = db.transaction(['drafts', 'outbox', 'files'], 'readwrite');
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
  await change.objectStore('outbox').put(full);
  const files = await change.objectStore('files').index('about_id').getAll(id);
  for (const [index, file] of files.sort((a, b) => a.added_at - b.added_at).entries())
    await change.objectStore('outbox').put({
      ...full,
      id: file.id,
      file_id: file.id,
      path: `/api/v1/uploads/${file.id}`,
      body: null,
      title_key: 'attachments.outbox',
      values: { name: file.name },
      about: null,
      created_at: now + 1 + index,
    });
  await change.objectStore('drafts').delete(id);
  await change.done;
}
