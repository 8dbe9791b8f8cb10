import { describe, expect, it } from 'vitest';

import type { Workshop } from '../../api/workshops';
import { indicators, levels, tableRows } from './competence_model';
import { came, joined, membersFrom, missingToClose, participants, positionKey, withWaiting } from './workshop';

const workshop: Workshop = {
  id: 'w1', title: 'Lokakarya 8', held_on: '2025-06-14', place: 'Pringsewu', state: 'open', agreement: '', revision: 1, agenda: [],
  members: ['a', 'b'].map((id) => ({ id, person_id: null, name: id, role: 'participant' as const, school: '', level: 'SMP', code: id, attended: false })),
  positions: [], products: [], products_expected: 0, ratio_exceeded: false, makes_plans: true,
  aims: [1, 2, 3, 4, 5].map((position) => ({ position, aim: 'x', reached: null, note: '' })),
};
const entry = (part: string, body: unknown, state: 'waiting' | 'sending' | 'refused' = 'waiting') => ({ path: `/api/v1/workshops/w1/${part}`, body, state });

describe('pasted people', () => {
  it('reads names, schools and levels by line, from a list or a spreadsheet', () => {
    expect(membersFrom('Sari Dewi; SMP Negeri 2; smp\n\nAdi Nugroho\tSD Negeri 1\tSD\n', 'participant')).toEqual([
      { name: 'Sari Dewi', school: 'SMP Negeri 2', level: 'SMP', role: 'participant', code: 'CGP-01' },
      { name: 'Adi Nugroho', school: 'SD Negeri 1', level: 'SD', role: 'participant', code: 'CGP-02' },
    ]);
    expect(membersFrom('Wayan', 'practice_mentor')).toEqual([{ name: 'Wayan', school: '', level: '', role: 'practice_mentor', code: 'PP-01' }]);
    expect(membersFrom(' ; ; \n', 'participant')).toEqual([]);
  });
});

describe('work on its way', () => {
  it('counts at once, the later tick over the earlier one', () => {
    const now = withWaiting(workshop, [entry('attendance', { present: ['a', 'b'] }, 'sending'), entry('attendance', { present: ['b'] })]);
    expect(now.members.map((one) => one.attended)).toEqual([false, true]);
    expect(came(participants(now))).toBe(1);
  });

  it('lays positions and products over those the server knows', () => {
    const at = (level: number) => ({ member: 'a', indicator: '1.1', level, evidence: '' });
    const product = { member: 'a', kind: 'engagement_strategy' as const, id: 'p', note: '' };
    const now = withWaiting({ ...workshop, positions: [at(2)] }, [entry('positions', { positions: [at(4)] }), entry('products', { products: [product] })]);
    expect(now.positions).toEqual([at(4)]);
    expect(now.products).toEqual([product]);
    expect(joined([at(1)], [at(5)], positionKey)).toEqual([at(5)]);
  });

  it('leaves out what the server refused and what is about another workshop', () => {
    expect(withWaiting(workshop, [entry('attendance', { present: ['a'] }, 'refused')])).toEqual(workshop);
    expect(withWaiting(workshop, [{ path: '/api/v1/workshops/w2/attendance', body: { present: ['a'] }, state: 'waiting' }])).toEqual(workshop);
  });

  it('says what stands before closing', () => {
    expect(missingToClose(workshop)).toEqual(['attendance', 'aims']);
    expect(missingToClose({ ...workshop, members: workshop.members.map((one) => ({ ...one, attended: true })), aims: workshop.aims.map((one) => ({ ...one, reached: 'partly' })) })).toEqual([]);
  });
});

describe('competence model', () => {
  it('has the twelve indicators and five levels of Perdirjen GTK 2626/2023', () => {
    expect(indicators.map((one) => one.code)).toEqual(['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '3.1', '3.2', '3.3', '4.1', '4.2', '4.3']);
    expect(levels.map((one) => one.id)).toEqual(['Paham', 'Dasar', 'Menengah', 'Mumpuni', 'Ahli']);
  });

  it('reads quoted cells', () => {
    expect(tableRows('a,b\n"x, y",z\n1,"say ""hi"""\n')).toEqual([{ a: 'x, y', b: 'z' }, { a: '1', b: 'say "hi"' }]);
  });
});
