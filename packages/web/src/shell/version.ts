/**
 * The worker that keeps the app's files on the phone. Without https there is none, and everything else works all the
 * same. A new version of the page takes over when the next area is opened, never under somebody's fingers.
 */
export function followVersion(renewed: () => void): void {
  const { serviceWorker } = navigator as { readonly serviceWorker?: ServiceWorkerContainer };
  if (serviceWorker === undefined) return;
  // On a first visit the first worker takes over a page of its own version; whoever comes after it brings another.
  let controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (controlled) renewed();
    controlled = true;
  });
  serviceWorker
    .register('/phone-worker.js', { scope: '/phone', updateViaCache: 'none' })
    .then(() => serviceWorker.ready)
    .then(({ active }) => active?.postMessage({ keep: loadedFiles() }))
    .catch(() => undefined);
}

/** What this page has loaded before a worker was there to keep it. */
const loadedFiles = (): readonly string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
