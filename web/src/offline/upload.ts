import { type Answer, type Call, problemOf, readAnswer } from '../api/client';
import { type Result, done } from '../base/problem';
import { boolean, list, number, object } from '../base/shape';
import type { Database, KeptFile } from './database';

/**
 * Sends one kept file in pieces: announce it, ask which pieces the server has, send the others, finish. It may break off
 * anywhere and begin again; nothing is sent twice that the server has. The answer is that of the step that decided.
 */
const uploadState = object({ chunk_bytes: number, chunks: number, present: list(number), finished: boolean });

type Send = (call: Call) => Promise<Result<Answer>>;

function succeeded(answer: Result<Answer>): answer is { ok: true; value: Answer } {
  return answer.ok && answer.value.status >= 200 && answer.value.status < 300;
}

async function once(db: Database, file: KeptFile, bytes: ArrayBuffer, send: Send, changed: () => void): Promise<Result<Answer>> {
  const path = `/api/v1/uploads/${file.id}`;
  const begun = await send({
    method: 'PUT',
    path,
    body: {
      bytes: file.size,
      hash: file.hash,
      media_type: file.media_type,
      about_kind: file.about_kind,
      about_id: file.about_id,
      taken_at: file.taken_at,
    },
  });
  if (!succeeded(begun)) return begun;
  const state = readAnswer(begun.value, uploadState);
  if (state === null) return done({ ...begun.value, status: 502 }); // not our server: try again later
  if (state.finished) return begun;
  const present = new Set(state.present);
  for (let piece = 0; piece < state.chunks; piece += 1) {
    const first = piece * state.chunk_bytes;
    const end = Math.min(file.size, first + state.chunk_bytes);
    if (!present.has(piece)) {
      const answer = await send({ method: 'PUT', path: `${path}/chunks/${piece}`, bytes: new Uint8Array(bytes, first, end - first) });
      if (!succeeded(answer)) return answer;
    }
    await db.put('files', { ...file, sent: end });
    changed();
  }
  return send({ method: 'POST', path: `${path}/finish`, body: {} });
}

export async function sendFile(db: Database, id: string, send: Send, changed: () => void = () => {}): Promise<Result<Answer>> {
  const file = await db.get('files', id);
  // No bytes: the server had them before this tab could write it down.
  if (!file?.bytes) return done({ status: 200, text: '{}', retry_after: null });
  let answer = await once(db, file, file.bytes, send, changed);
  // The server threw the pieces away, or a piece went meanwhile: once more from what it has now.
  const code = answer.ok ? problemOf(answer.value)?.code : undefined;
  if (code === 'files.wrong_hash' || code === 'files.incomplete') answer = await once(db, file, file.bytes, send, changed);
  if (succeeded(answer)) await db.put('files', { ...file, bytes: null, sent: file.size });
  return answer;
}
