import { longestPassKeyDays } from '../passage/decide.ts';
import { cargoRefusal, closureRefusal } from '../passage/standing.ts';
import { tableGet } from '../table.ts';
import { plusDays } from '../time.ts';
import { type Checks, holds } from './check.ts';

/** Safe-conducts: keys within what passes their closures, passes within their keys, totals of no hour twice. */
export const passageChecks: Checks = {
  PassKeyNamed: (state, { data: { cargoes, closures, until }, at }) => [
    holds(until <= plusDays(at, longestPassKeyDays), 'term', until, plusDays(at, longestPassKeyDays)),
    ...closures.flatMap((closure) => [
      holds(closureRefusal(state, closure, at) === null, 'effect', closure, 'a measure that is not over'),
      ...cargoes.map((cargo) =>
        holds(cargoRefusal(state, closure, cargo, at) === null, 'effect', cargo, 'what passes that measure'),
      ),
    ]),
  ],

  PassKeyWithdrawn: (state, { data: { key } }) => [
    holds(tableGet(state.passKeys, key)?.withdrawn === null, 'effect', key, 'a key that was not withdrawn'),
  ],

  PassageGranted(state, { data: { pass, key: index, cargo, closures, from, until } }) {
    const key = tableGet(state.passKeys, index);
    if (key === undefined) return [holds(false, 'effect', index, 'a key of this book')];
    const within = key.cargoes.includes(cargo) && closures.every((closure) => key.closures.includes(closure));
    return [
      holds(within && key.from <= from && until <= key.until, 'effect', pass, 'what the key may grant'),
      holds((tableGet(state.passes, pass)?.granted ?? null) === null, 'order', pass, 'a pass that was not entered'),
    ];
  },

  PassagesReconciled: (state, { data: { closure, from, until }, at }) => [
    holds(from < until && until <= at, 'order', until, at),
    holds(from >= (tableGet(state.passagesCounted, closure) ?? ''), 'order', from, 'after what was counted before'),
  ],
};
