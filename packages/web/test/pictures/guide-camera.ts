// Takes of the scenes only those pictures that the guides show, in both languages, as small as they can be read.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { type Camera, speak } from './camera.ts';
import { type GuidePicture, guidePictures } from './guide-pictures.ts';

const folder = fileURLToPath(new URL('../../../../docs/guide/images/', import.meta.url));
const QUALITY = 0.72;
const languages = ['es', 'en'] as const;

type Language = (typeof languages)[number];

const sizes: Readonly<Record<GuidePicture['size'], { readonly width: number; readonly height: number }>> = {
  phone: { width: 360, height: 680 },
  table: { width: 900, height: 680 },
  wall: { width: 1280, height: 720 },
};

export class GuideCamera {
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** For scenes that tell what is to be seen in Spanish: what the guides show of it is taken in English too. */
  forScene(scene: string): Camera {
    let first = true;
    return {
      take: async (name, page) => {
        // Before a network is taken away: words of a language are fetched once.
        if (first && guidePictures.some((picture) => picture.scene === scene))
          for (const language of ['en', 'es'] as const) await this.#inLanguage(page, language);
        first = false;
        for (const picture of guidePictures) {
          if (picture.scene !== scene || picture.taken !== name) continue;
          for (const language of languages) {
            await this.#inLanguage(page, language);
            await this.shoot(picture, language, page);
          }
          await this.#inLanguage(page, 'es');
        }
      },
      print: () => Promise.resolve(),
    };
  }

  async shoot({ picture, size, part }: GuidePicture, language: Language, page: Page): Promise<void> {
    const before = page.viewportSize();
    await page.setViewportSize(sizes[size]);
    const shown = part === undefined ? undefined : page.locator(part).first();
    const how = { animations: 'disabled', caret: 'hide' } as const;
    const png = shown === undefined ? await page.screenshot(how) : await shown.screenshot(how);
    if (before !== null) await page.setViewportSize(before);
    await mkdir(`${folder}${language}`, { recursive: true });
    await writeFile(`${folder}${language}/${picture}.webp`, await this.#packed(png));
  }

  /** A public page has a link, a screen a button; a page that follows the address is read again in the other language. */
  async #inLanguage(page: Page, language: Language): Promise<void> {
    if ((await page.locator('html').getAttribute('lang')) === language) return;
    const link = page.locator(`a.switch[lang="${language}"]`);
    if ((await link.count()) > 0) await link.click();
    else if (!(await speak(page, language))) throw new Error(`nothing changes the language on ${page.url()}`);
  }

  async #packed(png: Buffer): Promise<Buffer> {
    const page = await this.#browser.newPage();
    try {
      const packed = await page.evaluate(
        async ([picture, quality]) => {
          const bytes = Uint8Array.from(atob(picture as string), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
          const blob = await canvas.convertToBlob({ type: 'image/webp', quality: quality as number });
          const read = new Uint8Array(await blob.arrayBuffer());
          return btoa(Array.from(read, (byte) => String.fromCharCode(byte)).join(''));
        },
        [png.toString('base64'), QUALITY] as const,
      );
      return Buffer.from(packed, 'base64');
    } finally {
      await page.close();
    }
  }
}
