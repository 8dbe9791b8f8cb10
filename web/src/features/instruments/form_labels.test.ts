// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { formLabels } from './form_labels';

const observation = readFileSync('../instruments/classroom_observation_2025.xml', 'utf8');

describe('the words of a form', () => {
  it('are found by path, in the order of the form, in the wanted language', () => {
    const labels = formLabels(observation, 'id');
    expect(labels.paths[0]).toBe('/data/indicator');
    expect(labels.question('/data/indicator')).toBe('Indikator yang diamati');
    expect(labels.answer('/data/indicator', 'UBK')).toBe('Umpan balik konstruktif');
    expect(labels.answer('/data/UBK/UBK1', '2')).toBe('Dilakukan dan efektif');
    expect(formLabels(observation, 'en').question('/data/indicator')).not.toBe('Indikator yang diamati');
  });

  it('leave what is no choice as it is', () => {
    const labels = formLabels(observation, 'id');
    expect(labels.answer('/data/strengths', 'Guru menyapa murid')).toBe('Guru menyapa murid');
    expect(labels.question('/data/gone')).toBe('gone');
  });

  it('join several choices', () => {
    const form = formLabels(
      '<html xmlns="http://www.w3.org/2002/xforms"><select ref="/data/a"><label>A</label><item><label>Satu</label><value>1</value></item><item><label>Dua</label><value>2</value></item></select></html>',
      'id',
    );
    expect(form.answer('/data/a', '1 2')).toBe('Satu, Dua');
  });
});
