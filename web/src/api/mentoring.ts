import { type Infer, boolean, list, nullable, number, object, oneOf, string } from '../base/shape';

const visit = object({
  session_id: string,
  pair_id: string,
  mentee_id: string,
  mentee_name: string,
  school_name: string,
  kind: string,
  planned_at: string,
  status: string,
  indicator_code: nullable(string),
});
export type Visit = Infer<typeof visit>;
export const visitsShape = object({ items: list(visit) });

const person = object({ person_id: string, name: string, subject: string, school_name: string });
export type PersonShown = Infer<typeof person>;
const reasons = object({
  same_subject: boolean,
  same_level: boolean,
  same_school: boolean,
  same_district: boolean,
  gap: nullable(object({ competence: string, mentee: string, mentor: string })),
  km: nullable(number),
  load: number,
  capacity: number,
});
export type PairReasons = Infer<typeof reasons>;

const session = object({
  id: string,
  revision: number,
  pair_id: string,
  cycle: number,
  kind: string,
  planned_at: string,
  planned_minutes: number,
  remote: boolean,
  place: string,
  indicator_code: nullable(string),
  mentor_ok: boolean,
  mentee_ok: boolean,
  state: oneOf('planned', 'held', 'cancelled'),
  held_at: nullable(string),
  minutes: nullable(number),
});
export type Session = Infer<typeof session>;
const side = oneOf('mentor', 'mentee');
export type Side = Infer<typeof side>;
const ownSession = object({ session, own_side: side, partner_name: string, school_name: string, other_times: list(string) });
export type OwnSession = Infer<typeof ownSession>;
export const ownSessionsShape = object({ items: list(ownSession) });

const pair = object({
  id: string,
  revision: number,
  programme_id: string,
  state: oneOf('proposed', 'active', 'declined', 'ended'),
  own_side: nullable(side),
  mentor_answer: string,
  mentee_answer: string,
  mentor: person,
  mentee: person,
  reasons,
  starts_on: string,
  ends_on: string,
});
export type Pair = Infer<typeof pair>;
export const pairsShape = object({ items: list(pair) });

const action = object({
  id: string,
  revision: number,
  session_id: nullable(string),
  body: string,
  owner_id: string,
  due_on: string,
  state: oneOf('open', 'done', 'dropped'),
  done_on: nullable(string),
});
export type AgreedAction = Infer<typeof action>;
const level = oneOf('author', 'pair', 'coordinator', 'head');
export type NoteLevel = Infer<typeof level>;
const note = object({ id: string, revision: number, own: boolean, body: string, level, written_at: string });
export type Note = Infer<typeof note>;
const contact = object({ id: string, channel: string, on_day: string, minutes: number });
export const pairPageShape = object({
  pair,
  sessions: list(session),
  actions: list(action),
  notes: list(note),
  contacts: list(contact),
});
export type PairPage = Infer<typeof pairPageShape>;
export const timesShape = object({ items: list(string) });

const match = object({
  id: string,
  programme_id: string,
  step: number,
  state: oneOf('proposed', 'published', 'replaced'),
  dropped_rules: list(string),
  method: string,
  placed: number,
  unmatched: number,
  total_cost: number,
  gap: number,
  made_at: string,
});
export type Match = Infer<typeof match>;
export const matchShape = match;
export const matchesShape = object({ items: list(match) });
const matchPair = object({
  id: string,
  mentor: person,
  mentee: person,
  cost: number,
  reasons,
  next_mentor: nullable(string),
  next_at_least: nullable(number),
});
export type MatchPair = Infer<typeof matchPair>;
const unmatched = object({ mentee: person, why: string, blocking_rules: list(string) });
export const matchViewShape = object({ match, pairs: list(matchPair), unmatched: list(unmatched) });
export type MatchView = Infer<typeof matchViewShape>;
const price = object({ rule: string, cost: number, more_placed: number });
export type RulePrice = Infer<typeof price>;
export const pricesShape = object({ items: list(price) });
export const publishedShape = object({ pairs: number, skipped: number });

const share = object({ part: number, whole: number, percent: nullable(string) });
export type Share = Infer<typeof share>;
const concern = object({
  pair_id: string,
  concern: oneOf('not_met_yet', 'no_slot', 'silence', 'fidelity', 'not_answered'),
  mentor_name: string,
  mentee_name: string,
  school_name: string,
  value: nullable(string),
  bound: nullable(string),
});
export type Concern = Infer<typeof concern>;
const decree = object({ number: string, title: string, valid_until: nullable(string), expired: boolean });
export const monitoringShape = object({
  pairs: number,
  active: number,
  sessions_held: number,
  fidelity: share,
  punctuality: share,
  closed_actions: share,
  reciprocity: share,
  dosage: nullable(string),
  feedback_lag: nullable(string),
  spread: nullable(string),
  concern_count: number,
  concerns: list(concern),
  policies: list(decree),
  thresholds: list(object({ measure: string, bound: string, unit: string, mark: string })),
});
export type Monitoring = Infer<typeof monitoringShape>;

export const timetableShape = object({
  id: string,
  revision: number,
  days: number,
  periods: number,
  rows: list(string),
  first_minute: number,
  period_minutes: number,
});
export type Timetable = Infer<typeof timetableShape>;
export const feedShape = object({ path: string });
