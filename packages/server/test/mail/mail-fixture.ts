// A node, a body that has a mail server, and members who have confirmed an address.
import assert from 'node:assert/strict';
import type { Actor, Statute } from '@cabildo/core';
import { confirmAddress, giveAddress, type MailWish } from '../../src/app/mail/mailbox.ts';
import { planMail } from '../../src/app/mail/plan.ts';
import { sendMail } from '../../src/app/mail/sending.ts';
import { enterServer } from '../../src/app/mail/server-of-body.ts';
import type { BookView, Node } from '../../src/app/node.ts';
import { done, found, lightStatute, type TestBody, type TestNode, withNode } from '../app/node-fixture.ts';
import { openPostOffice, type PostOffice, password, type Received, selfSigned } from './post-office.ts';

export interface Mailed extends TestNode {
  readonly body: TestBody;
  readonly office: PostOffice;
  book(): Promise<BookView>;
  member(name: string): Promise<Extract<Actor, { kind: 'member' }>>;
  give(actor: Actor, wish?: Partial<MailWish>): Promise<string>;
  /** Gives it, reads the letter that comes, and confirms by what it says. */
  confirmed(actor: Actor, wish?: Partial<MailWish>): Promise<void>;
  enter(more?: object): Promise<string>;
  /** One round: whom there is a reason to write to, and what is due. */
  round(): Promise<void>;
  /** What has come since it was asked last. */
  news(): readonly Received[];
  pass(minutes: number): void;
  /** A sitting convened for so many hours from now. */
  convene(hours: number): Promise<number>;
}

export const base = 'https://junta.example';

export async function withMail(
  work: (mailed: Mailed) => Promise<void>,
  articles: Partial<Statute> = {},
): Promise<void> {
  const certificate = await selfSigned();
  const office = await openPostOffice({ certificate });
  // A minute past the hour at which digests are due.
  let now = Date.parse('2026-06-17T07:01:00Z');
  const env = { CABILDO_VAULT_KEY: Buffer.alloc(32, 7).toString('base64'), CABILDO_MAIL_HOSTS: 'localhost,127.0.0.1' };
  try {
    await withNode(
      async (test) => {
        const body = await found(test.node, 'villa-ingenio', lightStatute(articles));
        const mailed = mailedOn(test, body, office, (minutes) => {
          now += minutes * 60_000;
        });
        assert.equal(await mailed.enter(), 'entered');
        await work(mailed);
      },
      { env, mailCa: certificate.cert, clock: () => now },
    );
  } finally {
    await office.close();
  }
}

function mailedOn(test: TestNode, body: TestBody, office: PostOffice, pass: (minutes: number) => void): Mailed {
  let seen = 0;
  const node = (): Node => test.node;
  const mailed: Mailed = {
    get node() {
      return test.node;
    },
    url: test.url,
    dataDir: test.dataDir,
    reopen: () => test.reopen(),
    body,
    office,
    pass,
    async book() {
      return (await node().book(body.name)) ?? assert.fail('no book');
    },
    async member(name) {
      const { answer } = await done(node(), body, 'EnrolMember', { name });
      return { kind: 'member', member: String(answer.member) };
    },
    async give(actor, wish = {}) {
      const whole = {
        address: 'juana@example.org',
        language: 'es',
        urgent: true,
        digest: 'none',
        open: false,
      } as const;
      return giveAddress(node(), await mailed.book(), { actor, wish: { ...whole, ...wish }, base });
    },
    async confirmed(actor, wish) {
      assert.equal(await mailed.give(actor, wish), 'given');
      await sendMail(node());
      const [letter] = mailed.news();
      assert.equal(await confirmAddress(node(), codeIn(letter)), 'confirmed');
    },
    async enter(more = {}) {
      const server = { host: 'localhost', port: office.port, tls: 'starttls', user: 'junta', password } as const;
      const entered = { ...server, sender: 'avisos@example.org', ...more };
      return enterServer(node(), await mailed.book(), body.founder, entered);
    },
    async round() {
      await planMail(node());
      await sendMail(node());
    },
    news() {
      const fresh = office.letters.slice(seen);
      seen = office.letters.length;
      return fresh;
    },
    async convene(hours) {
      const startsAt = new Date(Date.parse(node().now()) + hours * 3_600_000).toISOString().replace('.000', '');
      const notice = [
        { matter: 'ordinary', title: 'Agua' },
        { matter: 'election', title: 'Directiva' },
      ];
      const convened = await done(node(), body, 'ConveneSitting', {
        kind: 'founding',
        place: 'Sede',
        notice,
        startsAt,
      });
      return convened.acts[0]?.index ?? assert.fail('no act');
    },
  };
  return mailed;
}

/** What stands behind the `#` of the link. */
export const codeIn = (letter: Received | undefined): string =>
  /\/mail\/confirm\?lang=..#([0-9A-Z-]+)/.exec(letter?.text ?? '')?.[1] ?? assert.fail('the letter says no code');
