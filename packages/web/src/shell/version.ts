import { ROOT } from './root.ts';

/**
 * The worker that keeps the app's files on the phone. Without https there is none, and everything else works all the
 * same. A new version of the page takes over when the next area is opened, never under somebody's fingers. It may come by
 * itself before the page is calm: a browser looks for a new worker whenever a page is opened.
 */
export function followVersion(renewed: () => void, calm: Promise<unknown>): void {
  const { serviceWorker } = navigator as { readonly serviceWorker?: ServiceWorkerContainer };
  if (serviceWorker === undefined) return;
  // On a first visit the first worker takes over a page of its own version; whoever comes after it brings another.
  let { controller } = serviceWorker;
  serviceWorker.addEventListener('controllerchange', () => {
    if (controller !== null) renewed();
    controller ??= serviceWorker.controller;
  });
  calm
    .then(() => serviceWorker.register(`${ROOT}-worker.js`, { scope: ROOT, updateViaCache: 'none' }))
    .then(() => serviceWorker.ready)
    .then(({ active }) => active?.postMessage({ keep: loadedFiles() }))
    .catch(() => undefined);
}

/** What this page has loaded before a worker was there to keep it; the worker takes the app's files out of it. */
const loadedFiles = (): readonly string[] =>
  performance.getEntriesByType('resource').map(({ name }) => name.replace(location.origin, ''));
