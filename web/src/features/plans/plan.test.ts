import { describe, expect, it } from 'vitest';

import type { Plan, PlanItem } from '../../api/plans';
import { compared, daysLater, draftOf, emptyDraft, emptyItem, itemsDone, mayEdit, sameContent, stepsFor } from './plan';

const item = (id: string, activity: string): PlanItem => ({ id, source: 'own_wish', target: '1.2', need: '', activity, measure: '', due: '2025-12-01', state: 'open', evidence: '' });
const plan: Plan = {
  id: 'p', revision: 3, kind: 'self_development', person_id: 'me', school_id: 's', title: 'Rencana', starts_on: '2025-07-01', ends_on: '2026-06-30',
  state: 'draft', reason: '', items: [item('1', 'Belajar bersama')],
};

describe('a plan', () => {
  it('begins today and covers a year, within the 366 days the server allows', () => {
    expect(daysLater('2024-02-28', 1)).toBe('2024-02-29');
    const draft = emptyDraft('self_development', 's', 'Rencana', '2025-07-01');
    expect([draft.ends_on, draft.base_revision]).toEqual(['2026-06-30', 0]);
    expect(emptyItem('x', draft).due).toBe('2026-06-30');
  });

  it('knows an unchanged draft whatever the order of its fields', () => {
    const draft = draftOf(plan);
    expect(draft.base_revision).toBe(3);
    const [first] = draft.items;
    const turned = Object.fromEntries(Object.entries(first ?? {}).reverse()) as unknown as PlanItem;
    expect(sameContent(draft, { ...draft, base_revision: 9, items: [turned] })).toBe(true);
    expect(sameContent(draft, { ...draft, title: 'Lain' })).toBe(false);
  });

  it('shows both versions of a conflict item by item', () => {
    const rows = compared([item('1', 'a'), item('2', 'b')], [item('1', 'a'), item('2', 'c'), item('3', 'd')]);
    expect(rows.map((row) => [row.id, row.mine?.activity ?? null, row.theirs?.activity ?? null, row.same])).toEqual([
      ['1', 'a', 'a', true],
      ['2', 'b', 'c', false],
      ['3', null, 'd', false],
    ]);
  });

  it('offers the steps of the server: draft or returned > proposed > approved or returned > done', () => {
    const owner = { owner: true, may_approve: true };
    const principal = { owner: false, may_approve: true };
    expect(stepsFor('draft', owner)).toEqual(['proposed']);
    expect(stepsFor('returned', owner)).toEqual(['proposed']);
    expect(stepsFor('proposed', owner)).toEqual([]); // nobody approves an own plan
    expect(stepsFor('proposed', principal)).toEqual(['approved', 'returned']);
    expect(stepsFor('approved', owner)).toEqual(['done']);
    expect(stepsFor('draft', principal)).toEqual([]);
    expect(mayEdit('proposed', owner)).toBe(false);
    expect(mayEdit('approved', owner)).toBe(true);
    expect(mayEdit('draft', principal)).toBe(false);
    expect(itemsDone([item('1', 'a'), { ...item('2', 'b'), state: 'done' }])).toBe(1);
  });
});
