/**
 * The words of a form's questions and choices, for showing answers that were sent: read from the XForm itself, without
 * the engine that fills it in. Knows what our forms use: itext and plain labels, choices listed in place.
 */
export interface FormLabels {
  /** Paths in the order of the form. */
  readonly paths: readonly string[];
  question(path: string): string;
  /** What a value of a choice says; the value itself when it is not one. */
  answer(path: string, value: string): string;
}

function childrenNamed(element: Element, name: string): readonly Element[] {
  return [...element.children].filter((child) => child.localName === name);
}

/** "id" or "en" among the languages a form has, such as "Bahasa Indonesia (id)". */
function textsIn(form: Document, language: string): ReadonlyMap<string, string> {
  const translations = [...form.getElementsByTagNameNS('*', 'translation')];
  const wanted =
    translations.find((one) => one.getAttribute('lang')?.includes(`(${language})`)) ??
    translations.find((one) => one.hasAttribute('default')) ??
    translations[0];
  const texts = new Map<string, string>();
  for (const text of wanted ? childrenNamed(wanted, 'text') : [])
    texts.set(text.getAttribute('id') ?? '', childrenNamed(text, 'value')[0]?.textContent?.trim() ?? '');
  return texts;
}

export function formLabels(xml: string, language: string): FormLabels {
  const form = new DOMParser().parseFromString(xml, 'application/xml');
  const texts = textsIn(form, language);
  const labelOf = (element: Element): string => {
    const label = childrenNamed(element, 'label')[0];
    const id = /^jr:itext\('(.*)'\)$/.exec(label?.getAttribute('ref') ?? '')?.[1];
    return (id === undefined ? label?.textContent?.trim() : texts.get(id)) ?? '';
  };
  const questions = new Map<string, string>();
  const answers = new Map<string, string>();
  for (const control of form.querySelectorAll('input, select, select1, upload, trigger')) {
    const path = control.getAttribute('ref') ?? control.getAttribute('nodeset') ?? '';
    if (path === '') continue;
    questions.set(path, labelOf(control));
    for (const item of childrenNamed(control, 'item'))
      answers.set(`${path} ${childrenNamed(item, 'value')[0]?.textContent?.trim() ?? ''}`, labelOf(item));
  }
  return {
    paths: [...questions.keys()],
    question: (path) => questions.get(path) || (path.split('/').at(-1) ?? path),
    answer(path, value) {
      // Several choices are one value with spaces between.
      const several = value.split(' ').map((one) => answers.get(`${path} ${one}`));
      return several.every((one) => one !== undefined) ? several.join(', ') : value;
    },
  };
}
