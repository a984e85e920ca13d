// Keeps the app's files on the phone, so that it opens without a network. It never touches the API, the books or the
// pages of the node: what it may answer is the page of the app and the files that are named by their content. The phone and the
// office are each built with one of their own.

/** Written in when the app is built: what opens the app, and a name that changes with it. */
declare const APP_VERSION: string;
declare const APP_FILES: readonly string[];
/** Of which of the two clients: its page, where its files are, and under which name they are kept. */
declare const APP_PAGE: string;
declare const APP_ASSETS: string;
declare const APP_KEPT: string;
/** What may wait until the line has nothing else to do: the office's other desks. */
declare const APP_HAS_REST: boolean;
declare const APP_REST: readonly string[];
/** What is kept only once somebody has used it: the library of a map. */
declare const APP_SELDOM: readonly string[];

interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(type: 'message', listener: (event: Lasting & { readonly data: unknown }) => void): void;
}

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const scope = globalThis as unknown as WorkerScope;

const PREFIX = APP_KEPT;
const CACHE = PREFIX + APP_VERSION;
const PAGE = APP_PAGE;
const VOICE = `${PAGE}/voice/`;

scope.addEventListener('install', (event) => {
  event.waitUntil(install().then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => scope.clients.claim()));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  // The node lets this page use the microphone; the kept one comes without that.
  if (pathname.startsWith(VOICE)) return;
  if (request.mode === 'navigate' && (pathname === PAGE || pathname.startsWith(`${PAGE}/`))) {
    event.respondWith(page());
  } else if (pathname.startsWith(APP_ASSETS)) event.respondWith(file(request));
});

/** The page says what it had loaded before there was a worker. */
scope.addEventListener('message', (event) => {
  const { keep } = event.data as { readonly keep?: unknown };
  if (Array.isArray(keep))
    event.waitUntil(
      APP_HAS_REST ? keepAll(keep.filter(isFile)).then(keepUsed).then(keepRest) : keepAll(keep.filter(isFile)),
    );
});

const isFile = (path: unknown): path is string =>
  typeof path === 'string' && path.startsWith(APP_ASSETS) && /^[\w.-]+$/.test(path.slice(APP_ASSETS.length));

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  // The page is asked for anew: a copy in the browser's own cache may name the files of the version before.
  await cache.add(new Request(PAGE, { cache: 'no-cache' }));
  await cache.addAll(APP_FILES);
}

async function keepAll(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const path of paths) if ((await cache.match(path)) === undefined) await cache.add(path).catch(() => undefined);
}

/** A piece of ten kilobytes that takes longer comes over a line that somebody needs for something else. */
const SLOW_MS = 1_000;

/**
 * One piece after the other, and none after one that was slow or did not come: then a desk is kept when it is opened, and the rest is
 * tried again with the next page. What the version before has, under a name that follows from its content, is taken over.
 */
async function keepRest(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const path of APP_REST) {
    const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
    if (connection?.saveData === true) return;
    const began = Date.now();
    const known = await caches.match(path);
    if (known !== undefined) await cache.put(path, known);
    else if (
      !(await cache.add(path).then(
        () => true,
        () => false,
      ))
    )
      return;
    if (Date.now() - began > SLOW_MS) return;
  }
}

/** Of what was used once, a new version takes over what the one before had. */
async function keepUsed(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const path of APP_SELDOM) {
    const known = await caches.match(path);
    if (known !== undefined) await cache.put(path, known);
  }
}

/** One version back is kept: a page of that version may still be open, and ask for a part that it had not loaded yet. */
async function dropOlder(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)));
}

async function page(): Promise<Response> {
  const kept = await (await caches.open(CACHE)).match(PAGE);
  return kept ?? fetch(PAGE);
}

async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    await (await caches.open(CACHE)).put(request, copy).catch(() => undefined);
  }
  return answer;
}
