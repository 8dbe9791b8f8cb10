import type { Gap, Province } from '../../api/competence';

/** As TileMap takes it. */
interface Tile {
  readonly code: string;
  readonly short: string;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly step: 1 | 2 | 3 | 4 | 5 | null;
  readonly text: string;
}

/** Upper ends of the five classes of the map: the minimum of 2015 (55) parts the third from the fourth. */
const steps = [50, 53, 55, 58] as const;

export function stepOf(value: number): 1 | 2 | 3 | 4 | 5 {
  const at = steps.findIndex((end) => value < end);
  return ((at === -1 ? steps.length : at) + 1) as 1 | 2 | 3 | 4 | 5;
}

export function tilesOf(provinces: readonly Province[], write: (value: number) => string, noData: string): readonly Tile[] {
  return provinces.map((one) => {
    const value = one.overall === null ? null : Number(one.overall);
    return {
      code: one.code,
      short: one.short_name,
      name: one.name,
      row: one.row + 1,
      column: one.column + 1,
      step: value === null ? null : stepOf(value),
      text: value === null ? noData : write(value),
    };
  });
}

/** Where a mean and its interval lie on a line from `from` to `to`, in percent of its length. */
export interface Bar {
  readonly at: number;
  readonly low: number | null;
  readonly high: number | null;
}
export function barOf(gap: Gap, from: number, to: number): Bar | null {
  if (gap.mean === null) return null;
  const place = (value: number) => Math.min(100, Math.max(0, (100 * (value - from)) / (to - from)));
  return { at: place(Number(gap.mean)), low: gap.low === null ? null : place(gap.low), high: gap.high === null ? null : place(gap.high) };
}

/** A line long enough for all means, their intervals and the minimum, in steps of ten. */
export function lineOf(gaps: readonly Gap[], minimum: number): { readonly from: number; readonly to: number } {
  const values = gaps.flatMap((one) => [one.mean === null ? minimum : Number(one.mean), one.low ?? minimum, one.high ?? minimum]);
  const from = Math.floor(Math.min(minimum, ...values) / 10) * 10;
  const to = Math.ceil(Math.max(minimum, ...values) / 10) * 10;
  return { from: Math.max(0, from), to: Math.min(100, Math.max(to, from + 10)) };
}
