// A real Chromium for tests and screenshots, without anything that calls out.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

export const chromiumProgram = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why there is no browser here, or false: tests skip, saying so, but not where everything must be tested. */
export const browserMissing: string | false = existsSync(chromiumProgram) ? false : `no Chromium at ${chromiumProgram}`;

if (browserMissing !== false && process.env.CI === 'true') throw new Error(browserMissing);

/** `more`: what a test wants of its browser besides. */
export const openBrowser = (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumProgram,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
