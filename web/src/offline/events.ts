/**
 * The server's event stream only says "something changed"; pages then ask again. HTTP/1.1 allows six connections per
 * host, so one tab listens (it holds the lock) and tells the others.
 */
type Listener = () => void;
const listeners = new Set<Listener>();
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('pamong-events');
let stop: (() => void) | null = null;

function tell(): void {
  for (const listener of listeners) listener();
}

export function whenSomethingChanged(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function listen(): () => void {
  const source = new EventSource('/api/v1/events');
  const heard = () => {
    tell();
    channel?.postMessage('changed');
  };
  source.onmessage = heard;
  source.addEventListener('changed', heard);
  return () => source.close();
}

export function startListening(): void {
  if (stop || typeof EventSource === 'undefined' || !('locks' in navigator)) return;
  const end = new AbortController();
  stop = () => end.abort();
  navigator.locks
    .request('pamong-events', { signal: end.signal }, () => {
      const close = listen();
      return new Promise<void>((resolve) =>
        end.signal.addEventListener('abort', () => {
          close();
          resolve();
        }),
      );
    })
    .catch(() => undefined); // aborted while waiting for the lock
}

export function stopListening(): void {
  stop?.();
  stop = null;
}

channel?.addEventListener('message', tell);
