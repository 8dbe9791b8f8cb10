import { describe, expect, it } from 'vitest';

import type { Coding } from '../../api/qualitative';
import { codePoints, stretches, trimmed } from './segments';

function coding(start: number, end: number): Coding {
  return { id: `${start}-${end}`, source_id: 's', code_id: 'c', start, end, quote: '', memo: '' };
}

describe('codePoints', () => {
  it('counts a picture as one, as the server does', () => {
    // "Bu 🙂 ok": the emoji takes two UTF-16 units, so unit 5 is code point 4
    expect(codePoints('Bu 🙂 ok', 5)).toBe(4);
  });
});

describe('stretches', () => {
  it('cuts at every border and keeps the whole text', () => {
    const cut = stretches('satu 🙂 dua', [coding(0, 6), coding(5, 10)]);
    expect(cut.map((one) => one.text).join('')).toBe('satu 🙂 dua');
    expect(cut.map((one) => one.codings.length)).toEqual([1, 2, 1]);
  });

  it('has one stretch without codings', () => {
    expect(stretches('satu', [])).toHaveLength(1);
  });
});

describe('trimmed', () => {
  it('leaves spaces at the ends out, whichever way it was selected', () => {
    expect(trimmed('satu dua tiga', 9, 4)).toEqual({ start: 5, end: 8 });
    expect(trimmed('a   b', 1, 4)).toBeNull();
  });
});
