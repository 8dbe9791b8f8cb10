import { describe, expect, it } from 'vitest';

import type { Appraisal, AppraisalLine } from '../../api/performance';
import { eventsFor, groupOf, mayRate, stateOf } from './appraisal';

const line = (more: Partial<AppraisalLine>): AppraisalLine => ({
  person_id: 'p', person_name: 'Rina', school_id: 's', school_name: 'SMP', id: 'a', indicator: 'UBK', state: 'draft', next_step: 'observation',
  is_rated: false, is_answered: false, is_own: false, may_appraise: true, version: 1, predicate: null, ...more,
});
const appraisal = (more: Partial<Appraisal>): Appraisal =>
  ({ state: 'draft', next_step: 'observation', predicate: null, objection_answer: '', may_appraise: true, is_own: false, ...more }) as Appraisal;

describe('the strict order of the practice', () => {
  it('opens one step at a time', () => {
    const now = appraisal({ next_step: 'follow_up_talk' });
    expect([stateOf('observation', now), stateOf('follow_up_talk', now), stateOf('reflection', now)]).toEqual(['done', 'now', 'later']);
    expect(stateOf('reflection', appraisal({ next_step: null }))).toBe('done');
  });
  it('rates after the follow-up talk and before sharing', () => {
    expect(mayRate(appraisal({ next_step: 'follow_up_talk' }))).toBe(false);
    expect(mayRate(appraisal({ next_step: 'follow_up_effort' }))).toBe(true);
    expect(mayRate(appraisal({ next_step: null, state: 'shared' }))).toBe(false);
    expect(mayRate(appraisal({ next_step: null, may_appraise: false }))).toBe(false);
  });
});

describe('what somebody can do next', () => {
  it('follows state and role', () => {
    expect(eventsFor(appraisal({ predicate: 'Baik' }))).toEqual(['share']);
    expect(eventsFor(appraisal({}))).toEqual([]);
    expect(eventsFor(appraisal({ state: 'shared', is_own: true, may_appraise: false }))).toEqual(['agree', 'object']);
    expect(eventsFor(appraisal({ state: 'objected' }))).toEqual(['accept_objection', 'keep_ratings']);
    expect(eventsFor(appraisal({ state: 'objected', objection_answer: 'tetap' }))).toEqual(['freeze']);
    expect(eventsFor(appraisal({ state: 'frozen' }))).toEqual(['correct']);
  });
});

describe('the list of a year', () => {
  it('puts what waits for the reader first', () => {
    expect(groupOf(line({ state: null, id: null }))).toBe('missing');
    expect(groupOf(line({}))).toBe('practice');
    expect(groupOf(line({ next_step: 'follow_up_effort' }))).toBe('rate');
    expect(groupOf(line({ state: 'objected' }))).toBe('object');
    expect(groupOf(line({ state: 'objected', is_answered: true }))).toBe('freeze');
    expect(groupOf(line({ state: 'shared' }))).toBe('waiting');
    expect(groupOf(line({ state: 'shared', is_own: true }))).toBe('answer');
  });
});
