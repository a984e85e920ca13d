// Looks facts up the slow, obvious way: other books through answerNeed, the vault by filtering lists.
import {
  answerAsked,
  answerNeed,
  attendanceOver,
  type BaseBelow,
  countedBelow,
  countsFrom,
  type Facts,
  type Finding,
  firstBook,
  type HeldAnswer,
  isBookNeed,
  isLater,
  type Need,
  needKey,
  plusMinutes,
  stillThere,
  type Time,
  tableEntries,
  tableGet,
  tableHas,
} from '../../src/index.ts';
import { type Book, fakeSignature, sha256 } from './book.ts';

type NodeNeed = Exclude<
  Need,
  { fact: keyof import('../../src/index.ts').BookFacts | 'bases-below' | 'held-answers' | 'way-up' }
>;

/** Down all tiers, the obvious way; each base once. */
function basesBelow(
  books: ReadonlyMap<string, Book>,
  own: Book,
  { acts, before }: { readonly acts: number; readonly before: Time },
): BaseBelow[] {
  const found = new Map<string, BaseBelow>();
  const walk = (book: Book, path: BaseBelow['path']): void => {
    for (const { below, act } of book === own ? countedHere(own, acts, before) : admittedThere(book, before)) {
      if (path.some((step) => step.book === below)) continue;
      const way = book === own ? path : [...path, { book: book.origin, index: act }];
      const next = books.get(below);
      if (next?.state.body?.kind === 'delegate') walk(next, way);
      else if (!found.has(firstBook(below))) found.set(firstBook(below), { base: below, path: way });
    }
  };
  walk(own, []);
  return [...found.values()].sort((a, b) => (a.base < b.base ? -1 : 1));
}

/** Directly below, each in the book in which it goes on. */
const admittedHere = ({ state }: Book, acts: number) =>
  tableEntries(state.affiliates)
    .filter(([, { succeededBy }]) => succeededBy === undefined)
    .filter(([, { act, since, ended, earlier = [] }]) =>
      [...earlier, { since: since ?? act, ended }].some(
        (one) => one.since < acts && (one.ended === undefined || one.ended.act >= acts),
      ),
    )
    .map(([below, { act }]) => ({ below, act }));

/** Those of them that no longer waited when they were asked. */
function countedHere(own: Book, acts: number, before: Time) {
  const counted = new Set(countedBelow(own.state, { act: acts, at: before }).map(([below]) => below));
  return admittedHere(own, acts).filter(({ below }) => counted.has(below));
}

const admittedThere = (book: Book, before: Time) =>
  (answerNeed(
    book.state,
    { fact: 'affiliates', book: book.origin, before },
    (index) => book.receivedAt(index),
    (index) => book.leafOf(index),
  )?.found ?? []) as readonly { readonly below: string; readonly act: number }[];

function heldAnswers(
  books: ReadonlyMap<string, Book>,
  own: Book,
  { consultation: index, before }: Extract<Need, { fact: 'held-answers' }>,
  answering: typeof answerNeed,
): HeldAnswer[] {
  const consultation = tableGet(own.state.consultations, index);
  if (consultation === undefined) return [];
  const asked = consultation.throughTiers
    ? basesBelow(books, own, { acts: index, before })
    : admittedHere(own, index).map(({ below }) => ({ base: below, path: [] }));
  return asked.flatMap(({ base: first, path }) => {
    const heard = tableGet(consultation.answers, firstBook(first))?.from;
    const goesOn = booksOf(books, first).filter(
      (book) => consultation.throughTiers || tableHas(own.state.affiliates, book),
    );
    return goesOn.flatMap((base) => {
      const need = answerAsked(own.state, base, index, consultation);
      const [said] = findingsFor(books, own, [need], before, answering) as Finding<'answer'>[];
      if (said === undefined || said.found === null) return [];
      if (heard !== undefined && !isLater({ book: base, index: said.found.index }, heard)) return [];
      const steps = path.map(({ book }, i) => ({ book, below: path[i + 1]?.book ?? base }));
      const ways = steps.map((step) => ({ fact: 'admission', ...step, before }) as const);
      const admitted = findingsFor(books, own, ways, before, answering) as Finding<'admission'>[];
      if (admitted.some(({ found }) => found?.vouched === false)) return [];
      const admissions = path.map(({ book, index: act }) => (books.get(book) as Book).cite(act));
      return [{ base, path, answer: said.found, cites: [...said.cites, ...admissions] }];
    });
  });
}

