import { describe, expect, it } from 'vitest';

import type { Gap } from '../../api/competence';
import { barOf, lineOf, stepOf, tilesOf } from './gaps';

const gap = (mean: string | null, low: number | null = null, high: number | null = null): Gap => ({
  key: 'k', name: 'n', people: 6, mean, gap: null, low, high, below: null, hidden: mean === null,
});

describe('the map of provinces', () => {
  it('parts the classes at the minimum of 2015', () => {
    expect([49.9, 52, 54.99, 55, 62.58].map(stepOf)).toEqual([1, 2, 3, 4, 5]);
  });
  it('says "no data" where nothing was published, never zero', () => {
    const [without, jogja] = tilesOf(
      [
        { code: '11', short_name: 'Aceh', name: 'Aceh', column: 0, row: 0, overall: null, pedagogic: null },
        { code: '34', short_name: 'DIY', name: 'DI Yogyakarta', column: 6, row: 5, overall: '62.58', pedagogic: '56.91' },
      ],
      String,
      'tidak ada data',
    );
    expect(without).toMatchObject({ step: null, text: 'tidak ada data', row: 1, column: 1 });
    expect(jogja).toMatchObject({ step: 5, text: '62.58' });
  });
});

describe('the line of means', () => {
  it('holds every interval and the minimum', () => {
    expect(lineOf([gap('50', 40.2, 59.8), gap('61')], 55)).toEqual({ from: 40, to: 70 });
    expect(lineOf([gap(null)], 55)).toEqual({ from: 50, to: 60 });
  });
  it('places a mean and its interval, and nothing for a hidden group', () => {
    expect(barOf(gap('50', 45, 55), 40, 60)).toEqual({ at: 50, low: 25, high: 75 });
    expect(barOf(gap('50'), 40, 60)).toEqual({ at: 50, low: null, high: null });
    expect(barOf(gap(null), 40, 60)).toBeNull();
  });
});
