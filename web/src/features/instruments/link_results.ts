import type { LinkTable } from '../../api/answer_links';
import type { FormLabels } from './form_labels';

export interface ChoiceShare {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly percent: number;
}
export interface QuestionShares {
  readonly path: string;
  readonly label: string;
  readonly choices: readonly ChoiceShare[];
}

/** How often each choice was given, question by question in the order of the form. */
export function sharesOf(table: LinkTable['table'], labels: FormLabels): readonly QuestionShares[] {
  return labels.paths
    .map((path) => {
      const counts = table.counts.filter((one) => one.path === path);
      const choices = counts
        .map((one) => ({ value: one.value, label: labels.answer(path, one.value), count: one.count, percent: table.counted === 0 ? 0 : Math.round((100 * one.count) / table.counted) }))
        .toSorted((a, b) => b.value.localeCompare(a.value, undefined, { numeric: true }));
      return { path, label: labels.question(path), choices };
    })
    .filter((one) => one.choices.length > 0);
}
