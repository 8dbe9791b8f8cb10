import { expect, it } from 'vitest';

import { nextStep, usualMinutes } from './cycle';

it('begins with the agreement and goes on step by step', () => {
  expect(nextStep([])).toEqual({ cycle: 1, kind: 'agree' });
  expect(nextStep([{ cycle: 1, kind: 'agree', state: 'held' }])).toEqual({ cycle: 1, kind: 'pre' });
});

it('asks again for a step that was cancelled', () => {
  expect(nextStep([{ cycle: 1, kind: 'observation', state: 'cancelled' }])).toEqual({ cycle: 1, kind: 'agree' });
});

it('opens a new cycle after the closing talk', () => {
  expect(nextStep([{ cycle: 2, kind: 'close', state: 'held' }])).toEqual({ cycle: 3, kind: 'pre' });
});

it('knows how long a step usually takes', () => {
  expect(usualMinutes('observation')).toBe(80); // two lessons of 40 minutes
});
