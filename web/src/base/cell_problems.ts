import type { Problem } from './problem';

export interface CellProblem {
  /** As a spreadsheet names it: "C14"; empty when it is about the whole table. */
  readonly cell: string;
  readonly problem: Problem;
}

/** What is wrong cell by cell; problems about the table as a whole come first. */
export function cellProblems(why: Problem): readonly CellProblem[] {
  return why.parts
    .map((part) => ({ cell: (part.at ?? '').split('!').at(-1) ?? '', problem: { ...part, parts: [] } }))
    .toSorted((a, b) => Number(a.cell !== '') - Number(b.cell !== ''));
}
