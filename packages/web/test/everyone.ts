// What a screen must be for everybody: found by axe to have no fault, whole at twice the text size, reached and left by the
// keyboard, and with targets that a thumb hits.
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { JSHandle, Page } from 'playwright-core';

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Faults by the rules of WCAG 2.2 AA and axe's own good practice, each with the places where they are. */
export async function faultsOn(page: Page): Promise<readonly string[]> {
  // By the debugger, which the page's policy does not bind: no script is added to the page itself.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as Pick<
    AxeResults,
    'violations'
  >;
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ target, any, all, none }) => {
      const [why] = [...any, ...all, ...none];
      return `${target.join(' ')} (${why?.message ?? ''})`;
    });
    return `${id}: ${help}: ${places.join('; ')}`;
  });
}

/** What is pressed, ticked or typed in. A link inside running text is as high as its line (WCAG 2.2, 2.5.8). */
const TARGETS = 'button, [role="button"], summary, select, textarea, input:not([type="hidden"]), a[href]';

/** Targets that are smaller than this in a direction in which they are aimed at. */
export const targetsBelow = (page: Page, pixels: number): Promise<readonly string[]> =>
  page.evaluate(
    ([selector, least]) => {
      const found: string[] = [];
      for (const element of document.querySelectorAll<HTMLElement>(selector as string)) {
        // What lies in a closed part of the page has a place there and is shown to nobody.
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        if (element.tagName === 'A' && getComputedStyle(element).display === 'inline') continue;
        // A tick is made on its label too.
        const ticked = element.matches('[type="checkbox"], [type="radio"], [type="file"]');
        const aimedAt = (ticked ? element.closest('label') : null) ?? element;
        const { width, height } = aimedAt.getBoundingClientRect();
        // Half a pixel is lost to rounding at other text sizes.
        if (width < (least as number) - 0.5 || height < (least as number) - 0.5) {
          const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
          found.push(`${element.tagName.toLowerCase()} “${name}” is ${Math.round(width)} × ${Math.round(height)}`);
        }
      }
      return found;
    },
    [TARGETS, pixels] as const,
  );

/** Pixels that are cut off at the side. */
export const sidewaysOn = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Twice the size that the reader's browser would give. */
export async function withTextTwiceAsLarge(page: Page, work: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const { style } = document.documentElement;
    style.fontSize = `${2 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)}px`;
  });
  try {
    await work();
  } finally {
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '';
    });
  }
}

/** What the keyboard cannot do: targets that Tab does not reach, and focus that nobody sees. */
export async function keyboardFaultsOn(page: Page): Promise<readonly string[]> {
  const wanted = await markTargets(page);
  const focused = await noteFocus(page);
  // Once round, and a few steps for what the browser itself has in the way; of a date each part is a step, and what is scrolled is one.
  const parts = 8 * (await page.locator('input[type^="date"]').count()) + (await page.locator('pre').count());
  const most = wanted.length + parts + 8;
  let reached: ReadonlyMap<string, Focused> = new Map();
  for (let step = 0; step < most && wanted.some(({ mark }) => !reached.has(mark)); ) {
    // No fewer reach them all, so that nobody looks after each.
    const steps = Math.min(Math.max(wanted.length - step, 4), most - step);
    for (let i = 0; i < steps; i++) await page.keyboard.press('Tab');
    step += steps;
    reached = new Map((await focused.evaluate(({ list }) => list)).map((at) => [at.mark, at]));
  }
  await focused.evaluate(({ stop }) => stop());
  await focused.dispose();
  const unseen = [...reached.values()].filter(({ seen }) => !seen).map(({ name }) => `no outline around ${name}`);
  const missed = wanted.filter(({ mark }) => !reached.has(mark)).map(({ name }) => `Tab does not reach ${name}`);
  return [...unseen, ...missed];
}

/** Of a group of radio buttons Tab reaches one; the arrows reach the others. */
const markTargets = (page: Page): Promise<readonly { readonly mark: string; readonly name: string }[]> =>
  page.evaluate((selector) => {
    for (const marked of document.querySelectorAll<HTMLElement>('[data-mark]')) delete marked.dataset.mark;
    const wanted: { mark: string; name: string }[] = [];
    const groups = new Set<string>();
    for (const [i, element] of [...document.querySelectorAll<HTMLElement>(selector)].entries()) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.matches(':disabled, [tabindex="-1"]') || element.closest('[inert]') !== null) continue;
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        if (groups.has(element.name)) continue;
        groups.add(element.name);
        const chosen = document.querySelector<HTMLElement>(`input[name="${CSS.escape(element.name)}"]:checked`);
        (chosen ?? element).dataset.mark = String(i);
      } else element.dataset.mark = String(i);
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
      wanted.push({ mark: String(i), name: `${element.tagName.toLowerCase()} “${name}”` });
    }
    return wanted;
  }, TARGETS);

