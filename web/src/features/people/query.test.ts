import { describe, expect, it } from 'vitest';

import { groupedNip, peoplePath } from './query';

describe('the address of a search', () => {
  it('holds what was asked and nothing else', () => {
    expect(peoplePath({ search: '', school: '', subject: '' })).toBe('/api/v1/people');
    expect(peoplePath({ search: ' sutrino ', school: 's1', subject: 'IPA' }, '50')).toBe('/api/v1/people?q=sutrino&school=s1&subject=IPA&page=50');
  });
});

describe('an employee number', () => {
  it('is grouped as on paper', () => {
    expect(groupedNip('198503122010011007')).toBe('19850312 201001 1 007');
    expect(groupedNip('12')).toBe('12');
  });
});
