import { describe, expect, it } from 'vitest';

import { newId } from './ids';

describe('newId', () => {
  it('is a UUIDv7: version 7, variant 10, the time in its first 48 bits', () => {
    const id = newId(0x017f22e279b0); // the moment of the example in RFC 9562, appendix A.6
    expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sorts by time and never repeats', () => {
    const ids = Array.from({ length: 2000 }, (_, index) => newId(1_700_000_000_000 + index));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
