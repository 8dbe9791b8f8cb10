import { beforeEach, describe, expect, it } from 'vitest';

import { type Database, type Draft, openDatabase } from './database';
import { draftAbout, draftOf, draftsOf, finishDraft, saveDraft } from './drafts';
import { unsentWork } from './export';
import { outboxOf } from './outbox';

let db: Database;
let names = 0;

beforeEach(async () => {
  names += 1;
  db = await openDatabase(`drafts-${names}`);
});

function draft(id: string, more: Partial<Draft> = {}): Draft {
  return {
    id,
    account_id: 'rina',
    instrument_id: 'classroom_observation_2025',
    version: '2025.1',
    xml: '<data/>',
    title_key: 'observation.title',
    values: { name: 'Sari' },
    about: 'session-1',
    subject_person_id: 'sari',
    started_at: 1,
    saved_at: 1,
    ...more,
  };
}

function entry(id: string) {
  return { id, account_id: 'rina', method: 'PUT', path: `/api/v1/submissions/${id}`, body: { xml: '<data/>' }, title_key: 'observation.title', values: {} } as const;
}

describe('drafts', () => {
  it('are found again by what they are about, by the same person only', async () => {
    await saveDraft(db, draft('a'));
    await saveDraft(db, draft('a', { xml: '<data>2</data>', saved_at: 2 }));
    expect((await draftAbout(db, 'rina', 'session-1', 'classroom_observation_2025'))?.xml).toBe('<data>2</data>');
    expect(await draftAbout(db, 'budi', 'session-1', 'classroom_observation_2025')).toBeNull();
    expect(await draftAbout(db, 'rina', 'session-1', 'pupil_voice')).toBeNull();
  });

  it('are still there after the tab was closed', async () => {
    await saveDraft(db, draft('a'));
    db.close();
    db = await openDatabase(`drafts-${names}`);
    expect(await draftOf(db, 'a')).toEqual(draft('a'));
  });

  it('become outbox entries in one step', async () => {
    await saveDraft(db, draft('a'));
    await finishDraft(db, 'a', entry('a'));
    expect(await draftsOf(db, 'rina')).toEqual([]);
    expect(await outboxOf(db, 'rina')).toMatchObject([{ id: 'a', state: 'waiting' }]);
  });

  it('stay drafts when the step fails half way', async () => {
    await saveDraft(db, draft('a'));
    const unstorable = { ...entry('a'), body: () => 'a function cannot be stored' };
    await expect(finishDraft(db, 'a', unstorable)).rejects.toThrow();
    expect(await draftOf(db, 'a')).not.toBeNull();
    expect(await outboxOf(db, 'rina')).toEqual([]);
  });

  it('can be exported together with what waits, and without the work of others', async () => {
    await saveDraft(db, draft('a'));
    await saveDraft(db, draft('b', { account_id: 'budi' }));
    await finishDraft(db, 'c', entry('c'));
    const { count, json } = await unsentWork(db, 'rina');
    expect(count).toBe(2);
    const content: { drafts: Draft[]; outbox: { id: string }[] } = JSON.parse(json);
    expect(content.drafts.map((one) => one.id)).toEqual(['a']);
    expect(content.outbox.map((one) => one.id)).toEqual(['c']);
  });
});
