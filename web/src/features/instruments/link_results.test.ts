import { describe, expect, it } from 'vitest';

import { sharesOf } from './link_results';

const labels = { paths: ['/data/a', '/data/b'], question: (path: string) => `Q ${path}`, answer: (_: string, value: string) => `A ${value}` };

describe('the table of a link', () => {
  it('lists the choices of each question, the best first, in percent of those counted', () => {
    const shares = sharesOf({ counted: 10, received: 12, counts: [{ path: '/data/a', value: '2', count: 3 }, { path: '/data/a', value: '4', count: 7 }] }, labels);
    expect(shares).toEqual([{ path: '/data/a', label: 'Q /data/a', choices: [
      { value: '4', label: 'A 4', count: 7, percent: 70 }, { value: '2', label: 'A 2', count: 3, percent: 30 },
    ] }]);
  });
});
