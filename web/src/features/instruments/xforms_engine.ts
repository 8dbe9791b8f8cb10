import {
  type AnyInputNode,
  type AnyModelValueNode,
  type AnyNoteNode,
  type AnyRangeNode,
  type GroupNode,
  type InstanceData,
  type RankNode,
  type RepeatInstanceNode,
  type RepeatRangeControlledNode,
  type RepeatRangeUncontrolledNode,
  type RootNode,
  type SelectNode,
  type TriggerNode,
  type UploadNode,
  loadForm,
} from '@getodk/xforms-engine';

import type { Answer, Form, FormEngine, FormItem, Missing } from './form_engine';

/** Our form interface on @getodk/xforms-engine (Apache-2.0). Nothing else imports that package. */
// The package's own unions of nodes come out as `any` in 0.22 (they lean on a file it does not ship), hence these.
type Child =
  | GroupNode
  | RepeatRangeControlledNode
  | RepeatRangeUncontrolledNode
  | AnyNoteNode
  | SelectNode
  | TriggerNode
  | AnyInputNode
  | AnyModelValueNode
  | AnyRangeNode
  | RankNode
  | UploadNode;
type Node = Child | RootNode | RepeatInstanceNode;

function textOf(range: { readonly asString: string } | null): string {
  return range?.asString.trim() ?? '';
}

/** ODK forms have one hint; ours mark what to do (✓) and to avoid (✗) line by line, which Collect shows as it is. */
function splitHint(hint: string) {
  const lines = hint.split('\n').map((line) => line.trim());
  const marked = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(1).trim());
  return {
    hint: lines.filter((line) => !/^[✓✗]/.test(line)).join('\n').trim(),
    advice: { do: marked('✓'), avoid: marked('✗') },
  };
}

/** Appearances are a token list that iterates, though its type does not say so. */
function tokens(list: object | null): readonly string[] {
  return list !== null && Symbol.iterator in list ? Array.from(list as Iterable<unknown>, String) : [];
}

function base(node: Node) {
  return {
    id: node.nodeId,
    path: node.currentState.reference,
    label: textOf(node.currentState.label),
    appearances: tokens(node.appearances),
  };
}

function question(node: SelectNode | AnyInputNode | TriggerNode) {
  const violation = node.validationState.violation;
  return {
    ...base(node),
    ...splitHint(textOf(node.currentState.hint)),
    required: node.currentState.required,
    readonly: node.currentState.readonly,
    violation: violation ? textOf(violation.message) : null,
  };
}

function children(node: RootNode | GroupNode | RepeatInstanceNode): readonly FormItem[] {
  const all: readonly Child[] = node.currentState.children;
  return all.filter((child) => child.currentState.relevant).flatMap(itemOf);
}

function itemOf(node: Child): readonly FormItem[] {
  const plain = { ...base(node), hint: '' };
  switch (node.nodeType) {
    case 'group': {
      const items = children(node);
      return items.length === 0 ? [] : [{ ...plain, kind: 'group', items }];
    }
    case 'repeat-range:controlled':
    case 'repeat-range:uncontrolled': {
      const rounds = node.currentState.children.map((round) => ({ id: round.nodeId, items: children(round) }));
      return [{ ...plain, kind: 'repeat', rounds }];
    }
    case 'note':
      return [{ ...plain, hint: textOf(node.currentState.hint), kind: 'note' }];
    case 'select': {
      const options = node.currentState.valueOptions.map((option) => ({ value: option.value, label: textOf(option.label) }));
      const values = node.currentState.value;
      return node.selectType === 'select1'
        ? [{ ...question(node), kind: 'select_one', options, value: values[0] ?? null }]
        : [{ ...question(node), kind: 'select_many', options, values: [...values] }];
    }
    case 'trigger':
      return [{ ...question(node), kind: 'confirm', value: node.currentState.value === true }];
    case 'input':
      switch (node.valueType) {
        case 'string':
        case 'int':
        case 'decimal':
        case 'date':
        case 'time':
        case 'dateTime':
          return [{ ...question(node), kind: 'input', type: node.valueType, value: node.currentState.instanceValue }];
        default:
          return [{ ...plain, kind: 'unsupported' }];
      }
    case 'model-value':
      return [];
    case 'range':
    case 'rank':
    case 'upload':
      return [{ ...plain, kind: 'unsupported' }];
  }
}

