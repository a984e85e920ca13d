// What a desk of credentials says of a card or a file, from what it holds and without a network.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actCode, canonicalize, ED25519, encodeCredential, formatVkey, leafHash, verifierKey } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { credentialOf, federation, WITNESS } from '../../../book/test/credential-fixtures.ts';
import type { DeskKit, Held } from '../../src/office/accreditation/desk-answer.ts';
import { type Case, judge } from '../../src/office/accreditation/judge.ts';
import { MOST_BYTES, shownIn } from '../../src/office/accreditation/shown.ts';

const fed = federation(2);
const [top, base] = fed.books as [(typeof fed.books)[0], (typeof fed.books)[0]];
const credential = credentialOf(fed);
const file = encodeCredential(credential);
const code = actCode(leafHash(base.entries[fed.elections[0]!.election]!, nodeCrypto));
const key = `${base.origin}#2`;
const at = '2005-07-02T00:00:00Z';

type Changes = Partial<Omit<Case, 'kit'>> & {
  readonly held?: Record<string, Held>;
  readonly seats?: DeskKit['body']['state']['seats'];
  readonly entitlement?: number;
};

function caseOf({ held, seats = {}, entitlement = 3, ...changes }: Changes = {}): Case {
  const affiliates = { [base.origin]: { title: 'Tier 1', entitlement } };
  const body = { origin: top.origin, key: top.vkey, state: { affiliates, seats } };
  const kit = { body, held: held ?? { [key]: { credential, refused: null } } };
  return { kit, sitting: 7, waiting: new Set(), at, ...changes };
}

const card = (below = base.origin, above = top.origin, seat = 2, act = code): string =>
  `https://n.example/b/${encodeURIComponent(below)}/credentials/${encodeURIComponent(above)}/${seat}?act=${act}`;

const verdict = (text: string, changes?: Changes): string => {
  const judged = judge(shownIn(text), caseOf(changes));
  return judged.good ? `good ${judged.seat.title} ${judged.seat.seat}` : judged.reason;
};

const seatThere = (changes: object = {}) => ({
  [key]: {
    sitting: 7,
    vacant: false,
    holder: 'm-bbbbbbbbbbbbbbbb',
    until: '2006-06-08T00:00:00Z',
    election: { book: base.origin, index: fed.elections[0]!.election },
    recalled: [],
    ...changes,
  },
});

test('a printed card and the file lead to the same seat', () => {
  assert.equal(verdict(card()), 'good Tier 1 2');
  assert.equal(verdict(file), 'good Tier 1 2');
  assert.equal(
    verdict(` ${JSON.stringify(credential, null, 2)}\n`),
    'good Tier 1 2',
    'also as somebody has written it out',
  );
  assert.equal(verdict(file, { held: {} }), 'good Tier 1 2', 'also where the desk holds nothing of that base');
});

test('what is no credential is told so, and how', () => {
  assert.equal(verdict(''), 'not-a-credential');
  assert.equal(verdict('https://n.example/phone#body=x&card=y'), 'not-a-credential');
  assert.equal(verdict('{"format":"cabildo-backup/1"}'), 'not-a-credential');
  assert.equal(verdict(file.slice(0, -400)), 'cut-off');
  assert.equal(verdict(' '.repeat(1_000_000)), 'too-large');
  assert.equal(verdict(file + ' '.repeat(MOST_BYTES)), 'too-large');
  assert.equal(verdict('{"format":"cabildo-credential/1"}'), 'malformed');
  assert.equal(verdict('{"format":"cabildo-credential/1","seat":{"above":1,"below":[],"seat":{}}}'), 'malformed');
  assert.equal(verdict(card(base.origin, top.origin, 2, `${code.slice(0, 9)}!`)), 'code-mistyped');
  const swapped = code.slice(1, 2) + code.slice(0, 1) + code.slice(2);
  assert.equal(
    verdict(card(base.origin, top.origin, 2, swapped)),
    swapped === code ? 'good Tier 1 2' : 'code-mistyped',
  );
});

test('a card for somewhere else, of somebody else, or beyond what its body may send', () => {
  assert.equal(verdict(card(base.origin, 'other.example/assembly')), 'other-assembly');
  assert.equal(verdict(card('stranger.example/junta')), 'not-affiliated');
  assert.equal(verdict(card('constructor')), 'not-affiliated');
  assert.equal(verdict(card(base.origin, top.origin, 4)), 'beyond-entitlement');
  assert.equal(verdict(card(base.origin, top.origin, 3)), 'not-held');
  assert.equal(verdict(card(), { entitlement: 1 }), 'beyond-entitlement');
  assert.equal(verdict(file, { entitlement: 1 }), 'beyond-entitlement');
});

