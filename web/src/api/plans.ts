import { type Infer, list, nullable, number, object, oneOf, string } from '../base/shape';

export const needSources = ['test_gap', 'observation', 'appraisal', 'position_map', 'agreed_action', 'own_wish'] as const;
export const itemStates = ['open', 'running', 'done'] as const;
export const planKinds = ['self_development', 'school_programme'] as const;
export type PlanKind = (typeof planKinds)[number];

const item = object({
  id: string,
  source: oneOf(...needSources),
  target: string,
  need: string,
  activity: string,
  measure: string,
  due: string,
  state: oneOf(...itemStates),
  evidence: string,
});
export type PlanItem = Infer<typeof item>;

export const planShape = object({
  id: string,
  revision: number,
  kind: oneOf(...planKinds),
  person_id: string,
  school_id: string,
  title: string,
  starts_on: string,
  ends_on: string,
  state: oneOf('draft', 'proposed', 'approved', 'returned', 'done'),
  reason: string,
  items: list(item),
});
export type Plan = Infer<typeof planShape>;
export type PlanState = Plan['state'];
export const plansShape = object({ items: list(planShape) });

/** What is sent; `base_revision` is the revision it was made from, 0 for a new plan. */
export interface PlanDraft {
  readonly base_revision: number;
  readonly kind: PlanKind;
  readonly school_id: string;
  readonly title: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly items: readonly PlanItem[];
}

/** The little of a person that a plan needs: whose it is and at which school. */
export const planOwnerShape = object({ name: string, school_id: nullable(string), school_name: string });

export function planPath(id: string): string {
  return `/api/v1/plans/${encodeURIComponent(id)}`;
}
