import { afterEach, describe, expect, it, vi } from 'vitest';

import { list, object, string } from '../base/shape';
import { get, put, whenSignedOut } from './client';

function serverSays(status: number, body: string): ReturnType<typeof vi.fn> {
  const fetched = vi.fn((..._call: Parameters<typeof fetch>) => Promise.resolve(new Response(body, { status })));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

const names = object({ items: list(string) });

afterEach(() => {
  vi.unstubAllGlobals();
  whenSignedOut(() => {});
});

describe('client', () => {
  it('gives what the shape reads', async () => {
    serverSays(200, '{"items":["Sari"],"next":null}');
    expect(await get('/api/v1/people', names)).toEqual({ ok: true, value: { items: ['Sari'] } });
  });

  it('gives the server’s problem with its values and parts', async () => {
    serverSays(422, '{"title":"Nama terlalu pendek.","status":422,"code":"people.name","at":"name","values":{"least":"3"},"parts":[{"code":"people.nuptk"}]}');
    const answer = await get('/api/v1/people', names);
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: 'people.name', status: 422, at: 'name', detail: 'Nama terlalu pendek.', values: { least: '3' }, parts: [{ code: 'people.nuptk' }] },
    });
  });

  it('says so when there is no connection, no sense, or no session', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    expect(await get('/x', names)).toMatchObject({ problem: { code: 'app.no_connection', status: null } });
    serverSays(200, '{"items":[3]}');
    expect(await get('/x', names)).toMatchObject({ problem: { code: 'app.unreadable_answer', values: { where: 'items[0]: expected text' } } });
    serverSays(502, '<html>');
    expect(await get('/x', names)).toMatchObject({ problem: { code: 'app.server_failed', status: 502 } });

    const out = vi.fn();
    whenSignedOut(out);
    serverSays(401, '{"code":"access.not_signed_in"}');
    await get('/x', names);
    expect(out).toHaveBeenCalledOnce();
  });

  it('marks every write, so other sites cannot make one', async () => {
    const fetched = serverSays(200, '{"items":[]}');
    await put('/x', { a: 1 }, names);
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: 'PUT', body: '{"a":1}', headers: { 'X-Pamong': '1', 'Content-Type': 'application/json' } });
    await get('/x', names);
    expect(fetched.mock.calls[1]?.[1].headers).not.toHaveProperty('X-Pamong');
  });
});
