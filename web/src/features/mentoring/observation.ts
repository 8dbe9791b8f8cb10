import type { Instrument } from '../../api/instruments';
import type { Visit } from '../../api/mentoring';
import type { Task } from '../instruments/filling.svelte';

/** The classroom observation in use: of several versions the newest. */
export function observationForm(instruments: readonly Instrument[]): Instrument | null {
  return (
    instruments
      .filter((one) => one.code === 'classroom_observation_2025')
      .toSorted((a, b) => b.version.localeCompare(a.version, 'en', { numeric: true }))[0] ?? null
  );
}

/** Nothing is typed twice: who, which session and the chosen indicator go into the form before it opens. */
export function observationTask(account_id: string, form: Instrument, visit: Visit): Task {
  return {
    account_id,
    instrument_id: form.id,
    version: form.version,
    title_key: 'observation.title',
    values: { name: visit.mentee_name },
    about: visit.session_id,
    subject_person_id: visit.mentee_id,
    presets: {
      '/data/context/session_id': visit.session_id,
      '/data/context/pair_id': visit.pair_id,
      '/data/context/mentee_id': visit.mentee_id,
      '/data/context/mentee_name': visit.mentee_name,
      ...(visit.indicator_code ? { '/data/indicator': visit.indicator_code } : {}),
    },
  };
}
