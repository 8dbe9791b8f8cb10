import { describe, expect, it } from 'vitest';

import type { EvidenceNode } from '../../api/evaluation';
import { saysOf, stepsOf } from './chain';

function node(id: string, parents: readonly (readonly [string, string])[] = [], kind = 'answer'): EvidenceNode {
  return { id, revision: 1, kind, label: id, hash: 'h', made_at: '2025-01-01T00:00:00Z', stale: false, content: null, parents: parents.map(([to, why]) => ({ id: to, revision: 1, why })) };
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

describe('saysOf', () => {
  const said = (content: unknown) => saysOf({ ...node('a'), content });

  it('puts the figures of a record into words', () => {
    expect(said({ part: 126, whole: 144 })).toEqual({ key: 'evaluation.says_of', values: { part: 126, whole: 144 } });
    expect(said({ numbers: { found: 5, expected: 6 }, choices: { aspect: 'I1' } })).toEqual({ key: 'evaluation.says_of', values: { part: 5, whole: 6 } });
    expect(said({ indicator: 'DIS', points: 2, of: 6 })).toEqual({ key: 'evaluation.says_of', values: { part: 2, whole: 6 } });
    expect(said({ choices: { timely: '4', usable: '5' }, numbers: {} })).toEqual({ key: 'evaluation.says_answers', values: { answers: '4, 5' } });
    expect(said({ counted: 25, counts: [] })).toEqual({ key: 'evaluation.says_counted', values: { counted: 25 } });
    expect(said({ quote: 'Mencari jam yang sama.' })).toEqual({ key: 'evaluation.says_quote', values: { quote: 'Mencari jam yang sama.' } });
    expect(said({ supporting: 4, contradicting: 1 })).toEqual({ key: 'evaluation.says_theme', values: { supporting: 4, contradicting: 1 } });
  });

  it('says nothing of what is closed or has no figure', () => {
    expect(said(null)).toBeNull();
    expect(said({ hash: 'x' })).toBeNull();
    expect(said('text')).toBeNull();
  });
});
