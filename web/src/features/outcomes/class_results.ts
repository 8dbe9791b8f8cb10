import type { ClassResult } from '../../api/outcomes';

/** Newest first, then by class, so that one class's periods stand together within a subject. */
export function ordered(results: readonly ClassResult[]): readonly ClassResult[] {
  return results.toSorted(
    (a, b) => a.subject.localeCompare(b.subject) || a.class_name.localeCompare(b.class_name, 'id', { numeric: true }) || b.measured_on.localeCompare(a.measured_on),
  );
}

export function subjectsOf(results: readonly ClassResult[]): readonly string[] {
  return [...new Set(results.map((one) => one.subject))].sort((a, b) => a.localeCompare(b));
}

/** Periods of a subject in the order they happened: the day decides, not the name. */
export function periodsOf(results: readonly ClassResult[], subject: string): readonly string[] {
  const mine = results.filter((one) => one.subject === subject).toSorted((a, b) => a.measured_on.localeCompare(b.measured_on));
  return [...new Set(mine.map((one) => one.period))];
}

/** Share of pupils at or above the criterion in whole percent; null where it was not counted. */
export function masteryPercent(result: ClassResult): number | null {
  return result.mastered === null || result.pupils === 0 ? null : Math.round((100 * result.mastered) / result.pupils);
}

/** Two made-up classes, to be copied; the headings are those the server knows. */
export function exampleTable(teacher_id: string): string {
  return [
    'guru_id;kelas;mapel;instrumen;periode;tanggal;murid;rerata;simpangan baku;nilai maksimum;kkm;tuntas',
    `${teacher_id};VIII-A;Matematika;Sumatif akhir semester;2025/2026 ganjil;2025-12-08;31;68,4;9,2;100;70;17`,
    `${teacher_id};VIII-B;Matematika;Sumatif akhir semester;2025/2026 ganjil;2025-12-08;30;71,5;8,7;100;70;19`,
  ].join('\n');
}
