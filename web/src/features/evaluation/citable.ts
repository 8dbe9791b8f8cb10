import { get } from '../../api/client';
import { type Aspect, type CitableItem, citableListShape, roles } from '../../api/evaluation';
import type { Result } from '../../base/problem';

export function findEvidence(role: (typeof roles)[number], words: string): Promise<Result<{ readonly items: readonly CitableItem[] }>> {
  return get(`/api/v1/evaluation-evidence?role=${role}&q=${encodeURIComponent(words)}`, citableListShape);
}

/** A number that a sentence or a measure can cite. */
export interface CitableNumber {
  readonly item_id: string;
  readonly path: string;
  readonly value: string;
  readonly label: string;
}

/** The numbers inside what is linked to an aspect. */
export async function numbersOf(aspect: Aspect): Promise<readonly CitableNumber[]> {
  const found: CitableNumber[] = [];
  const groups = new Set(aspect.links.map((link) => link.role));
  for (const role of groups) {
    for (const label of new Set(aspect.links.filter((link) => link.role === role).map((link) => link.label))) {
      const answer = await findEvidence(role, label);
      if (!answer.ok) continue;
      for (const item of answer.value.items) {
        if (!aspect.links.some((link) => link.item.id === item.id)) continue;
        for (const number of item.numbers) found.push({ item_id: item.id, path: number.path, value: number.value, label: item.label });
      }
    }
  }
  return found.filter((one, index) => found.findIndex((other) => other.item_id === one.item_id && other.path === one.path) === index);
}

/** "mean = 83,33 · Observasi UBK" */
export function numberLabel(number: CitableNumber): string {
  return `${number.path.replaceAll('_', ' ')} = ${number.value.replace('.', ',').slice(0, 12)} · ${number.label}`;
}
