import { deviceTime } from '../../base/days';
import type { Submission } from '../../api/instruments';
import { newId } from '../../base/ids';
import { type Problem, problem } from '../../base/problem';
import { formXml } from '../../offline/cache';
import { type Draft, database } from '../../offline/database';
import { deleteDraft, draftAbout, draftOf, finishDraft, saveDraft } from '../../offline/drafts';
import { refreshOutbox } from '../../offline/sender.svelte';
import { type Answer, type Form, type FormItem, type Missing, formEngine } from './form_engine';

/** What a form is about, known before it opens. */
export interface Task {
  readonly account_id: string;
  readonly instrument_id: string;
  readonly version: string;
  readonly title_key: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Session id; null for a form that stands alone. Coming back to the same session continues its draft. */
  readonly about: string | null;
  readonly subject_person_id: string | null;
  readonly presets: Readonly<Record<string, string>>;
}

export type Saving = { readonly kind: 'saved'; readonly at: number } | { readonly kind: 'saving' } | { readonly kind: 'failed' };

export type Filling =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'open'; readonly instance_id: string }
  | { readonly kind: 'finished'; readonly instance_id: string };

/**
 * One form from opening to the outbox. Every answer is on the device before the next one: the draft is written after
 * each change, the newest state last, and only then does the screen say "saved".
 */
export class FormFilling {
  stage = $state.raw<Filling>({ kind: 'opening' });
  items = $state.raw<readonly FormItem[]>([]);
  saving = $state.raw<Saving>({ kind: 'saved', at: Date.now() });
  /** Set once the person asked to finish: from then on the gaps are marked. */
  missing = $state.raw<readonly Missing[]>([]);
  askedToFinish = $state(false);

  #form: Form | null = null;
  #draft: Draft | null = null;
  #writing: Promise<void> = Promise.resolve();
  #letGo: () => void = () => {};
  #closed = false;

  async open(task: Task, draft_id: string | null, language: string): Promise<void> {
    const db = await database();
    const earlier = draft_id
      ? await draftOf(db, draft_id)
      : task.about
        ? await draftAbout(db, task.account_id, task.about, task.instrument_id)
        : null;
    const instrument = earlier ?? task;
    const xml = await formXml(instrument.instrument_id, instrument.version);
    if (!xml.ok) {
      const noSignal = xml.problem.status === null;
      this.stage = { kind: 'failed', problem: noSignal ? problem('observation.form_not_here') : xml.problem };
      return;
    }
    try {
      const engine = await formEngine();
      this.#form = earlier
        ? await engine.resume(xml.value, earlier.xml)
        : await engine.start(xml.value, draft_id ?? newId(), task.presets);
    } catch {
      this.stage = { kind: 'failed', problem: problem('observation.engine_failed') };
      return;
    }
    const { presets: _, ...about } = task;
    const now = Date.now();
    if (!(await this.#hold(this.#form.instance_id))) {
      this.#form = null;
      this.stage = { kind: 'failed', problem: problem('observation.open_elsewhere') };
      return;
    }
    this.#draft = earlier ?? { ...about, id: this.#form.instance_id, xml: this.#form.xml(), started_at: now, saved_at: now };
    this.saving = { kind: 'saved', at: this.#draft.saved_at };
    this.useLanguage(language);
    this.stage = { kind: 'open', instance_id: this.#form.instance_id };
  }

  /** The screen is gone; another tab may go on. */
  close(): void {
    this.#closed = true;
    this.#letGo();
  }

  /** Two tabs with one draft would overwrite each other, so the first one keeps it. The browser frees it for a killed tab. */
  #hold(id: string): Promise<boolean> {
    if (typeof navigator === 'undefined' || !('locks' in navigator)) return Promise.resolve(true);
    // A tab that is just being left frees the draft a moment later, so a short wait comes before "open elsewhere".
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), 2000);
    return new Promise((answer) => {
      navigator.locks
        .request(`pamong-draft ${id}`, { signal: patience.signal }, () => {
          clearTimeout(timer);
          answer(true);
          // The screen went while it was still opening: nobody else would ever let this go.
          if (this.#closed) return Promise.resolve();
          return new Promise<void>((free) => (this.#letGo = free));
        })
        .catch(() => answer(false));
    });
  }

  useLanguage(language: string): void {
    this.#form?.useLanguage(language);
    this.#show();
  }

  answer(id: string, value: Answer): void {
    if (this.#form?.answer(id, value)) this.#changed();
    else this.#show();
  }

  addRound(repeat_id: string): void {
    this.#form?.addRound(repeat_id);
    this.#changed();
  }

  removeRound(repeat_id: string, index: number): void {
    this.#form?.removeRound(repeat_id, index);
    this.#changed();
  }

  /** Into the outbox when nothing is missing; else the gaps are marked and the first one is returned. */
  async finish(): Promise<Missing | null> {
    const form = this.#form;
    const draft = this.#draft;
    if (!form || !draft) return null;
    this.askedToFinish = true;
    this.#show();
    const first = this.missing[0];
    if (first) return first;
    await this.#writing;
    const body: Submission = {
      instrument_id: draft.instrument_id,
      version: draft.version,
      xml: form.xml(),
      device_time: deviceTime(),
      deprecated_id: null,
      context: { session_id: draft.about, subject_person_id: draft.subject_person_id },
    };
    try {
      await finishDraft(await database(), draft.id, {
        id: draft.id,
        account_id: draft.account_id,
        method: 'PUT',
        path: `/api/v1/submissions/${draft.id}`,
        body,
        title_key: draft.title_key,
        values: draft.values,
        about: draft.about,
      });
    } catch {
      this.saving = { kind: 'failed' };
      return null;
    }
    this.stage = { kind: 'finished', instance_id: draft.id };
    await refreshOutbox();
    return null;
  }

  async throwAway(): Promise<void> {
    await this.#writing;
    if (this.#draft) await deleteDraft(await database(), this.#draft.id);
  }

  #show(): void {
    this.items = this.#form?.items() ?? [];
    this.missing = this.askedToFinish ? (this.#form?.missing() ?? []) : [];
  }

  #changed(): void {
    this.#show();
    const form = this.#form;
    if (!form || !this.#draft) return;
    const draft: Draft = { ...this.#draft, xml: form.xml(), saved_at: Date.now() };
    this.#draft = draft;
    this.saving = { kind: 'saving' };
    this.#writing = this.#writing.then(async () => {
      try {
        await saveDraft(await database(), draft);
        if (this.#draft === draft) this.saving = { kind: 'saved', at: draft.saved_at };
      } catch {
        this.saving = { kind: 'failed' };
      }
    });
  }
}
