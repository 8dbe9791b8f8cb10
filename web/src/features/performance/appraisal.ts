import { type Appraisal, type AppraisalEvent, type AppraisalLine, type PracticeStep, practiceSteps } from '../../api/performance';

/** The eight classroom indicators of the observation of 2025, by their codes. */
export const indicators = ['KSK', 'DIS', 'UBK', 'PDK', 'EKS', 'AKT', 'ADP', 'INS'] as const;

/** The three strict phases and their steps. */
export const phases: readonly { readonly id: 'prepare' | 'observe' | 'follow_up'; readonly steps: readonly PracticeStep[] }[] = [
  { id: 'prepare', steps: ['preparation_talk'] },
  { id: 'observe', steps: ['observation'] },
  { id: 'follow_up', steps: ['follow_up_talk', 'follow_up_effort', 'reflection'] },
];

export type StepState = 'done' | 'now' | 'later';
export function stateOf(step: PracticeStep, appraisal: Pick<Appraisal, 'next_step'>): StepState {
  if (appraisal.next_step === null) return 'done';
  const due = practiceSteps.indexOf(appraisal.next_step);
  const at = practiceSteps.indexOf(step);
  return at < due ? 'done' : at === due ? 'now' : 'later';
}

/** Ratings are chosen once the follow-up talk is over, until the record is shared. */
export function mayRate(appraisal: Appraisal): boolean {
  return appraisal.may_appraise && appraisal.state === 'draft' && stateOf('follow_up_talk', appraisal) === 'done';
}

/** What this reader can do next with the record. */
export function eventsFor(appraisal: Appraisal): readonly AppraisalEvent[] {
  const { state, may_appraise, is_own } = appraisal;
  if (is_own) return state === 'shared' ? ['agree', 'object'] : [];
  if (!may_appraise) return [];
  if (state === 'draft') return appraisal.predicate === null ? [] : ['share'];
  if (state === 'objected') return appraisal.objection_answer === '' ? ['accept_objection', 'keep_ratings'] : ['freeze'];
  if (state === 'agreed') return ['freeze'];
  return state === 'frozen' ? ['correct'] : [];
}
export const needsText: readonly AppraisalEvent[] = ['object', 'accept_objection', 'keep_ratings', 'correct'];

export type Group = 'answer' | 'object' | 'freeze' | 'rate' | 'practice' | 'missing' | 'waiting' | 'done';
export const groups: readonly Group[] = ['answer', 'object', 'freeze', 'rate', 'practice', 'missing', 'waiting', 'done'];

/** Where a teacher stands in the list of a year: what waits for the reader comes first. */
export function groupOf(line: AppraisalLine): Group {
  if (line.state === null) return 'missing';
  if (line.is_own) return line.state === 'shared' ? 'answer' : line.state === 'frozen' ? 'done' : 'waiting';
  if (line.state === 'objected') return line.is_answered ? 'freeze' : 'object';
  if (line.state === 'agreed') return 'freeze';
  if (line.state === 'shared') return 'waiting';
  if (line.state === 'frozen') return 'done';
  if (line.is_rated || line.next_step === null || line.next_step === 'follow_up_effort' || line.next_step === 'reflection') return 'rate';
  return 'practice';
}
