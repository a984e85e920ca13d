import { base64Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import type { DraftAct } from '@cabildo/core';
import type { Browser, Page } from 'playwright-core';
import type { Node } from '../../../server/src/app/index.ts';
import { ask, done, type TestBody } from '../../../server/test/app/node-fixture.ts';
import type { BuiltClient } from '../client.ts';
import { type PhoneInHand, withPhone } from '../hall.ts';
import type { Camera } from './camera.ts';

export interface Studio {
  readonly browser: Browser;
  readonly client: BuiltClient;
  readonly camera: Camera;
}

export type Scene = (studio: Studio) => Promise<void>;

/** Without a worker, so that what is asked of the node can be answered for it. */
export const withPage = (
  { browser }: Pick<Studio, 'browser'>,
  work: (phone: PhoneInHand) => Promise<void>,
): Promise<void> => withPhone(browser, work, { reducedMotion: 'reduce', serviceWorkers: 'block' });

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

export const says = (page: Page, words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor();

/** What the node says, changed on its way: for states that would take an evening to reach. */
export async function changed(page: Page, path: string, change: (answer: never) => unknown): Promise<void> {
  await page.route(path, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change((await response.json()) as never) });
  });
}

interface Sitting {
  readonly node: Node;
  readonly body: TestBody;
  readonly sitting: number;
}

/** Of an assembly: whether somebody has opened it already or not. */
export const openAssembly = ({ node, body, sitting }: Sitting): Promise<unknown> =>
  ask(node, body, 'OpenSitting', { sitting, call: 'first' });

export async function tableAt({ node, body, sitting }: Sitting, title: string): Promise<number> {
  const motion = { sitting, matter: 'ordinary', title, text: `${title}.`, proposal: { kind: 'resolution' } };
  return (await done(node, body, 'TableMotion', motion)).acts[0]!.index;
}

export async function openVoteOn({ node, body }: Sitting, motion: number, method: string): Promise<number> {
  return (await done(node, body, 'OpenVote', { motion, method })).acts[0]!.index;
}

/** As if an election long ago had put that member into every office. */
export async function inOffice(
  { node, body }: { readonly node: Node; readonly body: TestBody },
  holder: string,
): Promise<void> {
  const key = base64Encode(generateKey().signer.publicKey);
  const officers = ['president', 'secretary'].map((office) => ({ office, holder, key }));
  const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
  const data = { vote: 0, officers, ...term, signaturesNeeded: 1 };
  const draft = { act: 'OfficersElected', data, by: { office: 'statute', article: 'test' } } as unknown as DraftAct;
  const outcome = await node.record(body.origin, [draft]);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
}
