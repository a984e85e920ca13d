// What the office's worker keeps, and when it leaves the line to others: it runs here as it was built, on a clock and a line of its own.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { buildClient } from '../client.ts';
import { type Files, loadsOfAreas } from './loads.ts';

interface Line {
  /** How long each file takes. */
  readonly takesMs: number;
  readonly saveData?: boolean;
  /** Whether that file comes at all. */
  readonly comes?: (path: string) => boolean;
}

const ASSETS = '/office/assets/';

/** A browser's worker, as far as this one asks. `caches` outlives a version. */
function workerOf(
  script: string,
  { takesMs, saveData = false, comes = () => true }: Line,
  caches: Map<string, Map<string, string>>,
) {
  let now = 0;
  const asked: string[] = [];
  const pathOf = (wanted: unknown): string => (typeof wanted === 'string' ? wanted : (wanted as { url: string }).url);
  const fetched = (wanted: unknown): string => {
    now += takesMs;
    asked.push(pathOf(wanted));
    if (!comes(pathOf(wanted))) throw new TypeError('Failed to fetch');
    return pathOf(wanted);
  };
  const open = (name: string) => {
    const kept = caches.get(name) ?? new Map<string, string>();
    caches.set(name, kept);
    return {
      match: async (path: string) => kept.get(path),
      put: async (path: string, answer: string) => void kept.set(path, answer),
      add: async (wanted: unknown) => void kept.set(pathOf(wanted), fetched(wanted)),
      addAll: async (paths: readonly string[]) => {
        for (const path of paths) kept.set(path, fetched(path));
      },
    };
  };
  const heard = new Map<string, (event: unknown) => void>();
  runInNewContext(script, {
    addEventListener: (kind: string, listener: (event: unknown) => void) => heard.set(kind, listener),
    skipWaiting: async () => undefined,
    clients: { claim: async () => undefined },
    location: { origin: 'https://el-alto.example' },
    navigator: { connection: { saveData } },
    Date: { now: () => now },
    Request: class {
      readonly url: string;
      constructor(url: string) {
        this.url = url;
      }
    },
    caches: {
      open: async (name: string) => open(name),
      keys: async () => [...caches.keys()],
      delete: async (name: string) => caches.delete(name),
      match: async (path: string) =>
        [...caches.values()].map((kept) => kept.get(path)).find((one) => one !== undefined),
    },
  });
  const happens = async (kind: string, data?: unknown): Promise<void> => {
    const waits: Promise<unknown>[] = [];
    heard.get(kind)?.({ data, waitUntil: (work: Promise<unknown>) => waits.push(work) });
    await Promise.all(waits);
  };
  return {
    asked,
    async opened(): Promise<void> {
      await happens('install');
      await happens('activate');
      await happens('message', { keep: [] });
    },
  };
}

describe('the worker of the office', () => {
  let files: Files = new Map();
  const script = (): string => files.get('office-worker.js')?.toString() ?? assert.fail('no worker');
  const areas = (language: 'es' | 'en') => loadsOfAreas(files, language);

  before(async () => {
    files = (await buildClient()).office;
  });

  const assets = (): string[] =>
    [...files.keys()].filter((name) => /\.(?:js|css)$/.test(name) && name !== 'office-worker.js');

  test('on a good line all of the office is kept, each file once', async () => {
    const worker = workerOf(script(), { takesMs: 50 }, new Map());
    await worker.opened();
    assert.deepEqual(worker.asked.toSorted(), ['/office', ...assets().map((name) => `${ASSETS}${name}`)].toSorted());
  });

  for (const [line, why] of [
    [{ takesMs: 4_000 }, 'a slow line'],
    [{ takesMs: 50, saveData: true }, 'a line that is paid for by what comes over it'],
  ] as const)
    test(`on ${why} only what opens the office, and the desk of credentials, is kept, in both languages`, async () => {
      const worker = workerOf(script(), line, new Map());
      await worker.opened();
      const wanted = new Set(
        (['es', 'en'] as const).flatMap((language) =>
          ['home', 'accreditation'].flatMap((area) => [...(areas(language).get(area) ?? assert.fail(area))]),
        ),
      );
      for (const name of wanted)
        if (name !== 'index.html') assert.ok(worker.asked.includes(`${ASSETS}${name}`), `${name} is missing`);
      // On the slow one a first piece more was tried, and no second.
      const more = worker.asked.filter((path) => path !== '/office' && !wanted.has(path.slice(ASSETS.length)));
      assert.ok(more.length <= ('saveData' in line ? 0 : 1), more.join());
      const desks = [...areas('es').values()].flatMap((names) => [...names]);
      assert.ok(new Set(desks).size > worker.asked.length / 2);
    });

  test('a piece that did not come ends it, and what is missing comes with the next page', async () => {
    const caches = new Map<string, Map<string, string>>();
    const broken = workerOf(script(), { takesMs: 50, comes: (path) => !path.includes('founding') }, caches);
    await broken.opened();
    const after = workerOf(script(), { takesMs: 50 }, caches);
    await after.opened();
    const kept = new Set([...caches.values()].flatMap((all) => [...all.keys()]));
    for (const name of assets()) assert.ok(kept.has(`${ASSETS}${name}`), name);
  });

  test('of another version only what has changed is asked for once the office is open', async () => {
    const caches = new Map<string, Map<string, string>>();
    await workerOf(script(), { takesMs: 50 }, caches).opened();
    const [[, kept]] = [...caches] as [[string, Map<string, string>]];
    const changed =
      [...kept.keys()].find((path) => path.includes('/statute-area-') && path.endsWith('.js')) ?? assert.fail();
    kept.delete(changed);
    const next = script().replace(/("?`?cabildo-office `?"?[^;]*?\+")[\w-]{12}"/, '$1another-one"');
    assert.notEqual(next, script());
    const worker = workerOf(next, { takesMs: 50 }, caches);
    await worker.opened();
    const rest = worker.asked.filter((path) => /statute|founding|petitions|first-steps/.test(path));
    assert.deepEqual(rest, [changed]);
  });
});
