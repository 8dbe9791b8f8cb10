import { type Infer, boolean, list, nullable, number, object, oneOf, string } from '../base/shape';

export const practiceSteps = ['preparation_talk', 'observation', 'follow_up_talk', 'follow_up_effort', 'reflection'] as const;
export type PracticeStep = (typeof practiceSteps)[number];
export const expectations = ['above', 'as_expected', 'below'] as const;
export type Expectation = (typeof expectations)[number];
export type AppraisalState = 'draft' | 'shared' | 'agreed' | 'objected' | 'frozen';
export type AppraisalEvent = 'share' | 'agree' | 'object' | 'accept_objection' | 'keep_ratings' | 'freeze' | 'correct';

const step = oneOf(...practiceSteps);
const state = oneOf('draft', 'shared', 'agreed', 'objected', 'frozen');
const line = object({
  person_id: string,
  person_name: string,
  school_id: string,
  school_name: string,
  id: nullable(string),
  indicator: string,
  state: nullable(state),
  next_step: nullable(step),
  is_rated: boolean,
  is_answered: boolean,
  is_own: boolean,
  may_appraise: boolean,
  version: number,
  predicate: nullable(string),
});
export type AppraisalLine = Infer<typeof line>;
export const appraisalYearShape = object({ year: number, years: list(number), items: list(line) });
export type AppraisalYear = Infer<typeof appraisalYearShape>;

const observation = object({ submission_id: string, indicator: string, points: number, points_of: number, observed_at: string });
export type ObservationChoice = Infer<typeof observation>;
const stepLine = object({ step, date: string, place: string, people: list(string), notes: string, agreed_action: string });
export type StepLine = Infer<typeof stepLine>;
const expectation = oneOf(...expectations);
const version = object({ version: number, state, predicate: nullable(string), frozen_at: nullable(string), frozen_name: string, content_hash: string, correction_reason: string });
export type AppraisalVersion = Infer<typeof version>;
export const appraisalShape = object({
  id: string,
  revision: number,
  person_id: string,
  school_id: string,
  year: number,
  indicator: string,
  version: number,
  state,
  next_step: nullable(step),
  steps: list(stepLine),
  work_result: nullable(expectation),
  behaviour: nullable(expectation),
  predicate: nullable(string),
  predicate_source: string,
  predicate_mark: string,
  objection: string,
  objection_answer: string,
  correction_reason: string,
  frozen_at: nullable(string),
  frozen_name: string,
  content_hash: string,
  person_name: string,
  school_name: string,
  credit: nullable(object({ level: string, percent: string, coefficient: string, credit: string, source: string })),
  observation: nullable(observation),
  observations: list(observation),
  versions: list(version),
  may_appraise: boolean,
  is_own: boolean,
  shows_notes: boolean,
  mentor_is_assessor: boolean,
});
export type Appraisal = Infer<typeof appraisalShape>;

export function appraisalPath(id: string): string {
  return `/api/v1/performance/appraisals/${encodeURIComponent(id)}`;
}
