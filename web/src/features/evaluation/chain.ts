import type { Chain, EvidenceNode } from '../../api/evaluation';

export interface ChainStep {
  readonly node: EvidenceNode;
  /** Why the step before it rests on it. */
  readonly why: string;
  /** A newer revision of the same fact is known to this chain. */
  readonly superseded: boolean;
}

/** The chain below a statement, nearest first: the records at its ends, and the steps in between. */
export function stepsOf(chain: Chain, statement: string): { readonly records: readonly ChainStep[]; readonly between: readonly ChainStep[] } {
  const key = (one: { readonly id: string; readonly revision: number }) => `${one.id}@${one.revision}`;
  const nodes = new Map(chain.items.map((node) => [key(node), node]));
  const start = chain.items.find((node) => node.id === statement);
  const records: ChainStep[] = [];
  const between: ChainStep[] = [];
  if (!start) return { records, between };
  const newest = new Map<string, number>();
  for (const node of chain.items) newest.set(node.id, Math.max(newest.get(node.id) ?? 0, node.revision));
  const seen = new Set([key(start)]);
  const waiting = [start];
  for (let node = waiting.shift(); node; node = waiting.shift())
    for (const parent of node.parents) {
      const next = nodes.get(key(parent));
      if (!next || seen.has(key(parent))) continue;
      seen.add(key(parent));
      waiting.push(next);
      const step = { node: next, why: parent.why, superseded: (newest.get(next.id) ?? 0) > next.revision };
      (next.parents.length === 0 ? records : between).push(step);
    }
  return { records, between };
}
