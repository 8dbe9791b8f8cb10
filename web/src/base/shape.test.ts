import { describe, expect, it } from 'vitest';

import { homeShape } from '../api/home';
import { list, nullable, number, object, string } from './shape';

describe('shape', () => {
  const people = object({ items: list(object({ name: string, score: nullable(number) })) });

  it('reads what is asked for and leaves the rest', () => {
    expect(people.read({ items: [{ name: 'Sari', score: null, extra: 1 }], page: 2 }, '')).toEqual({
      items: [{ name: 'Sari', score: null }],
    });
  });

  it('says where something is wrong', () => {
    expect(() => people.read({ items: [{ name: 'Sari', score: 3 }, { name: 7 }] }, '')).toThrow('items[1].name: expected text');
  });

  it('takes a home card without the optional parts', () => {
    const card = { id: '1', kind: 'visit', tone: 'due', title_key: 'x.y' };
    const home = homeShape.read({ greeting_name: 'Sari', today: '2025-03-10', cards: [card] }, '');
    expect(home.cards[0]).toMatchObject({ values: {}, actions: [], href: null, count: null });
  });
});
