// Looks facts up the slow, obvious way: other books through answerNeed, the vault by filtering lists.
import { answerNeed, type Facts, type Finding, isBookNeed, type Need, plusDays, type Time } from '../../src/index.ts';
import { type Book, fakeSignature, sha256 } from './book.ts';

type NodeNeed = Exclude<Need, { fact: keyof import('../../src/index.ts').BookFacts }>;

export function findingsFor(books: ReadonlyMap<string, Book>, own: Book, wanted: readonly Need[], at: Time): Finding[] {
  return wanted.map((need) => {
    if (!isBookNeed(need)) return finding(need, nodeFact(own, need as NodeNeed, at));
    const other = books.get(need.book);
    if (other === undefined || other.acts.length === 0) return finding(need, null);
    const answer = answerNeed(
      other.state,
      need,
      (index) => other.receivedAt(index),
      (index) => other.leafOf(index),
    );
    const cites = (answer?.acts ?? []).map((index) => other.cite(index));
    return { need, found: answer?.found ?? null, cites, bookKey: other.key } as Finding;
  });
}

const finding = (need: Need, found: unknown): Finding => ({ need, found, cites: [], bookKey: null }) as Finding;

const rootOf = (names: readonly string[]): string => sha256(JSON.stringify(['salted', ...names]));

function nodeFact(own: Book, need: NodeNeed, at: Time): Facts[NodeNeed['fact']]['found'] | null {
  const { vault } = own;
  switch (need.fact) {
    case 'sha256':
      return { hash: sha256(need.text) };
    case 'roll': {
      const entitled = [...vault.members].filter(([, m]) => plusDays(m.enrolledAt, need.waitingDays) <= at);
      return { size: entitled.length, root: rootOf(entitled.map(([name]) => name)) };
    }
    case 'root':
      return { root: rootOf(need.of) };
    case 'member': {
      const member = vault.members.get(need.member);
      return member === undefined ? null : { enrolledAt: member.enrolledAt };
    }
    case 'attendance': {
      const there = vault.attendance.filter(({ sitting, asOf }) => sitting === need.sitting && asOf <= need.asOf);
      const holders = [...new Set(there.map(({ holder }) => holder))];
      return { holders, root: rootOf(holders) };
    }
    case 'presence-counts':
      return vault.presence.filter(({ sitting }) => sitting === need.sitting);
    case 'block-counts':
      return vault.blocks.filter(({ vote }) => vote === need.vote);
    case 'own-ballot': {
      const { vote, voter, holder } = need;
      return vault.ballots.find((row) => row.vote === vote && row.voter === voter && row.holder === holder) ?? null;
    }
    case 'ballots': {
      const all = vault.ballots.filter(({ vote }) => vote === need.vote);
      return { all, root: rootOf(all.map(({ voter }) => voter)) };
    }
    case 'signatures':
      return vault.signatures.filter(({ index }) => index === need.index);
    case 'signature-check':
      return signatureCheck(own, need);
    case 'demand-support':
      return vault.demands.filter(({ demand, since }) => demand === need.matters && since === need.since);
    case 'disclosure':
      return { present: vault.disclosures.has(`${need.index}/${need.slot}`) };
  }
}

/** What an officer's device signs: the seal of an act, or the replacement of its key. */
export const sealedText = (book: Book, index: number): string => `${book.origin} ${index} ${book.leafOf(index)}`;
export const replacementText = (office: string, newKey: string): string => `${office} ${newKey}`;

function signatureCheck(own: Book, { key, signature, over }: Extract<NodeNeed, { fact: 'signature-check' }>) {
  if ('seal' in over && over.seal >= own.acts.length) return { valid: false, leaf: '' };
  const text =
    'seal' in over ? sealedText(own, over.seal) : replacementText(over.replacement.office, over.replacement.newKey);
  const leaf = 'seal' in over ? own.leafOf(over.seal) : '';
  return { valid: fakeSignature(key, text) === signature, leaf };
}
