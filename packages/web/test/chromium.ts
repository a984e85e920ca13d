// One browser and one build of the client for all tests of a process.
import { after } from 'node:test';
import type { Browser } from 'playwright-core';
import { browserMissing, openBrowser } from './browser.ts';
import { type BuiltClient, buildClient } from './client.ts';

export interface InChromium {
  readonly browser: Browser;
  readonly client: BuiltClient;
}

const opened = new Map<string, Promise<InChromium>>();

/**
 * Asked for before the tests; files that share a process and want the same browser share it. It is gone when the last of them
 * is over. Where there is no browser the tests are skipped (`browserMissing`), and nothing is built for them.
 */
export function inChromium(...more: readonly string[]): Promise<InChromium> {
  if (browserMissing !== false) return Promise.resolve(nowhere);
  const kind = more.join(' ');
  const found = opened.get(kind) ?? open(more);
  opened.set(kind, found);
  return found;
}

async function open(more: readonly string[]): Promise<InChromium> {
  const [browser, client] = await Promise.all([openBrowser(...more), buildClient()]);
  after(() => browser.close());
  return { browser, client };
}

/** Where there is no browser no test runs that would ask for one. */
const nowhere = {} as InChromium;