interface Focused {
  readonly mark: string;
  readonly name: string;
  readonly seen: boolean;
}

/**
 * From the top of the page on: what has the focus whenever a key was pressed, each target once. At the end of a page the browser itself
 * moves the focus, and it may arrive after the key: so it is also noted as it comes, if it is seen then.
 */
const noteFocus = (page: Page): Promise<JSHandle<{ readonly list: Focused[]; stop(): void }>> =>
  page.evaluateHandle(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
    const list: Focused[] = [];
    const note = ({ type }: Event): void => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element.dataset.mark === undefined) return;
      const { mark } = element.dataset;
      if (list.some((one) => one.mark === mark)) return;
      const seen = [element, element.closest('label')].some((one) => {
        if (one === null) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      });
      const name = `${element.tagName.toLowerCase()} “${element.textContent?.trim().slice(0, 40) ?? ''}”`;
      if (seen || type === 'keyup') list.push({ mark, name, seen });
    };
    const events = ['focusin', 'keyup'];
    for (const event of events) addEventListener(event, note, { capture: true });
    return {
      list,
      stop: () => {
        for (const event of events) removeEventListener(event, note, { capture: true });
      },
    };
  });

const THUMB = 48;

const narrow = { width: 360, height: 740 };

/** A screen of the client, the screen on the wall, or a page that anybody reads without the client. */
export type Kind = 'phone' | 'wall' | 'page';

export type Look = (name: string, page: Page, kind?: Kind) => Promise<void>;

export interface Everybody {
  /** Holds what is shown against what everybody needs, and leaves it as it was. */
  readonly look: Look;
  readonly seen: readonly string[];
  /** Of all that was looked at. */
  readonly faults: readonly string[];
}

/**
 * Each screen is looked at twice: as it is, in light, with the keyboard; and in the other language, in the dark, on a narrow
 * phone with its text twice as large.
 */
export function everybody(): Everybody {
  const faults: string[] = [];
  const seen: string[] = [];
  const add = (where: string, list: readonly string[]): void => {
    faults.push(...list.map((fault) => `${where}: ${fault}`));
  };
  return {
    faults,
    seen,
    async look(name, page, kind = 'phone') {
      seen.push(name);
      const size = page.viewportSize();
      await page.emulateMedia({ colorScheme: 'light' });
      add(`${name} (light)`, await shownFaults(page, kind));
      add(`${name} (keyboard)`, await keyboardFaultsOn(page));
      await page.emulateMedia({ colorScheme: 'dark' });
      const back = kind === 'page' ? null : await otherLanguage(page);
      if (kind === 'phone') await page.setViewportSize(narrow);
      if (kind === 'wall') add(`${name} (dark, other language)`, await shownFaults(page, kind));
      else
        await withTextTwiceAsLarge(page, async () => {
          add(`${name} (dark, other language, large)`, await shownFaults(page, kind));
        });
      if (size !== null) await page.setViewportSize(size);
      await back?.();
      await page.emulateMedia({ colorScheme: 'light' });
    },
  };
}

async function shownFaults(page: Page, kind: Kind): Promise<readonly string[]> {
  const faults = await faultsOn(page);
  if (kind === 'page') return faults;
  const pixels = await sidewaysOn(page);
  return [
    ...faults,
    ...(pixels > 0 ? [`${pixels} pixels are cut off at the side`] : []),
    ...(await targetsBelow(page, THUMB)),
  ];
}

/** Null where there is no network to bring its words. */
async function otherLanguage(page: Page): Promise<(() => Promise<void>) | null> {
  if (!(await page.evaluate('navigator.onLine'))) return null;
  const change = async (): Promise<void> => {
    const before = await page.evaluate('document.documentElement.lang');
    await page.evaluate(() => document.querySelector<HTMLElement>('button[lang]')?.click());
    await page.waitForFunction((was) => document.documentElement.lang !== was, before);
    await settled(page);
  };
  await change();
  return change;
}

/** The words of an area come a moment after those of the frame. */
export const settled = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    let [said, same] = ['', 0];
    while (same < 6) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = document.body.innerText;
      same = now === said ? same + 1 : 0;
      said = now;
    }
  });
