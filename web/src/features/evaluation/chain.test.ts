import { describe, expect, it } from 'vitest';

import type { EvidenceNode } from '../../api/evaluation';
import { stepsOf } from './chain';

function node(id: string, parents: readonly (readonly [string, string])[] = [], kind = 'answer'): EvidenceNode {
  return { id, revision: 1, kind, label: id, hash: 'h', made_at: '2025-01-01T00:00:00Z', stale: false, parents: parents.map(([to, why]) => ({ id: to, revision: 1, why })) };
}

describe('stepsOf', () => {
  it('lists records apart from the steps between, nearest first and each once', () => {
    const chain = {
      id: 'claim',
      items: [node('a'), node('b'), node('claim', [['result', 'derived_from'], ['a', 'supports']]), node('result', [['a', 'derived_from'], ['b', 'derived_from']], 'result')],
    };
    const { records, between } = stepsOf(chain, 'claim');
    expect(records.map((step) => [step.node.id, step.why])).toEqual([['a', 'supports'], ['b', 'derived_from']]);
    expect(between.map((step) => step.node.id)).toEqual(['result']);
  });

  it('ends in a circle and shows nothing for an unknown statement', () => {
    const chain = { id: 'claim', items: [node('claim', [['a', 'supports']]), node('a', [['claim', 'supports']])] };
    expect(stepsOf(chain, 'claim').between).toHaveLength(1);
    expect(stepsOf(chain, 'nobody').records).toHaveLength(0);
  });
});
