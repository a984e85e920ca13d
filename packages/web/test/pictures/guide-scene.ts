// The guide to the first assembly, followed in both languages, with a picture wherever it shows one.
import { withNode } from '../../../server/test/app/node-fixture.ts';
import { followFirstAssembly } from '../guide/first-assembly.ts';
import { withPhones, withServer } from '../hall.ts';
import type { GuideCamera } from './guide-camera.ts';
import { guidePictures } from './guide-pictures.ts';
import type { Scene } from './studio.ts';

const laptop = { viewport: { width: 1280, height: 800 } };

export const firstAssembly =
  (camera: GuideCamera): Scene =>
  async ({ browser, client }) => {
    for (const language of ['es', 'en'] as const) {
      let passed = 0;
      const passes = (milliseconds: number): void => {
        passed += milliseconds;
      };
      const locale = language === 'es' ? 'es-BO' : 'en-GB';
      await withNode(
        ({ node }) =>
          withServer(node, client.folder, (url) =>
            withPhones(browser, (another) => {
              const one = (wide = false) => another({ locale, serviceWorkers: 'block', ...(wide ? laptop : {}) });
              return followFirstAssembly({ node, url, language, passes, another: one }, async ({ pictures }, page) => {
                for (const picture of guidePictures)
                  if (pictures.includes(picture.picture)) await camera.shoot(picture, language, page);
              });
            }),
          ),
        { clock: () => Date.now() + passed },
      );
    }
  };
