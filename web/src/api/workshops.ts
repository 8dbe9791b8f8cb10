import { type Infer, boolean, list, nullable, number, object, oneOf, string } from '../base/shape';

export const productKinds = ['self_development_plan', 'school_programme_plan', 'engagement_strategy'] as const;
export type ProductKind = (typeof productKinds)[number];
export const reachedOptions = ['yes', 'partly', 'no'] as const;
export type Reached = (typeof reachedOptions)[number];

const state = oneOf('planned', 'open', 'closed');
const agendaPart = object({ position: number, title: string, mode: string, objective: string, product: string });
const member = object({
  id: string,
  person_id: nullable(string),
  name: string,
  role: oneOf('participant', 'practice_mentor'),
  school: string,
  level: string,
  code: string,
  attended: boolean,
});
const position = object({ member: string, indicator: string, level: number, evidence: string });
const product = object({ member: string, kind: oneOf(...productKinds), id: string, note: string });
const aim = object({ position: number, aim: string, reached: nullable(oneOf(...reachedOptions)), note: string });

export const workshopShape = object({
  id: string,
  title: string,
  held_on: string,
  place: string,
  state,
  agreement: string,
  revision: number,
  agenda: list(agendaPart),
  members: list(member),
  positions: list(position),
  products: list(product),
  aims: list(aim),
  products_expected: number,
  ratio_exceeded: boolean,
  makes_plans: boolean,
});
export type Workshop = Infer<typeof workshopShape>;
export type Member = Workshop['members'][number];
export type Position = Workshop['positions'][number];
export type Product = Workshop['products'][number];
export type Aim = Workshop['aims'][number];

const line = object({ id: string, title: string, held_on: string, place: string, state, members: number, attended: number });
export type WorkshopLine = Infer<typeof line>;
export const workshopsShape = object({ items: list(line) });

export function workshopPath(id: string): string {
  return `/api/v1/workshops/${encodeURIComponent(id)}`;
}
