// Officers elected by the phones of their assembly, with device keys that a test holds.
import { leafHash, type Signer, signSeal } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { type Actor, plusMonths } from '@cabildo/core';
import type { CommandOutcome, Node } from '../../src/app/index.ts';
import { ask, done, type TestBody } from './node-fixture.ts';

const nameOf = (actor: Actor | undefined): string => (actor?.kind === 'member' ? actor.member : '');

/** Puts the election to a device vote in an open sitting, in which the first two members vote. Returns the election act. */
export async function electOfficers(
  node: Node,
  body: TestBody,
  { sitting, members }: { readonly sitting: number; readonly members: readonly Actor[] },
  keys: readonly [president: string, secretary: string],
): Promise<number> {
  const [president, secretary] = members;
  const from = node.now();
  const tabled = await done(node, body, 'TableMotion', {
    sitting,
    matter: 'election',
    title: 'Officers',
    text: 'The officers.',
    proposal: {
      kind: 'elect-officers',
      officers: [
        { office: 'president', holder: nameOf(president), key: keys[0] },
        { office: 'secretary', holder: nameOf(secretary), key: keys[1] },
      ],
      from,
      until: plusMonths(from, 12),
    },
  });
  const opened = await done(node, body, 'OpenVote', { motion: tabled.acts[0]!.index, method: 'devices' });
  const vote = opened.acts[0]!.index;
  for (const member of members.slice(0, 2)) await done(node, body, 'CastVote', { vote, choice: 'yes' }, member);
  const closed = await done(node, body, 'CloseVote', { vote });
  return closed.acts.find(({ act }) => act === 'OfficersElected')!.index;
}

/** An officer's device signs an act as the node shows it. */
export async function signWith(
  node: Node,
  body: TestBody,
  index: number,
  { signer, actor }: { readonly signer: Signer; readonly actor: Actor },
): Promise<CommandOutcome> {
  const row = await node.act(body.name, index);
  const leaf = leafHash(row!.entry, nodeCrypto);
  const { signature } = signSeal(body.origin, index, leaf, '', signer);
  return ask(node, body, 'SignAct', { index, signature }, actor);
}
