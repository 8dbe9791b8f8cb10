import { type Analysis, type Association, type Change, type Figure, type Scale, associationShape, changeShape, questionShape, scaleShape, unitsShape } from '../../api/analysis';
import { ShapeError } from '../../base/shape';
import type { PlainKey } from '../../base/words.svelte';

/** What a figure says in words. Numbers stay numbers here; the page writes them in the person's language. */
export interface Sentence {
  readonly key: string;
  readonly values: Readonly<Record<string, number>>;
  readonly digits: number;
}

/** An interval that holds zero says "unsure", whatever the figure in its middle. */
function intervalSentence(figure: Figure, name: string, digits: number): readonly Sentence[] {
  if (figure.low === null || figure.high === null) return [];
  const unsure = figure.low <= 0 && figure.high >= 0;
  return [
    { key: `analysis_pages.${name}_interval`, values: { low: figure.low, high: figure.high }, digits },
    ...(unsure ? [{ key: 'analysis_pages.unsure', values: {}, digits }] : []),
  ];
}

function changeSentences(change: Change): readonly Sentence[] {
  const { value } = change.difference;
  const direction = value > 0 ? 'up' : value < 0 ? 'down' : 'same';
  return [
    { key: 'analysis_pages.means', values: { n: change.n, before: change.mean_before, after: change.mean_after }, digits: 1 },
    { key: `analysis_pages.${direction}`, values: { difference: Math.abs(value) }, digits: 1 },
    ...intervalSentence(change.difference, 'difference', 1),
    ...(change.effect ? [{ key: 'analysis_pages.effect', values: { effect: change.effect.value }, digits: 2 }, ...intervalSentence(change.effect, 'effect', 2).slice(0, 1)] : []),
  ];
}

function associationSentences(association: Association): readonly Sentence[] {
  return [
    { key: 'analysis_pages.units', values: { n: association.n }, digits: 0 },
    ...(association.pearson
      ? [{ key: 'analysis_pages.pearson', values: { r: association.pearson.value }, digits: 2 }, ...intervalSentence(association.pearson, 'pearson', 2)]
      : []),
    ...(association.spearman
      ? [{ key: 'analysis_pages.spearman', values: { r: association.spearman.value }, digits: 2 }, ...intervalSentence(association.spearman, 'spearman', 2).slice(0, 1)]
      : []),
  ];
}

function scaleSentences(total: Scale): readonly Sentence[] {
  return [
    { key: 'analysis_pages.sheets', values: { n: total.n, points: total.points, maximum: total.maximum }, digits: 0 },
    { key: 'analysis_pages.percent', values: { percent: total.percent.value }, digits: 1 },
    ...intervalSentence(total.percent, 'percent', 1).slice(0, 1),
  ];
}

/** The stored result of the same question: asking it again renews that one instead of adding a twin. */
export function askedBefore(analyses: readonly Analysis[], subject: string, before: string, after: string): Analysis | null {
  const asked = JSON.stringify([subject, before, after]);
  const question = (one: Analysis): string | null => {
    try {
      const found = questionShape.read(one.settings, 'settings');
      return JSON.stringify([found.subject, found.before, found.after]);
    } catch (error) {
      if (error instanceof ShapeError) return null; // another method has other settings
      throw error;
    }
  };
  return analyses.find((one) => question(one) === asked) ?? null;
}

export interface Told {
  readonly sentences: readonly Sentence[];
  readonly problem: string | null;
  readonly columns: readonly [PlainKey, PlainKey];
  readonly units: readonly { readonly label: string; readonly first: number; readonly second: number }[];
}

/** Null when the result has a form this client does not know. */
export function told(analysis: Analysis): Told | null {
  try {
    const units = unitsShape.read(analysis.snapshot, 'snapshot');
    if (analysis.method === 'paired_t') {
      const change = changeShape.read(analysis.result, 'result');
      return { sentences: changeSentences(change), problem: change.problem, columns: ['analysis.before', 'analysis.after'], units };
    }
    if (analysis.method === 'scale_total') {
      const total = scaleShape.read(analysis.result, 'result');
      return { sentences: scaleSentences(total), problem: total.problem, columns: ['analysis.points', 'analysis.most'], units };
    }
    const association = associationShape.read(analysis.result, 'result');
    return { sentences: associationSentences(association), problem: association.problem, columns: ['analysis.performance', 'analysis.class_mean'], units };
  } catch (error) {
    if (error instanceof ShapeError) return null;
    throw error;
  }
}
