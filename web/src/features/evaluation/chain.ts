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

interface Says {
  readonly key: 'evaluation.says_of' | 'evaluation.says_answers' | 'evaluation.says_counted' | 'evaluation.says_quote' | 'evaluation.says_theme';
  readonly values: Readonly<Record<string, string | number>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function share(part: unknown, whole: unknown): Says | null {
  return typeof part === 'number' && typeof whole === 'number' ? { key: 'evaluation.says_of', values: { part, whole } } : null;
}

/** What a record says, in short; null when it is closed to this reader or has no figure of its own. */
export function saysOf(node: EvidenceNode): Says | null {
  const { content } = node;
  if (!isRecord(content)) return null;
  const numbers = isRecord(content.numbers) ? content.numbers : {};
  const found = share(content.part, content.whole) ?? share(content.points, content.of ?? content.maximum) ?? share(numbers.found, numbers.expected);
  if (found) return found;
  if (typeof content.quote === 'string') return { key: 'evaluation.says_quote', values: { quote: content.quote } };
  if (typeof content.counted === 'number') return { key: 'evaluation.says_counted', values: { counted: content.counted } };
  if (typeof content.supporting === 'number' && typeof content.contradicting === 'number')
    return { key: 'evaluation.says_theme', values: { supporting: content.supporting, contradicting: content.contradicting } };
  const answers = Object.values(isRecord(content.choices) ? content.choices : {}).filter((one) => typeof one === 'string');
  return answers.length > 0 ? { key: 'evaluation.says_answers', values: { answers: answers.join(', ') } } : null;
}

/** Where the record itself is: a filled form has a page of its own. */
export function pageOf(node: EvidenceNode): string | null {
  return node.kind === 'answer' && isRecord(node.content) && typeof node.content.instrument === 'string' ? `/forms/sent/${node.id}` : null;
}
