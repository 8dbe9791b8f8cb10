import type { Database, Draft } from './database';
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
  await db.delete('drafts', id);
}

/** The draft becomes work for the server: both writes or neither, whatever happens to the tab. */
export async function finishDraft(db: Database, id: string, entry: NewEntry, now = Date.now()): Promise<void> {
  const change = db.transaction(['drafts', 'outbox'], 'readwrite');
  await change.objectStore('outbox').put({
    lane: entry.path,
    about: null,
    not_before: 0,
    ...entry,
    created_at: now,
    state: 'waiting',
    attempts: 0,
    problem: null,
    delivered_at: null,
  });
  await change.objectStore('drafts').delete(id);
  await change.done;
}
