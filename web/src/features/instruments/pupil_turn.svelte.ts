import { newId } from '../../base/ids';
import { type Answer, type Fills, type Form, type FormItem, type Missing, formEngine } from './form_engine';

/** One pupil's turn: nothing of it is kept on the device once it was handed over. */
export class PupilTurn implements Fills {
  items = $state.raw<readonly FormItem[]>([]);
  askedToFinish = $state(false);
  #form: Form | null = null;

  async begin(xml: string, language: string): Promise<boolean> {
    try {
      this.#form = await (await formEngine()).start(xml, newId(), {});
    } catch {
      return false;
    }
    this.askedToFinish = false;
    this.#form.useLanguage(language);
    this.items = this.#form.items();
    return true;
  }

  answer(id: string, value: Answer): void {
    this.#form?.answer(id, value);
    this.#show();
  }
  addRound(repeat_id: string): void {
    this.#form?.addRound(repeat_id);
    this.#show();
  }
  removeRound(repeat_id: string, index: number): void {
    this.#form?.removeRound(repeat_id, index);
    this.#show();
  }

  /** The first gap, or the answers to send. */
  finish(): { readonly missing: Missing } | { readonly response_id: string; readonly xml: string } | null {
    if (!this.#form) return null;
    this.askedToFinish = true;
    this.#show();
    const missing = this.#form.missing()[0];
    return missing ? { missing } : { response_id: this.#form.instance_id, xml: this.#form.xml() };
  }

  #show(): void {
    this.items = this.#form?.items() ?? [];
  }
}
