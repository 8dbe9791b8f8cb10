import type { Coding } from '../../api/qualitative';

/** Offsets are code points on the server; a browser's selection counts UTF-16 units. */
export function codePoints(text: string, utf16: number): number {
  return [...text.slice(0, utf16)].length;
}

/** A stretch of text between two borders of codings, with the codings that cover it. */
export interface Stretch {
  readonly start: number;
  readonly text: string;
  readonly codings: readonly Coding[];
}

export function stretches(text: string, codings: readonly Coding[]): readonly Stretch[] {
  const points = [...text];
  const borders = new Set([0, points.length]);
  for (const coding of codings) {
    borders.add(Math.min(coding.start, points.length));
    borders.add(Math.min(coding.end, points.length));
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => ({
    start,
    text: points.slice(start, sorted[index + 1]).join(''),
    codings: codings.filter((coding) => coding.start <= start && coding.end > start),
  }));
}

/** Without the spaces and line ends that a finger selects along; null when nothing is left. */
export function trimmed(text: string, start: number, end: number): { readonly start: number; readonly end: number } | null {
  const points = [...text];
  let from = Math.max(0, Math.min(start, end));
  let to = Math.min(points.length, Math.max(start, end));
  while (from < to && /\s/.test(points[from] ?? '')) from += 1;
  while (to > from && /\s/.test(points[to - 1] ?? '')) to -= 1;
  return from < to ? { start: from, end: to } : null;
}
