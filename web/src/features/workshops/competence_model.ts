import levelsTable from '../../../../regulations/competence_levels_2023.csv?raw';
import modelTable from '../../../../regulations/competence_model_2023.csv?raw';
import { type Language, language } from '../../base/words.svelte';

/** The twelve indicators and five levels as the regulation's own file names them; nothing of it is typed here. */
export interface Named {
  readonly code: string;
  readonly id: string;
  readonly en: string;
}

/** Rows of a small CSV file without line breaks inside its cells, by column name. */
export function tableRows(csv: string): readonly Readonly<Record<string, string>>[] {
  const cells = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((found) => found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
  const [heading = '', ...lines] = csv.split(/\r?\n/).filter((line) => line.trim() !== '');
  const names = cells(heading);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at] ?? '', cell])));
}

function named(csv: string, key: string): readonly Named[] {
  return tableRows(csv).map((row) => ({ code: row[key] ?? '', id: row.name_id ?? '', en: row.name_en ?? '' }));
}

export const indicators: readonly Named[] = named(modelTable, 'code');
export const levels: readonly Named[] = named(levelsTable, 'level');

export function nameOf(entry: Named, now: Language = language()): string {
  return now === 'en' ? entry.en : entry.id;
}
