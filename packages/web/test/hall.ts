// A base in its sitting on a node that serves the client, and phones that take part.
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import type { Actor, Statute } from '@cabildo/core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Node } from '../../server/src/app/index.ts';
import { createServer } from '../../server/src/http/create-server.ts';
import { ask, done, found, lightStatute, type TestBody, withNode } from '../../server/test/app/node-fixture.ts';

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
}

/** Most of these phones have not come through a door: where one does, the statute says so. */
const remote: Partial<Statute> = { checkIn: 'anywhere' };

export async function withHall(
  web: string,
  work: (hall: Hall) => Promise<void>,
  articles: Partial<Statute> = remote,
): Promise<void> {
  await withNode(async ({ node }) => {
    const app = createServer({ node, web });
    await app.listen({ port: 0, host: '127.0.0.1' });
    try {
      await work(await hallOn(node, `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`, articles));
    } finally {
      app.server.closeAllConnections();
      await app.close();
    }
  });
}

async function hallOn(node: Node, url: string, articles: Partial<Statute>): Promise<Hall> {
  const body = await found(node, 'villa-ingenio', lightStatute(articles));
  const enrol = async (): Promise<string> =>
    String((await done(node, body, 'EnrolMember', { name: 'Juana Choque' })).answer.member);
  const tellers = [await enrol(), await enrol()] as const;
  // Whoever is enrolled a second after the convocation waits for the next sitting.
  const neighbours: string[] = [];
  for (let i = 0; i < 8; i++) neighbours.push(await enrol());
  const notice = [
    { matter: 'ordinary', title: 'Agua' },
    { matter: 'election', title: 'Directiva' },
  ];
  const input = { kind: 'founding', place: 'Sede social', startsAt: node.now(), notice };
  const sitting = await convened(node, body, () => ({ ...input, startsAt: node.now() }));
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

/** Without notice a sitting starts at the moment at which it is convened: a second may turn on the way. */
async function convened(node: Node, body: TestBody, input: () => object): Promise<number> {
  for (;;) {
    const outcome = await ask(node, body, 'ConveneSitting', input());
    if (outcome.kind === 'done') return outcome.acts[0]!.index;
    if (outcome.kind !== 'refused' || outcome.refusal.code !== 'notice-too-short') assert.fail(JSON.stringify(outcome));
  }
}

export interface PhoneInHand {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every address that the phone has asked for. */
  readonly asked: string[];
  /** Resolves once that screen is shown. */
  on(screen: 'sign-in' | 'hall' | 'vote' | 'unsent' | 'seals' | 'result' | 'people'): Promise<void>;
}

/** Runs `work` with a phone of its own, which nothing of another phone has touched. */
export async function withPhone(
  browser: Browser,
  work: (phone: PhoneInHand) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'es-BO', ...options });
  const page = await context.newPage();
  // A loaded machine is slow, not wrong.
  context.setDefaultTimeout(60_000);
  const asked: string[] = [];
  const faults: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  try {
    await work({
      page,
      context,
      asked,
      on: async (screen) => {
        await page.waitForSelector(`main[data-screen="${screen}"]`);
      },
    });
    if (faults.length > 0) throw new Error(`the page complained: ${faults.join('; ')}`);
  } finally {
    await context.close();
  }
}
