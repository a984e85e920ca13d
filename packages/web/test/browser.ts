// A real Chromium for tests and screenshots, without anything that calls out.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { withDeadline } from './deadline.ts';

const wholeProgram = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The same without windows, bars and profiles of its own: the same sitting in it needs a seventh less of the processor. */
const shellProgram = process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell';

/** Why there is no browser here, or false: tests skip, saying so, but not where everything must be tested. */
export const browserMissing: string | false = existsSync(wholeProgram) ? false : `no Chromium at ${wholeProgram}`;

if (browserMissing !== false && process.env.CI === 'true') throw new Error(browserMissing);

/**
 * What a window of this browser would run besides the page. A switch that comes twice counts as it comes last, so the names
 * that playwright gives are here again; ours are the lists under the address bar: two pages of their own for each window,
 * which cost more of the processor than the page that is tested, and a process in reserve for a page that never comes.
 */
const withoutFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'SpareRendererForSitePerProcess',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

withDeadline(chromium);

/** `more`: what a test wants of its browser besides, a camera for instance; the whole browser alone has all of it. */
export const openBrowser = (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: more.length === 0 && existsSync(shellProgram) ? shellProgram : wholeProgram,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${withoutFeatures.join()}`,
      ...more,
    ],
  });
