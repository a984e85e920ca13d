// Bodies that have stood for years, whose officers have their keys on phones of their own: they witness a founding on the screens.
import type { Page } from 'playwright-core';
import type { Node } from '../../../server/src/app/index.ts';
import { done, found, lightStatute, type TestBody } from '../../../server/test/app/node-fixture.ts';
import { Body } from '../../../server/test/exchange/fixture.ts';
import type { PhoneInHand } from '../hall.ts';
import { press } from '../sitting/teller-at-work.ts';
import { choose } from './choosing.ts';

export interface Standing {
  readonly body: TestBody;
  readonly book: Body;
  /** In the order of the offices that were asked for; each has signed in and has a key. */
  readonly officers: readonly PhoneInHand[];
  /** The same, as members. */
  readonly members: readonly string[];
}

interface Asked {
  readonly node: Node;
  readonly url: string;
  another(): Promise<PhoneInHand>;
}

const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };

/** `make` is the name of the button that makes a key, in the language of those phones. */
export async function officersOnPhones(
  { node, url, another }: Asked,
  body: TestBody,
  offices: readonly ('president' | 'secretary')[],
  make = 'Hacer mi llave en este teléfono',
): Promise<Standing> {
  const book = Object.assign(new Body({ node }, body.name), { convener: body.signer });
  const officers: PhoneInHand[] = [];
  const elected: { readonly holder: string }[] = [];
  for (const office of offices) {
    const { answer } = await done(node, body, 'EnrolMember', { name: `Vecina ${office}` });
    const holder = String(answer.member);
    const card = (await done(node, body, 'IssueCard', { member: holder })).answer.card as { readonly code: string };
    const phone = await another();
    await phone.page.goto(`${url}/phone#body=${body.name}&card=${card.code}`);
    await phone.on('hall');
    await phone.page.goto(signaturesOf(url, body.name));
    await press(phone.page, make);
    const one = { office, holder, key: (await phone.page.locator('code.key').textContent()) ?? '' };
    elected.push(one);
    officers.push(phone);
  }
  const act = { vote: 0, officers: elected, ...term, signaturesNeeded: offices.length };
  const index = await book.write('OfficersElected', act);
  await book.sealWith(index, { index: 0, keys: [{ office: 'convener', signer: body.signer }] });
  return { body, book, officers, members: elected.map(({ holder }) => holder) };
}

export async function neighbour(
  asked: Asked,
  name: string,
  offices: readonly ('president' | 'secretary')[],
  make?: string,
): Promise<Standing> {
  const statute = lightStatute({ seals: { signatures: offices.length, handover: 'show' } });
  return officersOnPhones(asked, await found(asked.node, name, statute), offices, make);
}

const signaturesOf = (url: string, body: string): string => `${url}/phone/seals/${body}`;

/** Everything that waits for it under that name is signed by each of them. */
export async function sign(pages: readonly Page[], url: string, body: string, act: RegExp): Promise<void> {
  for (const page of pages) {
    await page.goto(signaturesOf(url, body));
    await press(page, act);
    await page.getByText('Comprobado aquí').waitFor();
    await press(page, 'Firmar');
    await page.locator('[data-seal]').waitFor();
  }
}

/** In the office of the neighbour: chosen by a part of its name, witnessed, and signed on the phones of its officers. */
export async function witnesses({ body, officers }: Standing, url: string, title: string): Promise<void> {
  const [first] = officers as readonly [PhoneInHand];
  await first.page.goto(`${url}/office/first-steps/${body.name}`);
  await first.on('first-steps');
  await choose(first.page, 'Asamblea vecina', title);
  await press(first.page, 'Dar fe de su fundación');
  await first.page.locator('.named li', { hasText: title }).getByText('falta firmar').waitFor();
  const phones = officers.map(({ page }) => page);
  await sign(phones, url, body.name, /^Testimonio de una fundación/);
}
