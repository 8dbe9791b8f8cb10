import type { Plan, PlanDraft, PlanItem, PlanKind, PlanState } from '../../api/plans';

/** A day `days` later; days are calendar days without a time zone. */
export function daysLater(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** One year from today, as far as the server lets a plan reach. */
export function emptyDraft(kind: PlanKind, school_id: string, title: string, today: string): PlanDraft {
  return { base_revision: 0, kind, school_id, title, starts_on: today, ends_on: daysLater(today, 364), items: [] };
}

export function emptyItem(id: string, draft: PlanDraft): PlanItem {
  return { id, source: 'own_wish', target: '', need: '', activity: '', measure: '', due: draft.ends_on, state: 'open', evidence: '' };
}

export function draftOf(plan: Plan): PlanDraft {
  const { revision, kind, school_id, title, starts_on, ends_on, items } = plan;
  return { base_revision: revision, kind, school_id, title, starts_on, ends_on, items };
}

/** Where a change of the text counts; the revision it stands on does not. */
export function sameContent(a: PlanDraft, b: PlanDraft): boolean {
  const content = (one: PlanDraft) => JSON.stringify([one.title, one.starts_on, one.ends_on, one.items.map((item) => Object.entries(item).sort())]);
  return content(a) === content(b);
}

export interface Compared {
  readonly id: string;
  readonly mine: PlanItem | null;
  readonly theirs: PlanItem | null;
  readonly same: boolean;
}

/** Both versions of a plan item by item: mine first, then what only the other version has. */
export function compared(mine: readonly PlanItem[], theirs: readonly PlanItem[]): readonly Compared[] {
  const sorted = (item: PlanItem | null) => JSON.stringify(item === null ? null : Object.entries(item).sort());
  const ids = [...new Set([...mine, ...theirs].map((item) => item.id))];
  return ids.map((id) => {
    const left = mine.find((item) => item.id === id) ?? null;
    const right = theirs.find((item) => item.id === id) ?? null;
    return { id, mine: left, theirs: right, same: sorted(left) === sorted(right) };
  });
}

export interface Who {
  readonly owner: boolean;
  readonly may_approve: boolean;
}

/** Steps a person can take now; the server decides again. */
export function stepsFor(state: PlanState, who: Who): readonly PlanState[] {
  if (who.owner && (state === 'draft' || state === 'returned')) return ['proposed'];
  if (who.owner && state === 'approved') return ['done'];
  if (!who.owner && who.may_approve && state === 'proposed') return ['approved', 'returned'];
  return [];
}

export function mayEdit(state: PlanState, who: Who): boolean {
  return who.owner && state !== 'proposed' && state !== 'done';
}

export function itemsDone(items: readonly PlanItem[]): number {
  return items.filter((item) => item.state === 'done').length;
}
