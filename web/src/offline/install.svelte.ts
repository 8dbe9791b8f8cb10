/** Registers the service worker and says when a newer version of the app is ready. */
let ready = $state(false);
let waiting: ServiceWorker | null = null;

export const installation = {
  /** Without TLS (or localhost) browsers give no offline mode; the screen says so. */
  get possible(): boolean {
    return typeof navigator !== 'undefined' && 'serviceWorker' in navigator && window.isSecureContext;
  },
  get newVersionReady(): boolean {
    return ready;
  },
};

function watch(registration: ServiceWorkerRegistration): void {
  const look = (worker: ServiceWorker | null) => {
    if (worker?.state !== 'installed' || !navigator.serviceWorker.controller) return;
    waiting = worker;
    ready = true;
  };
  look(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => look(worker));
  });
}

export async function installApp(): Promise<void> {
  if (!installation.possible || import.meta.env.DEV) return;
  try {
    watch(await navigator.serviceWorker.register('/service_worker.js'));
  } catch {
    // No offline mode then; everything else works.
  }
}

export function useNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage('use-new-version');
}
