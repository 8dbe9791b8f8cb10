import type { Aspect, judgements } from '../../api/evaluation';

/** The colour of a judgement; the word beside it says the same. */
export function judgementTone(judgement: (typeof judgements)[number]): 'good' | 'info' | 'warn' | 'bad' {
  switch (judgement) {
    case 'fulfilled':
      return 'good';
    case 'mostly':
      return 'info';
    case 'partly':
      return 'warn';
    case 'not_fulfilled':
      return 'bad';
  }
}

/** How a measure is computed under each rule, and the numbers each way needs. */
export const measureForms = {
  percent: ['percent'],
  part_whole: ['part', 'whole'],
  questionnaire: ['sum', 'respondents', 'items', 'scale_max'],
  mean: ['mean'],
  sum_count: ['sum', 'count'],
  ideal: ['score', 'min', 'max'],
} as const;
export type MeasureForm = keyof typeof measureForms;

export function formsOf(rule: 'A' | 'B' | 'C' | 'D' | 'E'): readonly MeasureForm[] {
  switch (rule) {
    case 'A':
    case 'B':
      return ['percent', 'part_whole', 'questionnaire'];
    case 'C':
      return ['ideal'];
    case 'D':
      return ['mean', 'sum_count'];
    case 'E':
      return [];
  }
}

/** The way an aspect was measured, told by the names of its inputs. */
export function formUsed(aspect: Aspect, forms: readonly MeasureForm[]): MeasureForm | undefined {
  const names = new Set(aspect.measure?.inputs.map((input) => input.name) ?? []);
  return forms.find((form) => measureForms[form].length === names.size && measureForms[form].every((name) => names.has(name))) ?? forms[0];
}
