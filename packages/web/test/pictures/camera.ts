// Takes pictures of a screen as its people meet it: three sizes, light and dark, twice the text size, and in English.
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { withTextTwiceAsLarge } from '../everyone.ts';

export const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
] as const;

const phone = sizes[0];

export interface How {
  /** Off where a form is open that a change of language would close. */
  readonly english: boolean;
  /** Off for what is dark anyway. */
  readonly dark: boolean;
  /** Only what fits on the screen. */
  readonly whole: boolean;
}

export interface Camera {
  take(name: string, page: Page, how?: Partial<How>): Promise<void>;
  /** As a printer would have it, A4. */
  print(name: string, page: Page): Promise<void>;
}

export function cameraTo(folder: string, few = false): Camera {
  const shoot = async (page: Page, name: string, fullPage: boolean): Promise<void> => {
    await page.screenshot({ path: `${folder}${name}.png`, fullPage, animations: 'disabled', caret: 'initial' });
  };
  return {
    async take(name, page, { english = true, dark = true, whole = true } = {}) {
      const file = name.replaceAll(/[^a-z0-9]+/gi, '-');
      if (few) {
        for (const size of [sizes[2], phone]) {
          await page.setViewportSize(size);
          await shoot(page, `${file}-${size.width}`, whole || size === phone);
        }
        return;
      }
      for (const colorScheme of dark ? (['light', 'dark'] as const) : (['light'] as const)) {
        await page.emulateMedia({ colorScheme });
        for (const size of sizes) {
          await page.setViewportSize(size);
          await shoot(
            page,
            `${file}-${size.width}${colorScheme === 'dark' ? '-dark' : ''}`,
            whole || size.width < 1000,
          );
        }
      }
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize(phone);
      await withTextTwiceAsLarge(page, () => shoot(page, `${file}-360-large`, true));
      if (english && (await speak(page, 'en'))) {
        await shoot(page, `${file}-360-en`, true);
        await speak(page, 'es');
      }
    },
    async print(name, page) {
      const path = `${folder}${name}.pdf`;
      await page.pdf({ path, format: 'A4', printBackground: true, preferCSSPageSize: true, tagged: true });
      await pagesOf(path, `${folder}${name}`);
    },
  };
}

/** With the button that everybody has. False where the screen shows none. */
export async function speak(page: Page, language: 'es' | 'en'): Promise<boolean> {
  const all = page.locator(`header button[lang="${language}"], .wall-tools button[lang="${language}"]`);
  const button = all.filter({ visible: true }).first();
  if ((await button.count()) === 0) return false;
  await button.click({ force: true });
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  await page.evaluate(calm);
  return true;
}

/** Until what is written has stayed the same for a while: words of a language come in several files. Runs in the page. */
async function calm(): Promise<void> {
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  let said = '';
  for (let same = 0; same < 15; ) {
    await frame();
    const now = document.body.innerText.replaceAll(/\d/g, '');
    same = now === said ? same + 1 : 0;
    said = now;
  }
}

const run = promisify(execFile);

/** Where poppler is there, each sheet of paper as a picture too. */
async function pagesOf(pdf: string, name: string): Promise<void> {
  await rm(`${name}-1.png`, { force: true });
  await run('pdftoppm', ['-r', '70', '-png', pdf, name]).catch(() => undefined);
}
