// Invariants 2 and 3 where bodies share a seat: one of them sits, and nobody twice in a row.
import type { ActData } from '@cabildo/core';
import { type BookRecord, firstName, type Told } from './record.ts';
import { Violation } from './violation.ts';

type Convened = Told<'SittingConvened'>;

const sharing = (record: BookRecord, { index }: Convened) =>
  (record.statuteAt(index)?.jointSeats ?? []).map(({ bodies, by }) => ({ names: bodies.map(firstName), by }));

/** By the sitting it is the turn of the next one in the order who belongs here. */
export function turnsPass(record: BookRecord, act: Convened): void {
  for (const { names, by } of sharing(record, act)) {
    const here = names.filter((name) => belongs(record, name, act));
    const turn = turnIn(act.data, names);
    // Who was admitted lately may have to wait: then whose turn it is depends on that, and is not said here.
    if (here.length < names.length || by !== 'sitting') continue;
    const before = turnBefore(record, act, names);
    const expected = names[(names.indexOf(before ?? '') + 1) % names.length];
    if (turn !== expected)
      throw new Violation('3', record.book.origin, `the joint seat is ${expected}’s, not ${turn}’s`, [act] as never);
  }
}

/** Who sits in it sits there alone: nobody who shares it is accredited beside them. */
export function sharedByOne(record: BookRecord, act: Told<'SeatAccredited'>): void {
  const convened = record.at(act.data.sitting, 'SittingConvened');
  const own = firstName(act.data.below);
  const shared = convened === null ? [] : sharing(record, convened).filter(({ names }) => names.includes(own));
  for (const { names } of shared) {
    const others = record.last(
      'SeatAccredited',
      ({ index, data: { sitting, below, seat } }) =>
        // A book that goes on begins with seats of sittings that the book before it numbers.
        index > sitting &&
        index < act.index &&
        sitting === act.data.sitting &&
        names.includes(firstName(below)) &&
        (firstName(below) !== own || seat !== act.data.seat),
    );
    if (others !== null || act.data.seat !== 1)
      throw new Violation('2', record.book.origin, 'a joint seat counts twice', [act, others ?? act] as never);
  }
}

const turnIn = ({ joint = [] }: ActData<'SittingConvened'>, names: readonly string[]): string | undefined =>
  joint.map(({ body }) => firstName(body)).find((name) => names.includes(name));

/** The last sitting before that was not called off, and was held or was still to be. */
function turnBefore(record: BookRecord, { index, at }: Convened, names: readonly string[]): string | undefined {
  const was = (name: 'SittingOpened' | 'SittingCalledOff', sitting: number): boolean =>
    record.all(name).some((one) => one.index < index && one.data.sitting === sitting);
  const last = record.last(
    'SittingConvened',
    (one) =>
      one.index < index &&
      turnIn(one.data, names) !== undefined &&
      !was('SittingCalledOff', one.index) &&
      (was('SittingOpened', one.index) || one.data.startsAt > at),
  );
  if (last !== null) return turnIn(last.data, names);
  const carried = record
    .all('DecisionCarried')
    .flatMap(({ data: { what } }) =>
      what.kind === 'joint-turns' ? what.turns.map(({ body }) => firstName(body)) : [],
    );
  return carried.find((name) => names.includes(name));
}

/** Admitted by those who founded it, and here ever since. */
function belongs(record: BookRecord, name: string, { index }: Convened): boolean {
  const [proven] = record.all('BodyProven');
  const isIt = (other: string): boolean => firstName(other) === name;
  const admitted = record.all('AffiliationAdmitted').some((one) => {
    const founds = proven === undefined || one.index < proven.index;
    return one.index < index && founds && isIt(one.data.below);
  });
  return admitted && !record.all('AffiliationEnded').some((one) => one.index < index && isIt(one.data.other));
}
