import { describe, expect, it } from 'vitest';

import type { Analysis } from '../../api/analysis';
import { askedBefore, told } from './sentences';

const analysis = (method: string, result: unknown): Analysis => ({
  id: 'a', revision: 1, method, method_version: '1', title: 'IPA', settings: { id: 'a', subject: 'IPA', before: 'ganjil', after: 'genap' }, snapshot: [{ label: 'VIII-A', first: 60, second: 65 }], result, made_at: '2026-01-01T00:00:00Z', guards: [], picture: '', picture_phone: '',
});
const keys = (method: string, result: unknown) => told(analysis(method, result))?.sentences.map((one) => one.key.replace('analysis_pages.', ''));

// Intervals are the server's; here only which words they lead to.
describe('figures in words', () => {
  it('says a rise with its interval and effect', () => {
    const result = { n: 24, mean_before: 64.8, mean_after: 67.9, difference: { value: 3.1, low: 1.8, high: 4.5 }, effect: { value: 1, low: 0.5, high: 1.5 }, p: 0.0001, problem: null };
    expect(keys('paired_t', result)).toEqual(['means', 'up', 'difference_interval', 'effect', 'effect_interval']);
  });

  it('says "unsure" when the interval holds zero, and a fall without a minus sign', () => {
    const result = { n: 6, mean_before: 70, mean_after: 68, difference: { value: -2, low: -6, high: 2 }, effect: null, p: 0.3, problem: null };
    expect(keys('paired_t', result)).toEqual(['means', 'down', 'difference_interval', 'unsure']);
    expect(told(analysis('paired_t', result))?.sentences[1]?.values).toEqual({ difference: 2 });
  });

  it('shows means and the reason, and no interval, with too few data', () => {
    const result = { n: 3, mean_before: 70, mean_after: 71, difference: { value: 1, low: null, high: null }, effect: null, p: null, problem: 'stats.too_few' };
    expect(keys('paired_t', result)).toEqual(['means', 'up']);
    expect(told(analysis('paired_t', result))?.problem).toBe('stats.too_few');
  });

  it('finds the result of the same question, whatever other settings stand around', () => {
    const all = [{ ...analysis('correlation', {}), id: 'b', settings: {} }, analysis('paired_t', {})];
    expect(askedBefore(all, 'IPA', 'ganjil', 'genap')?.id).toBe('a');
    expect(askedBefore(all, 'IPA', 'genap', 'ganjil')).toBeNull();
  });

  it('reads associations, and nothing from a form it does not know', () => {
    const figure = { value: 0.08, low: -0.5, high: 0.6 };
    expect(keys('correlation', { n: 12, pearson: figure, spearman: figure, p: 0.8, problem: null })).toEqual(['units', 'pearson', 'pearson_interval', 'unsure', 'spearman', 'spearman_interval']);
    expect(told(analysis('paired_t', { n: 'many' }))).toBeNull();
  });
});
