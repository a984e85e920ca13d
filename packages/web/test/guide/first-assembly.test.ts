// The guide to the first assembly, followed to its last step in both languages by people who know nothing but what it says.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withNode } from '../../../server/test/app/node-fixture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { withPhones, withServer } from '../hall.ts';
import type { Language } from './catalogue.ts';
import { followFirstAssembly } from './first-assembly.ts';

const { browser, client } = await inChromium();

const laptop = { viewport: { width: 1280, height: 800 } };

describe('the guide to the first assembly, in Chromium', { skip: browserMissing }, () => {
  for (const language of ['es', 'en'] as const satisfies readonly Language[])
    test(`followed step by step it leads from an empty node to a proven founding (${language})`, async () => {
      let passed = 0;
      const passes = (milliseconds: number): void => {
        passed += milliseconds;
      };
      await withNode(
        ({ node }) =>
          withServer(node, client.folder, (url) =>
            withPhones(browser, async (another) => {
              const locale = language === 'es' ? 'es-BO' : 'en-GB';
              const followed: string[] = [];
              const one = (wide = false) => another({ locale, ...(wide ? laptop : {}) });
              await followFirstAssembly({ node, url, language, passes, another: one }, async ({ place }) => {
                followed.push(place);
              });
              assert.ok(followed.length > 50, followed.join());
              const { bodies } = (await (await fetch(`${url}/api/bodies`)).json()) as Bodies;
              const founded = bodies.find(({ origin }) => origin.includes('ingenio'));
              const acts = (await node.acts(founded?.origin ?? '', 0, 200)).map(({ act }) => act);
              for (const act of [
                'ResolutionAdopted',
                'OfficersElected',
                'SittingClosed',
                'MinutesApproved',
                'ActSealed',
                'BodyProven',
              ])
                assert.ok(acts.includes(act), `${act}: ${acts.join()}`);
            }),
          ),
        { clock: () => Date.now() + passed },
      );
    });
});

interface Bodies {
  readonly bodies: readonly { readonly origin: string }[];
}