/** In whichever books a body goes on, the last one last. */
const booksOf = (books: ReadonlyMap<string, Book>, name: string): readonly string[] =>
  [...books.keys()].filter((book) => firstBook(book) === firstBook(name)).sort((a, b) => a.length - b.length);

/** `answering` is how a book answers: another one is handed in to see what a broken rule would do. */
export function findingsFor(
  books: ReadonlyMap<string, Book>,
  own: Book,
  wanted: readonly Need[],
  at: Time,
  answering = answerNeed,
): Finding[] {
  return wanted.map((need) => {
    if (need.fact === 'way-up') return finding(need, wayUp(books, need.from, need.to, []));
    if (need.fact === 'bases-below') return finding(need, basesBelow(books, own, need));
    if (need.fact === 'held-answers') return finding(need, heldAnswers(books, own, need, answering));
    if (!isBookNeed(need)) return finding(need, nodeFact(own, need as NodeNeed, at));
    const other = books.get(need.book);
    if (other === undefined || other.acts.length === 0) return finding(need, null);
    const answer = answering(
      other.state,
      need,
      (index) => other.receivedAt(index),
      (index) => other.leafOf(index),
    );
    const cites = (answer?.acts ?? []).map((index) => other.cite(index));
    return { need, found: answer?.found ?? null, cites, bookKey: other.key } as Finding;
  });
}

/** Depth first through whatever the books say: the first way that is found. */
function wayUp(
  books: ReadonlyMap<string, Book>,
  from: readonly string[],
  to: string,
  below: readonly string[],
): { path: readonly string[] } | null {
  for (const book of from) {
    if (book === to) return { path: [...below, book] };
    const other = books.get(book);
    if (below.includes(book) || other === undefined || other.acts.length === 0) continue;
    const said = answerNeed(
      other.state,
      { fact: 'above', book },
      (index) => other.receivedAt(index),
      (index) => other.leafOf(index),
    )?.found as { books: readonly string[] };
    const way = wayUp(books, said.books, to, [...below, book]);
    if (way !== null) return way;
  }
  return null;
}

const finding = (need: Need, found: unknown): Finding => ({ need, found, cites: [], bookKey: null }) as Finding;

const rootOf = (names: readonly string[]): string => sha256(JSON.stringify(['salted', ...names]));

