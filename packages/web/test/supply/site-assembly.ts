// A neighbourhood's assembly on the same node, whose president's phone has made the key that its book enrols: it signs for a site of the committee.
import { base64Encode } from '@cabildo/book';
import { done, found, lightStatute } from '../../../server/test/app/node-fixture.ts';
import { Body } from '../../../server/test/exchange/fixture.ts';
import type { PhoneInHand } from '../hall.ts';
import type { Committee } from './committee.ts';

/** Answers with the whole name of its book; the phone stays signed in for it. */
export async function assemblyOn({ page }: PhoneInHand, { node, url }: Committee): Promise<string> {
  const body = await found(node, 'junta-ventilla', lightStatute({ checkIn: 'anywhere' }));
  const { answer } = await done(node, body, 'EnrolMember', { name: 'Petrona Quispe' });
  const member = String(answer.member);
  const issued = await done(node, body, 'IssueCard', { member });
  const { code } = issued.answer.card as { readonly code: string };
  await page.goto(`${url}/supply#body=${body.name}&card=${code}`);
  await page.getByRole('heading', { name: 'Abastecimiento', level: 1 }).waitFor();
  await page.goto(`${url}/phone/seals/${body.name}`);
  await page.getByRole('button', { name: 'Hacer mi llave en este teléfono' }).click();
  const key = await page.locator('code.key').textContent();
  const book = new Body({ node }, body.name);
  const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
  const officers = [{ office: 'president', holder: member, key }];
  const elected = await book.write('OfficersElected', { vote: 0, officers, ...term, signaturesNeeded: 1 });
  await book.sealWith(elected, { index: 0, keys: [{ office: 'convener', signer: body.signer }] });
  await proven(book, elected);
  return body.origin;
}

/** As if its founding minutes had been signed, and two neighbours had witnessed them. */
async function proven(book: Body, officers: number): Promise<void> {
  const held = await book.sitting();
  const text = base64Encode(new Uint8Array(32));
  const minutes = await book.write('MinutesApproved', { sitting: held, firstAct: 0, lastAct: held, text });
  await book.sealWith(minutes, { index: officers, keys: [] });
  const witnesses = ['n1.example/junta', 'n2.example/junta'].map((of) => ({ book: of, index: 9 }));
  await book.write('BodyProven', { minutes, witnesses });
}