test('recalled, unsealed, out of term, of an earlier election: each by its name', () => {
  const none = (refused: string): Changes => ({ held: { [key]: { credential: null, refused } } });
  assert.equal(verdict(card(), none('recalled')), 'recalled');
  assert.equal(verdict(file, none('recalled')), 'recalled', 'a file from before the recall is refused too');
  assert.equal(verdict(card(), none('not-sealed')), 'unsealed');
  assert.equal(verdict(card(), none('book-not-held')), 'not-held');
  assert.equal(verdict(card(), none('something-new')), 'forged');
  const recalled = [{ holder: 'm-bbbbbbbbbbbbbbbb', act: 99 }];
  assert.equal(verdict(card(), { seats: seatThere({ sitting: 3, recalled }) }), 'recalled');
  const before = [{ holder: 'm-bbbbbbbbbbbbbbbb', act: 1 }];
  assert.equal(verdict(card(), { seats: seatThere({ sitting: 3, recalled: before }) }), 'good Tier 1 2');
  assert.equal(verdict(card(), { at: '2006-07-01T00:00:00Z' }), 'term-over');
  assert.equal(verdict(card(), { at: '2005-06-01T00:00:00Z' }), 'term-not-begun');
  const other = actCode(leafHash(base.entries[0]!, nodeCrypto));
  assert.equal(verdict(card(base.origin, top.origin, 2, other)), 'other-election');
});

test('nobody sits twice: neither who is accredited nor who waits to be', () => {
  assert.equal(verdict(card(), { seats: seatThere() }), 'already-seated');
  assert.equal(verdict(file, { seats: seatThere() }), 'already-seated');
  assert.equal(verdict(card(), { seats: seatThere({ vacant: true }) }), 'good Tier 1 2');
  assert.equal(verdict(card(), { seats: seatThere({ sitting: 3 }) }), 'good Tier 1 2');
  assert.equal(verdict(card(), { waiting: new Set([key]) }), 'already-waiting');
});

test('a file whose proof was touched, or that another assembly’s key signed, is not believed', () => {
  const touched = structuredClone(credential) as unknown as { links: { acts: { election: { leaf: string } } }[] };
  const { election } = touched.links[0]!.acts;
  election.leaf = election.leaf.replace('m-bbbbbbbbbbbbbbbb', 'm-dddddddddddddddd');
  assert.equal(verdict(canonicalize(touched as never)), 'forged');
  const desk = caseOf();
  const key = formatVkey(verifierKey(top.origin, ED25519, WITNESS.publicKey, nodeCrypto));
  const body = { ...desk.kit.body, key };
  const judged = judge(shownIn(file), { ...desk, kit: { ...desk.kit, body } });
  assert.deepEqual(judged, {
    good: false,
    reason: 'other-key',
    seat: { below: base.origin, title: 'Tier 1', seat: 2 },
  });
});

/** Each place of the file by the names that lead to it. */
const placesIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => [[...path, name], ...placesIn(part, [...path, name])])
    : [];

function withInstead(path: readonly string[], json: string): string {
  const copy = JSON.parse(file) as Record<string, unknown>;
  let at = copy;
  for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>;
  at[path.at(-1) ?? ''] = 'PLACE';
  return JSON.stringify(copy).replace('"PLACE"', json);
}

test('nested without end, or of another kind, at any place: refused, or without meaning, and the desk goes on', () => {
  const deep = 20_000;
  const hostile = [
    ...['['.repeat(deep) + ']'.repeat(deep), '{"a":'.repeat(deep) + '1'.padEnd(deep + 1, '}'), '{"__proto__":{}}'],
    ...['null', 'true', '1e999', '-1', '""', '"\\ud800"', '[]', '{}'],
  ];
  // Nothing depends on either being empty: nobody handed over, and no witness is asked for by who holds the key.
  const mayBeEmpty = new Set(['witnesses', 'links.0.acts.handover']);
  for (const path of placesIn(credential))
    for (const json of hostile) {
      const said = verdict(withInstead(path, json));
      const where = `${path.join('.')}: ${json.slice(0, 20)}`;
      if (mayBeEmpty.has(path.join('.')) && json === '[]') assert.equal(said, 'good Tier 1 2', where);
      else assert.doesNotMatch(said, /^good/, where);
    }
});

test('pictures and other programs’ files are no credentials', () => {
  const picture = Buffer.from('89504e470d0a1a0a0000000d49484452ffffffffffffffff', 'hex').toString('utf8');
  for (const text of [
    picture,
    '\uffd8\uffe0JFIF',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '%PDF-1.7',
    'PK\u0003\u0004',
    '\0',
  ])
    assert.equal(verdict(text), 'not-a-credential', text.slice(0, 12));
});

test('a change of any byte is found, or changes nothing of who holds which seat for how long', () => {
  const meant = judge(shownIn(file), caseOf());
  assert.ok(meant.good);
  const { holder, alternate, term, seat } = meant.verified;
  let found = 0;
  for (let place = 0; place < file.length; place += 97) {
    const changed = file.slice(0, place) + (file[place] === 'A' ? 'B' : 'A') + file.slice(place + 1);
    const judged = judge(shownIn(changed), caseOf());
    if (!judged.good) found++;
    else {
      const { verified } = judged;
      assert.deepEqual(
        [verified.holder, verified.alternate, verified.term, verified.seat],
        [holder, alternate, term, seat],
      );
    }
  }
  // What is not found is in the witness's own line, which is one voice less then.
  assert.ok(found > file.length / 97 / 2, `${found}`);
});
