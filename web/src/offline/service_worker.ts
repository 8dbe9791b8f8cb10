/// <reference lib="webworker" />
import { send } from '../api/client';
import { openDatabase } from './database';
import { sendOutbox } from './outbox';

/**
 * Keeps the app itself on the device. Data is not its business: lists, forms, drafts and the outbox live in IndexedDB,
 * so what a person sees offline is always ours to explain. It only helps to send when the tab is already closed.
 */
declare const self: ServiceWorkerGlobalScope;
declare const __PRECACHE__: readonly string[];
declare const __VERSION__: string;

interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

const assets = 'pamong-assets'; // names carry a content hash: never stale, shared by versions
const shell = `pamong-shell-${__VERSION__}`; // everything else, one copy per version

function storeOf(path: string): string {
  return path.startsWith('/assets/') ? assets : shell;
}

/** File by file, so an install cut off by a weak signal goes on where it stopped. */
async function install(): Promise<void> {
  for (const path of __PRECACHE__) {
    const cache = await caches.open(storeOf(path));
    if (await cache.match(path)) continue;
    const response = await fetch(path, { cache: 'reload' });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await cache.put(path, response);
  }
}

async function activate(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('pamong-shell-') && name !== shell) await caches.delete(name);
  const cache = await caches.open(assets);
  const needed = new Set(__PRECACHE__);
  for (const request of await cache.keys())
    if (!needed.has(new URL(request.url).pathname)) await cache.delete(request);
  await self.clients.claim();
}

async function answer(path: string, request: Request): Promise<Response> {
  const found = await (await caches.open(storeOf(path))).match(path);
  return found ?? fetch(request);
}

async function sendInBackground(): Promise<void> {
  const db = await openDatabase();
  const account = await db.get('settings', 'account');
  if (typeof account !== 'string') return;
  await navigator.locks.request('pamong-outbox', async () => {
    const round = await sendOutbox(db, account, send);
    new BroadcastChannel('pamong-outbox').postMessage('changed');
    // A rejected promise is how a worker asks the browser to try again later.
    if (round.next_try !== null) throw new Error('not everything is sent yet');
  });
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data === 'use-new-version') void self.skipWaiting();
});
self.addEventListener('sync', (event) => {
  const sync = event as SyncEvent;
  if (sync.tag === 'pamong-outbox') sync.waitUntil(sendInBackground());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  // Data, and pages the server itself draws (reports, feeds, public links), always come from the server.
  if (/^\/(api|openrosa|feeds|files|public)\//.test(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(answer('/', request));
  else if (__PRECACHE__.includes(url.pathname)) event.respondWith(answer(url.pathname, request));
});
