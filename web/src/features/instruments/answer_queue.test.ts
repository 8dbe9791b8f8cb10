import { describe, expect, it } from 'vitest';

import { problem } from '../../base/problem';
import { type Box, type Waiting, keep, sendWaiting, waitingIn } from './answer_queue';

function box(): Box {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}
const answer = (response_id: string): Waiting => ({ token: 't', response_id, xml: '<data/>' });

describe('answers of pupils without a signal', () => {
  it('wait on the device, once each, and go when the signal is back', async () => {
    const device = box();
    keep(device, answer('a'));
    keep(device, answer('a'));
    keep(device, answer('b'));
    expect(await sendWaiting(device, async () => ({ ok: false, problem: problem('app.no_connection') }))).toEqual({ waiting: 2, refusal: null });
    const sent: string[] = [];
    const result = await sendWaiting(device, async (one) => {
      sent.push(one.response_id);
      return { ok: true, value: null };
    });
    expect(result).toEqual({ waiting: 0, refusal: null });
    expect(sent).toEqual(['a', 'b']);
    expect(waitingIn(device)).toEqual([]);
  });
  it('that the server will never take are not sent for ever', async () => {
    const device = box();
    keep(device, answer('a'));
    const closed = problem('instruments.link_closed', {}, 410);
    expect(await sendWaiting(device, async () => ({ ok: false, problem: closed }))).toEqual({ waiting: 0, refusal: closed });
  });
  it('that are damaged in the device’s memory are left alone', () => {
    expect(waitingIn({ getItem: () => '{broken', setItem: () => {} })).toEqual([]);
  });
});
