import { neighboursNeeded, statuteOf, tableEntries, tableGet, tableHas } from '@cabildo/core';
import { standingNow } from './bodies-found.ts';
import type { Directory } from './directory.ts';
import type { BookView, Node } from './node.ts';

/** More neighbours than this nobody looks through. */
const MOST = 200;

/**
 * How far a body is from its founding to a proven body that belongs where it belongs: what its own book says, and what the books of
 * others say of it, as far as they are here. The same for everybody.
 */
export async function firstStepsHere(node: Node, book: BookView) {
  const { state, origin } = book;
  const [directory, naming] = await Promise.all([node.directory(), node.naming(origin, MOST)]);
  const named = namer(node, directory);
  const rules = statuteOf(state);
  const minutes = tableEntries(state.minutes).find(
    ([, sitting]) => tableGet(state.sittings, sitting)?.kind === 'founding',
  );
  const founding = minutes === undefined ? null : Number(minutes[0]);
  const own = (acts: typeof state.requests) =>
    tableEntries(acts).map(([other, act]) => ({ ...named(other), act, sealed: tableHas(state.sealed, act) }));
  const others = (kind: (typeof naming)[number]['kind']) =>
    naming
      .filter((one) => one.kind === kind)
      .map(({ origin: other, act, sealed }) => ({ ...named(other), act, sealed }));
  return {
    ...named(origin),
    body: book.name,
    kind: state.body?.kind ?? null,
    started: state.body?.startedAt !== undefined,
    neighbours: rules === null ? null : neighboursNeeded(rules),
    noticeHours: rules?.notice.hours ?? 0,
    offsetMinutes: rules?.closing.offsetMinutes ?? 0,
    convened: tableEntries(state.sittings)
      .filter(([, { kind }]) => kind === 'founding')
      .map(([sitting]) => Number(sitting)),
    minutes: founding === null ? null : { act: founding, sealed: tableHas(state.sealed, founding) },
    territory: state.body?.territory?.act ?? null,
    witnessed: own(state.foundingsWitnessed),
    witnessedBy: others('foundingsWitnessed'),
    asked: own(state.requests).map((one) => ({ ...one, admitted: isAbove(directory, origin, one.origin) })),
    askedBy: others('requests').filter(({ origin: below }) => !isAbove(directory, below, origin)),
    affiliates: directory.get(origin)?.below.length ?? 0,
    sittings: openSittings(book),
  };
}

const isAbove = (directory: Directory, below: string, above: string): boolean =>
  directory.get(below)?.above.includes(above) ?? false;

/** A body by its book: its title, and how it stands, where that book is here. */
const namer = (node: Node, directory: Directory) => (origin: string) => {
  const place = directory.get(origin);
  return {
    origin,
    title: place?.title ?? origin,
    key: place?.book.vkey ?? null,
    standing: place === undefined ? null : standingNow(place, node.now()),
  };
};

/** Where something can still be put to the vote, with the items on affiliation and the texts that their notice names. */
const openSittings = ({ state }: BookView) =>
  tableEntries(state.sittings)
    .filter(([, { closedAt, calledOff, late }]) => closedAt === null && !calledOff && !late)
    .map(([sitting, { place, startsAt, opened, notice }]) => ({
      sitting: Number(sitting),
      place,
      startsAt,
      opened: opened !== null,
      affiliation: notice
        .map(({ matter, textHash }, item) => ({ item, matter, textHash: textHash ?? null }))
        .filter(({ matter }) => matter === 'affiliation')
        .map(({ item, textHash }) => ({ item, textHash })),
    }));