function find(node: Node, id: string): Node | null {
  if (node.nodeId === id) return node;
  const all: readonly Node[] = node.currentState.children ?? [];
  for (const child of all) {
    const found = find(child, id);
    if (found) return found;
  }
  return null;
}

function setAnswer(node: Node, value: Answer): boolean {
  if (node.nodeType === 'select' && typeof value !== 'boolean') {
    if (value === null || typeof value === 'string') node.selectValue(value);
    else node.selectValues(value);
    return true;
  }
  if (node.nodeType === 'trigger' && typeof value === 'boolean') {
    node.setValue(value);
    return true;
  }
  if (node.nodeType !== 'input' || (value !== null && typeof value !== 'string')) return false;
  try {
    switch (node.valueType) {
      case 'string':
      case 'int':
      case 'decimal':
      case 'date':
      case 'time':
      case 'dateTime':
        node.setValue(value ?? '');
        return true;
      default:
        return false;
    }
  } catch {
    return false; // not a value of this type, such as letters in a number
  }
}

class XForm implements Form {
  readonly instance_id: string;

  constructor(
    private readonly root: RootNode,
    xml: string,
  ) {
    this.instance_id = instanceIdOf(xml);
  }

  items(): readonly FormItem[] {
    return children(this.root);
  }

  answer(id: string, value: Answer): boolean {
    const node = find(this.root, id);
    return node !== null && setAnswer(node, value);
  }

  addRound(repeat_id: string): void {
    const node = find(this.root, repeat_id);
    if (node?.nodeType === 'repeat-range:uncontrolled') node.addInstances();
  }

  removeRound(repeat_id: string, index: number): void {
    const node = find(this.root, repeat_id);
    if (node?.nodeType === 'repeat-range:uncontrolled') node.removeInstances(index);
  }

  useLanguage(language: string): void {
    const wanted = this.root.languages.find((one) => one.locale?.language === language || one.language === language);
    if (wanted && !wanted.isSyntheticDefault) this.root.setLanguage(wanted);
  }

  xml(): string {
    return this.root.instanceState.instanceXML;
  }

  missing(): readonly Missing[] {
    return this.root.validationState.violations.map((entry) => ({
      id: entry.nodeId,
      message: textOf(entry.violation.message),
    }));
  }
}

function instanceIdOf(xml: string): string {
  return /instanceID>\s*uuid:([0-9a-fA-F-]{36})\s*</.exec(xml)?.[1] ?? '';
}

/** Writes presets as the default answers of the form's own model, which is how XForms says it. */
function withPresets(formXml: string, presets: Readonly<Record<string, string>>): string {
  const form = new DOMParser().parseFromString(formXml, 'application/xml');
  const instance = [...form.getElementsByTagNameNS('http://www.w3.org/2002/xforms', 'instance')][0];
  const data = instance?.firstElementChild;
  if (!data) return formXml;
  for (const [path, value] of Object.entries(presets)) {
    const [top, ...steps] = path.split('/').filter(Boolean);
    let element: Element | undefined = data.localName === top ? data : undefined;
    for (const step of steps) element = [...(element?.children ?? [])].find((child) => child.localName === step);
    if (element) element.textContent = value;
  }
  return new XMLSerializer().serializeToString(form);
}

async function load(formXml: string) {
  const loaded = await loadForm(formXml);
  if (loaded.status === 'failure') throw new Error(`form cannot be read: ${loaded.error.message}`);
  return loaded;
}

async function restore(formXml: string, savedXml: string): Promise<Form> {
  const loaded = await load(formXml);
  const data = new FormData();
  data.append('xml_submission_file', new File([savedXml], 'xml_submission_file', { type: 'text/xml' }));
  const { root } = await loaded.restoreInstance({ data: [data as InstanceData] });
  return new XForm(root, savedXml);
}

export const xformsEngine: FormEngine = {
  async start(formXml, instance_id, presets) {
    const prepared = withPresets(formXml, presets);
    const { root } = (await load(prepared)).createInstance();
    // The engine gives every new form an id of its own; ours is the one the outbox uses, so it goes in before anyone
    // answers, and the form is opened again as saved work is.
    const xml = root.instanceState.instanceXML.replace(
      /(instanceID>)[^<]*(<)/,
      (_all, before: string, after: string) => `${before}uuid:${instance_id}${after}`,
    );
    return restore(formXml, xml);
  },
  resume: restore,
};
