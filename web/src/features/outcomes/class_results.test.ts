import { describe, expect, it } from 'vitest';

import type { ClassResult } from '../../api/outcomes';
import { problem } from '../../base/problem';
import { cellProblems } from '../../base/cell_problems';
import { exampleTable, masteryPercent, ordered, periodsOf, subjectsOf } from './class_results';

const result = (class_name: string, period: string, measured_on: string, more: Partial<ClassResult> = {}): ClassResult => ({
  id: `${class_name} ${period}`, teacher_id: 't', school_id: 's', class_name, subject: 'IPA', instrument: 'Sumatif', period, measured_on,
  pupils: 30, mean: '70', sd: null, full_marks: '100', criterion: '70', mastered: 20, ...more,
});

describe('class results', () => {
  it('names the cells of what is wrong, the whole table first', () => {
    const why = { ...problem('outcomes.rows_wrong'), parts: [{ ...problem('outcomes.number', { text: 'x' }), at: 'Hasil!H2' }, problem('sheets.column_missing')] };
    expect(cellProblems(why).map((one) => [one.cell, one.problem.code])).toEqual([['', 'sheets.column_missing'], ['H2', 'outcomes.number']]);
  });

  it('orders periods by day, not by name', () => {
    const all = [result('VIII-A', '2025/2026 genap', '2026-06-01'), result('VIII-A', '2025/2026 ganjil', '2025-12-01'), result('VIII-B', '2024/2025 genap', '2025-06-01', { subject: 'IPS' })];
    expect(periodsOf(all, 'IPA')).toEqual(['2025/2026 ganjil', '2025/2026 genap']);
    expect(subjectsOf(all)).toEqual(['IPA', 'IPS']);
    expect(ordered(all).map((one) => one.period)).toEqual(['2025/2026 genap', '2025/2026 ganjil', '2024/2025 genap']);
  });

  it('counts mastery only where it was counted: 20 of 30 are 67 percent', () => {
    expect(masteryPercent(result('A', 'p', 'd'))).toBe(67);
    expect(masteryPercent(result('A', 'p', 'd', { mastered: null }))).toBeNull();
  });

  it('shows an example with as many cells as headings', () => {
    expect(exampleTable('id').split('\n').map((line) => line.split(';').length)).toEqual([12, 12, 12]);
  });
});
