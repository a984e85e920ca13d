// One browser and one build of the client for all tests of a file.
import { after } from 'node:test';
import type { Browser } from 'playwright-core';
import { browserMissing, openBrowser } from './browser.ts';
import { type BuiltClient, buildClient } from './client.ts';

export interface InChromium {
  readonly browser: Browser;
  readonly client: BuiltClient;
}

/**
 * Asked for once, before the tests: both are gone when the file’s last test is over. Where there is no browser the tests are
 * skipped (`browserMissing`), and nothing is built for them.
 */
export async function inChromium(...more: readonly string[]): Promise<InChromium> {
  if (browserMissing !== false) return nowhere;
  const [browser, client] = await Promise.all([openBrowser(...more), buildClient()]);
  after(async () => {
    await browser.close();
    await client.remove();
  });
  return { browser, client };
}

/** Where there is no browser no test runs that would ask for one. */
const nowhere = {} as InChromium;
