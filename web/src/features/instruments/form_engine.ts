/**
 * What the screens know of a form. The engine behind it (an XForms implementation, a large lazy file) can be exchanged
 * or upgraded without touching a screen; the tests hold it to our own forms.
 */
interface ItemBase {
  /** Stable while the form is open; a key for lists and for focus. */
  readonly id: string;
  /** The question's path, such as `/data/KSK/KSK1`; with a repeat `/data/notes[2]/note`. */
  readonly path: string;
  readonly label: string;
  /** The hint, lines starting with ✓ and ✗ taken out into `advice`. */
  readonly hint: string;
  readonly appearances: readonly string[];
}

interface Question extends ItemBase {
  readonly required: boolean;
  readonly readonly: boolean;
  /** Recommended and discouraged actions that a hint lists. */
  readonly advice: { readonly do: readonly string[]; readonly avoid: readonly string[] };
  /** Why the answer is not good (yet); screens show it once the person has been there. */
  readonly violation: string | null;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export type FormItem =
  | (ItemBase & { readonly kind: 'group'; readonly items: readonly FormItem[] })
  | (ItemBase & { readonly kind: 'repeat'; readonly rounds: readonly Round[] })
  | (ItemBase & { readonly kind: 'note' })
  | (Question & { readonly kind: 'select_one'; readonly options: readonly Option[]; readonly value: string | null })
  | (Question & { readonly kind: 'select_many'; readonly options: readonly Option[]; readonly values: readonly string[] })
  | (Question & { readonly kind: 'confirm'; readonly value: boolean })
  | (Question & { readonly kind: 'input'; readonly type: InputType; readonly value: string })
  | (ItemBase & { readonly kind: 'unsupported' });

export type InputType = 'string' | 'int' | 'decimal' | 'date' | 'time' | 'dateTime';

/** What the questions need of whoever fills in the form: a draft on the device, or a pupil's turn. */
export interface Fills {
  readonly askedToFinish: boolean;
  answer(id: string, value: Answer): void;
  addRound(repeat_id: string): void;
  removeRound(repeat_id: string, index: number): void;
}

/** One turn of a repeat, such as one note. */
export interface Round {
  readonly id: string;
  readonly items: readonly FormItem[];
}

export type Answer = string | readonly string[] | boolean | null;

export interface Missing {
  readonly id: string;
  readonly message: string;
}

export interface Form {
  /** The UUID inside `meta/instanceID`, made on this device. */
  readonly instance_id: string;
  /** What to show now: only relevant questions, in order. */
  items(): readonly FormItem[];
  /** False when the value does not fit the question's type; then nothing changes. */
  answer(id: string, value: Answer): boolean;
  addRound(repeat_id: string): void;
  removeRound(repeat_id: string, index: number): void;
  useLanguage(language: string): void;
  /** The answers as XML, complete enough to go on from later. */
  xml(): string;
  /** What still stands in the way of finishing; empty when nothing does. */
  missing(): readonly Missing[];
}

export interface FormEngine {
  /** A new form. `presets` fills questions by path before the person sees them (context, chosen indicator). */
  start(formXml: string, instance_id: string, presets: Readonly<Record<string, string>>): Promise<Form>;
  /** Goes on with a saved one. */
  resume(formXml: string, savedXml: string): Promise<Form>;
}

/** The engine's code comes when the first form opens, and from the device's cache after that. */
export async function formEngine(): Promise<FormEngine> {
  const { xformsEngine } = await import('./xforms_engine');
  return xformsEngine;
}
