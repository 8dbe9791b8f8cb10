// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { newId } from '../../base/ids';
import type { Form, FormItem } from './form_engine';
import { formEngine } from './form_engine';

const observationXml = readFileSync('../instruments/classroom_observation_2025.xml', 'utf8');
const pupilVoiceXml = readFileSync('../instruments/pupil_voice.xml', 'utf8');

function everything(items: readonly FormItem[]): readonly FormItem[] {
  return items.flatMap((item) => {
    if (item.kind === 'group') return [item, ...everything(item.items)];
    if (item.kind === 'repeat') return [item, ...item.rounds.flatMap((round) => everything(round.items))];
    return [item];
  });
}

function at(form: Form, path: string): FormItem {
  const found = everything(form.items()).find((item) => item.path === path);
  if (!found) throw new Error(`${path} is not shown`);
  return found;
}

function shown(form: Form): readonly string[] {
  return everything(form.items()).map((item) => item.path);
}

async function anObservation(indicator = 'KSK'): Promise<Form> {
  const engine = await formEngine();
  return engine.start(observationXml, newId(), {
    '/data/indicator': indicator,
    '/data/context/session_id': 'session-1',
    '/data/context/mentee_name': 'Bu Sari & Pak <Adi>',
  });
}

describe('classroom observation', () => {
  it('carries the id made on the device and the context the app knows', async () => {
    const id = newId();
    const form = await (await formEngine()).start(observationXml, id, { '/data/context/session_id': 'session-1' });

    expect(form.instance_id).toBe(id);
    expect(form.xml()).toContain(`<orx:instanceID>uuid:${id}</orx:instanceID>`);
    expect(form.xml()).toContain('<session_id>session-1</session_id>');
    expect(shown(form).some((path) => path.includes('context'))).toBe(false);
  });

  it('shows the three behaviours of the chosen indicator only', async () => {
    const form = await anObservation('KSK');
    expect(shown(form)).toContain('/data/KSK/KSK3');
    expect(shown(form)).not.toContain('/data/DIS/DIS1');

    form.answer(at(form, '/data/indicator').id, 'DIS');
    expect(shown(form)).toContain('/data/DIS/DIS1');
    expect(shown(form)).not.toContain('/data/KSK/KSK1');
  });

  it('tells what to do and to avoid from the hint', async () => {
    const item = at(await anObservation(), '/data/KSK/KSK1');
    if (item.kind !== 'select_one') throw new Error(item.kind);
    expect(item.advice.do).toHaveLength(3); // three each in the handbook
    expect(item.advice.avoid).toHaveLength(3);
    expect(item.hint).toBe('');
    expect(item.options.map((option) => option.value)).toEqual(['0', '1', '2']);
  });

  it('writes ratings and time-stamped notes into the XML', async () => {
    const form = await anObservation();
    for (const [path, value] of [['KSK1', '2'], ['KSK2', '1'], ['KSK3', '0']] as const)
      expect(form.answer(at(form, `/data/KSK/${path}`).id, value)).toBe(true);
    const notes = at(form, '/data/notes');
    form.addRound(notes.id);
    form.answer(at(form, '/data/notes[1]/note').id, 'Guru menyapa 3 murid < bel masuk');
    form.addRound(notes.id);
    form.removeRound(notes.id, 1);

    expect(form.xml()).toContain('<KSK><KSK1>2</KSK1><KSK2>1</KSK2><KSK3>0</KSK3></KSK>');
    expect(form.xml()).toMatch(/<notes><noted_at>\d{4}-\d\d-\d\dT[^<]+<\/noted_at><note>Guru menyapa 3 murid &lt; bel masuk<\/note><\/notes>/);
    expect(form.xml().match(/<notes>/g)).toHaveLength(1);
    expect(form.xml()).toContain('Bu Sari &amp; Pak &lt;Adi&gt;');
    expect(form.missing()).toEqual([]);
  });

  it('cannot be finished without the ratings, and says which in the language in use', async () => {
    const form = await anObservation();
    expect(form.missing().map((entry) => entry.message)).toEqual(Array(3).fill('Pilih salah satu dari tiga.'));
    form.useLanguage('en');
    expect(form.missing()[0]?.message).toBe('Choose one of the three.');
    expect(at(form, '/data/KSK/KSK1').label).toBe('Positive talk that builds a calm climate');
  });

  it('refuses minutes that are no number or out of range', async () => {
    const form = await anObservation();
    const minutes = () => {
      const item = at(form, '/data/minutes');
      if (item.kind !== 'input') throw new Error(item.kind);
      return item;
    };
    form.answer(minutes().id, '300');
    expect(minutes().violation).toBe('Isi antara 5 dan 240 menit.');
    form.answer(minutes().id, 'tiga');
    expect(minutes().value).not.toBe('tiga');
    form.answer(minutes().id, '40');
    expect(minutes().violation).toBeNull();
    expect(form.xml()).toContain('<minutes>40</minutes>');
    form.answer(minutes().id, null);
    expect(form.xml()).toContain('<minutes/>');
  });

  it('goes on where it stopped, whatever happened to the tab', async () => {
    const form = await anObservation();
    form.answer(at(form, '/data/KSK/KSK2').id, '1');
    form.addRound(at(form, '/data/notes').id);
    form.answer(at(form, '/data/notes[1]/note').id, 'Diskusi dimulai');

    const again = await (await formEngine()).resume(observationXml, form.xml());
    expect(again.instance_id).toBe(form.instance_id);
    expect(again.xml()).toBe(form.xml());
    again.answer(at(again, '/data/KSK/KSK1').id, '2');
    expect(again.xml()).toContain('<KSK1>2</KSK1><KSK2>1</KSK2>');
  });
});

describe('pupil voice', () => {
  it('is six questions with four worded steps each, and nothing that names a pupil', async () => {
    const form = await (await formEngine()).start(pupilVoiceXml, newId(), {});
    const questions = form.items().filter((item) => item.kind === 'select_one');
    expect(questions).toHaveLength(6);
    for (const item of questions) {
      expect(item.options.map((option) => option.label)).toEqual(['Tidak pernah', 'Kadang-kadang', 'Sering', 'Selalu']);
      form.answer(item.id, '3');
    }
    expect(form.missing()).toEqual([]);
    expect(form.xml().match(/>3</g)).toHaveLength(6);
    expect(form.xml()).not.toMatch(/name|nisn/i);
  });
});
