import { type Member, type Position, type Product, type Workshop, workshopPath } from '../../api/workshops';
import type { OutboxEntry } from '../../offline/database';

export interface PastedMember {
  readonly name: string;
  readonly school: string;
  readonly level: string;
  readonly role: Member['role'];
  readonly code: string;
}

/** Lines "name; school; level" as copied from a list or a spreadsheet; codes follow the order: CGP-01, PP-01. */
export function membersFrom(pasted: string, role: Member['role']): readonly PastedMember[] {
  const prefix = role === 'participant' ? 'CGP' : 'PP';
  return pasted
    .split(/\r?\n/)
    .map((line) => line.split(/[;\t]/).map((cell) => cell.trim()))
    .filter((cells) => cells[0])
    .map(([name = '', school = '', level = ''], at) => ({
      name,
      school,
      level: level.toUpperCase(),
      role,
      code: `${prefix}-${String(at + 1).padStart(2, '0')}`,
    }));
}

/** `fresh` lies over `old`; the same `key` is the same thing. */
export function joined<T>(old: readonly T[], fresh: readonly T[], key: (one: T) => string): readonly T[] {
  const replaced = new Set(fresh.map(key));
  return [...old.filter((one) => !replaced.has(key(one))), ...fresh];
}

export const positionKey = (one: Position): string => `${one.member} ${one.indicator}`;
export const productKey = (one: Product): string => `${one.member} ${one.kind}`;

interface Waiting {
  readonly present?: readonly string[];
  readonly agreement?: string;
  readonly positions?: readonly Position[];
  readonly products?: readonly Product[];
  readonly aims?: Workshop['aims'];
}

/** One piece of this device's own work laid over what the server said. Bodies are made here, so their form is known. */
function after(workshop: Workshop, entry: Pick<OutboxEntry, 'path' | 'body'>): Workshop {
  const body = entry.body as Waiting | null;
  if (!body || !entry.path.startsWith(`${workshopPath(workshop.id)}/`)) return workshop;
  const { present, agreement, positions, products, aims } = body;
  return {
    ...workshop,
    ...(present ? { members: workshop.members.map((one) => ({ ...one, attended: present.includes(one.id) })) } : {}),
    ...(agreement === undefined ? {} : { agreement }),
    ...(positions ? { positions: joined(workshop.positions, positions, positionKey) } : {}),
    ...(products ? { products: joined(workshop.products, products, productKey) } : {}),
    ...(aims ? { aims } : {}),
  };
}

/** The workshop as this person made it: what is on its way counts already, in the order it was done. */
export function withWaiting(workshop: Workshop, entries: readonly Pick<OutboxEntry, 'path' | 'body' | 'state'>[]): Workshop {
  return entries
    .filter((entry) => entry.state === 'waiting' || entry.state === 'sending')
    .reduce(after, workshop);
}

export function participants(workshop: Workshop): readonly Member[] {
  return workshop.members.filter((one) => one.role === 'participant');
}

export function mentors(workshop: Workshop): readonly Member[] {
  return workshop.members.filter((one) => one.role === 'practice_mentor');
}

export function came(members: readonly Member[]): number {
  return members.filter((one) => one.attended).length;
}

/** What still stands before closing; the server checks the same. */
export function missingToClose(workshop: Workshop): readonly ('attendance' | 'aims')[] {
  return [
    ...(came(participants(workshop)) === 0 ? ['attendance' as const] : []),
    ...(workshop.aims.some((one) => one.reached === null) ? ['aims' as const] : []),
  ];
}