function nodeFact(own: Book, need: NodeNeed, at: Time): Facts[NodeNeed['fact']]['found'] | null {
  const { vault } = own;
  switch (need.fact) {
    case 'sha256':
      return { hash: sha256(need.text) };
    case 'roll': {
      const entitled = [...vault.members].filter(([, m]) => countsFrom(need.waiting, m.enrolledAt) <= at);
      return { size: entitled.length, root: rootOf(entitled.map(([name]) => name)) };
    }
    case 'root':
      return { root: rootOf(need.of) };
    case 'member': {
      const member = vault.members.get(need.member);
      return member === undefined ? null : { enrolledAt: member.enrolledAt, household: member.household };
    }
    case 'attendance': {
      if (attendanceOver(own.state, need.sitting, at)) return null;
      const first = vault.attendance.filter(
        (row, i, all) => all.findIndex(({ sitting, holder }) => sitting === row.sitting && holder === row.holder) === i,
      );
      const there = first.filter(({ sitting, asOf }) => sitting === need.sitting && asOf <= need.asOf);
      const all = there.flatMap(({ holder, channel }) => (channel === (need.channel ?? channel) ? [holder] : []));
      const holders = stillThere(own.state, need.sitting, all);
      return { holders, root: rootOf(holders) };
    }
    case 'door-code': {
      const codes = [0, 1, 2].map((ago) => doorCode(own.origin, need.sitting, plusMinutes(at, -ago)));
      return { holds: codes.includes(need.code) };
    }
    case 'attendance-left': {
      const there = new Set(vault.attendance.flatMap((row) => (row.sitting === need.sitting ? [row.holder] : [])));
      const spoke = vault.floors.filter(({ sitting }) => sitting === need.sitting).length;
      return { count: there.size, root: rootOf([...there]), spoke };
    }
    case 'forks':
      return vault.forks.filter(({ origin }) => origin === need.origin);
    case 'presence-counts':
      return vault.presence.filter(({ sitting }) => sitting === need.sitting);
    case 'block-counts':
      return vault.blocks.filter(({ vote }) => vote === need.vote);
    case 'checked-in': {
      if (attendanceOver(own.state, need.sitting, at)) return null;
      const row = vault.attendance.find(({ sitting, holder }) => sitting === need.sitting && holder === need.member);
      return row === undefined ? null : { channel: row.channel, asOf: row.asOf };
    }
    case 'card-counts':
      return vault.cardCounts.filter(({ vote }) => vote === need.vote);
    case 'next-in-turn': {
      const roll = [...vault.members].toSorted(([a, one], [b, other]) =>
        `${one.enrolledAt} ${a}` < `${other.enrolledAt} ${b}` ? -1 : 1,
      );
      const homes = new Map<string, string[]>();
      for (const [name, { household }] of roll) {
        const home = (need.households === true ? household : null) ?? name;
        homes.set(home, [...(homes.get(home) ?? []), name]);
      }
      const order = [...homes.values()];
      const { after } = need;
      const last = typeof after === 'number' ? after - 1 : order.findIndex((home) => home.includes(String(after)));
      const place = (last + 1) % Math.max(1, order.length);
      const holders = order[place];
      return holders === undefined ? null : { holders, place: place + 1 };
    }
    case 'floor':
      return attendanceOver(own.state, need.sitting, at)
        ? null
        : vault.floors.filter(({ sitting }) => sitting === need.sitting).map(({ entry }) => entry);
    case 'stock-counts':
      return vault.stockCounts.filter(({ site, item }) => site === need.site && item === need.item);
    case 'petition-counts':
      return vault.petitions.filter(({ petition }) => petition === need.petition);
    case 'ballot-files':
      return vault.ballotFiles.filter(({ vote }) => vote === need.vote);
    case 'urn-counts':
      return vault.urns.filter(({ vote }) => vote === need.vote);
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
    case 'trial-decryption':
    case 'credential-halves':
    case 'credential-list':
    case 'secret-setup':
    case 'ballot-box':
    case 'secret-result':
      return (vault.verified.get(needKey(need)) ?? null) as never;
    case 'disclosure':
      return { present: vault.disclosures.has(`${need.index}/${need.slot}`) };
  }
}

/** What stands at the door of a sitting in that minute. */
export const doorCode = (origin: string, sitting: number, at: Time): string =>
  sha256(`door of ${origin} ${sitting} at ${at.slice(0, 16)}`).slice(0, 8);

/** What an officer's device signs: the seal of an act, or the replacement of its key. */
export const sealedText = (book: Book, index: number): string => `${book.origin} ${index} ${book.leafOf(index)}`;
export const objectionText = (book: Book, claim: number): string => `no ${sealedText(book, claim)}`;
export const replacementText = (office: string, newKey: string, oldKey = ''): string =>
  `${office} ${newKey}${oldKey === '' ? '' : ` for ${oldKey}`}`;

function signatureCheck(own: Book, { key, signature, over }: Extract<NodeNeed, { fact: 'signature-check' }>) {
  if ('replacement' in over) {
    const { office, newKey, oldKey } = over.replacement;
    return { valid: fakeSignature(key, replacementText(office, newKey, oldKey)) === signature, leaf: '' };
  }
  if ('text' in over) return { valid: fakeSignature(key, over.text) === signature, leaf: '' };
  const index = 'seal' in over ? over.seal : over.objection;
  if (index >= own.acts.length) return { valid: false, leaf: '' };
  const text = 'seal' in over ? sealedText(own, index) : objectionText(own, index);
  return { valid: fakeSignature(key, text) === signature, leaf: own.leafOf(index) };
}
