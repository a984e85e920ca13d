// A base in its sitting on a node that serves the client, and phones that take part.
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { base64Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import type { Actor, DraftAct, Statute } from '@cabildo/core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Node } from '../../server/src/app/index.ts';
import { createServer } from '../../server/src/http/create-server.ts';
import { convened, done, found, lightStatute, type TestBody, withNode } from '../../server/test/app/node-fixture.ts';

export interface Card {
  readonly member: string;
  readonly code: string;
  readonly words: { readonly es: string; readonly en: string };
}

export interface Hall {
  readonly node: Node;
  readonly body: TestBody;
  readonly url: string;
  readonly sitting: number;
  /** Those who count once the sitting is opened, and people on the roll who could recount. */
  readonly tellers: readonly [string, string];
  readonly neighbours: readonly string[];
  /** A new person on the roll, with a card. */
  card(): Promise<Card>;
  newCard(member: string): Promise<Card>;
  addressOf(card: Card): string;
  openSitting(): Promise<void>;
  openVote(title: string, method?: 'devices' | 'hands'): Promise<number>;
  closeVote(vote: number): Promise<void>;
  /** What the closing act says. */
  tally(vote: number): Promise<unknown>;
  /** So much time is over, on the node’s clock. */
  passes(milliseconds: number): void;
}

/** Most of these phones have not come through a door: where one does, the statute says so. */
const remote: Partial<Statute> = { checkIn: 'anywhere' };

export async function withHall(
  web: string,
  work: (hall: Hall) => Promise<void>,
  articles: Partial<Statute> = remote,
  people = 8,
): Promise<void> {
  let passed = 0;
  const passes = (milliseconds: number): void => {
    passed += milliseconds;
  };
  await withNode(
    async ({ node }) => {
      await withServer(node, web, async (url) => work(await hallOn(node, url, { articles, people, passes })));
    },
    { clock: () => Date.now() + passed },
  );
}

/** The node’s API, pages and client, at an address of their own. */
export async function withServer(node: Node, web: string, work: (url: string) => Promise<void>): Promise<void> {
  const app = createServer({ node, web });
  await app.listen({ port: 0, host: '127.0.0.1' });
  try {
    await work(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`);
  } finally {
    app.server.closeAllConnections();
    await app.close();
  }
}

interface HallOptions extends Pick<Hall, 'passes'> {
  readonly articles: Partial<Statute>;
  /** Beside its tellers and whoever convenes. */
  readonly people: number;
}

async function hallOn(node: Node, url: string, { articles, people, passes }: HallOptions): Promise<Hall> {
  const body = await found(node, 'villa-ingenio', lightStatute(articles));
  const enrol = async (name = 'Juana Choque'): Promise<string> =>
    String((await done(node, body, 'EnrolMember', { name })).answer.member);
  const tellers = [await enrol(), await enrol()] as const;
  // Whoever is enrolled a second after the convocation waits for the next sitting.
  // One has a name of her own, by which she alone is found.
  const neighbours: string[] = [await enrol('Petrona Quispe')];
  for (let i = 1; i < people; i++) neighbours.push(await enrol());
  const notice = [
    { matter: 'ordinary', title: 'Agua' },
    { matter: 'election', title: 'Directiva' },
  ];
  const sitting = await convened(node, body, { kind: 'founding', place: 'Sede social', notice });
  const newCard = async (member: string): Promise<Card> => {
    const { answer } = await done(node, body, 'IssueCard', { member });
    return { member, ...(answer.card as Omit<Card, 'member'>) };
  };
  return {
    node,
    body,
    url,
    sitting,
    tellers,
    neighbours,
    passes,
    newCard,
    card: async () => newCard(neighbours.pop() ?? (await enrol())),
    addressOf: ({ code }) => `${url}/phone#body=${body.name}&card=${code}`,
    async openSitting() {
      await done(node, body, 'AppointTellers', { sitting, tellers });
      for (const member of tellers) {
        const teller: Actor = { kind: 'member', member };
        await done(node, body, 'CountPresence', { sitting, round: 1, present: 2 }, teller);
      }
      await done(node, body, 'OpenSitting', { sitting, call: 'first' });
    },
    async openVote(title, method = 'devices') {
      const motion = { sitting, matter: 'ordinary', title, text: `${title}.`, proposal: { kind: 'resolution' } };
      const tabled = await done(node, body, 'TableMotion', motion);
      const opened = await done(node, body, 'OpenVote', { motion: tabled.acts[0]!.index, method });
      return opened.acts[0]!.index;
    },
    async closeVote(vote) {
      await done(node, body, 'CloseVote', { vote });
    },
    async tally(vote) {
      const answer = await fetch(`${url}/api/bodies/${body.name}/votes/${vote}`);
      return ((await answer.json()) as { result: { tallies: unknown[] } }).result.tallies[0];
    },
  };
}

/** As if an election long ago had put that member into the office. */
export async function inOffice({ node, body }: Hall, office: string, member: string): Promise<void> {
  const officer = { office, holder: member, key: base64Encode(generateKey().signer.publicKey) };
  const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
  const data = { vote: 0, officers: [officer], ...term, signaturesNeeded: 1 };
  const draft = { act: 'OfficersElected', data, by: { office: 'statute', article: 'test' } } as unknown as DraftAct;
  const outcome = await node.record(body.origin, [draft]);
  assert.equal(outcome.kind, 'done', JSON.stringify(outcome));
}

export interface PhoneInHand {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every address that the phone has asked for. */
  readonly asked: string[];
  /** Resolves once that screen is shown. */
  on(
    screen:
      | 'sign-in'
      | 'hall'
      | 'vote'
      | 'unsent'
      | 'seals'
      | 'result'
      | 'people'
      | 'office'
      | 'first-steps'
      | 'founding',
  ): Promise<void>;
}

/** Runs `work` with a phone of its own, which nothing of another phone has touched. */
export const withPhone = (
  browser: Browser,
  work: (phone: PhoneInHand) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> => withPhones(browser, async (another) => work(await another(options)));

/** As many as are asked for, each with nothing of the others. A page that complained of anything is told of at the end. */
export async function withPhones(
  browser: Browser,
  work: (another: (options?: BrowserContextOptions) => Promise<PhoneInHand>) => Promise<void>,
): Promise<void> {
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  try {
    await work(async (options = {}) => {
      const context = await browser.newContext({
        viewport: { width: 360, height: 740 },
        locale: 'es-BO',
        reducedMotion: 'reduce',
        ...options,
      });
      contexts.push(context);
      return inHand(context, faults);
    });
    if (faults.length > 0) throw new Error(`the page complained: ${faults.join('; ')}`);
  } catch (error) {
    throw new Error(`the phones showed:\n${(await shownOn(contexts)).join('\n---\n')}`, { cause: error });
  } finally {
    for (const context of contexts) await context.close();
  }
}

const shownOn = (contexts: readonly BrowserContext[]): Promise<string[]> =>
  Promise.all(
    contexts
      .flatMap((context) => context.pages())
      .map(async (page) => `${page.url()}\n${await page.locator('body').innerText({ timeout: 5_000 }).catch(String)}`),
  );

async function inHand(context: BrowserContext, faults: string[]): Promise<PhoneInHand> {
  const page = await context.newPage();
  // A loaded machine is slow, not wrong.
  context.setDefaultTimeout(60_000);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  return {
    page,
    context,
    asked,
    on: async (screen) => {
      await page.waitForSelector(`main[data-screen="${screen}"]`);
    },
  };
}

/** The worker has what it needs to open the app without a network. */
export const workerReady = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });

/** Signs in with the card’s address and says “I am here”. */
export async function comeIn({ page, on }: PhoneInHand, hall: Hall, card: Card): Promise<void> {
  // Whoever is at the client’s address already changes only the fragment, and stays on the page that is open.
  await page.goto('about:blank');
  await page.goto(hall.addressOf(card));
  await on('hall');
  await page.getByRole('button', { name: 'Estoy aquí' }).click();
  await page.getByText('Usted está en la sala').waitFor();
}
