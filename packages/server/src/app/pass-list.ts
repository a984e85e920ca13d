import type { KeyList } from '@cabildo/book';
import { joinedAbove, sealedPassKeys, tableEntries, tableGet } from '@cabildo/core';
import type { BookView } from './node.ts';

/**
 * What a phone at a road block holds to judge this body's safe-conducts without a network (docs/passes.md): made of the book alone, as public as it.
 * Of a closure's place only what everybody reads.
 */
export function passListOf({ origin, state }: BookView): KeyList {
  const keys = sealedPassKeys(state);
  const joined = joinedAbove(state);
  const closures = [...new Set(keys.flatMap((key) => key.closures))].sort((a, b) => a - b);
  return {
    format: 'cabildo-passes/1',
    origin,
    body: state.body?.title ?? origin,
    head: { size: state.size, at: state.at },
    keys: keys.map(({ code, key, from, until, cargoes, closures: numbers, withdrawn }) => ({
      name: code,
      key,
      from,
      until,
      cargoes,
      closures: numbers,
      ...(withdrawn === null ? {} : { withdrawn }),
    })),
    closures: closures.map((number) => {
      const measure = tableGet(state.measures, number);
      const where = measure?.place ?? measure?.area;
      return { number, name: [measure?.what, where].filter((part) => part !== undefined).join(', ') };
    }),
    revoked: tableEntries(state.passes).flatMap(([pass, { revoked }]) =>
      revoked === null ? [] : [{ pass, at: revoked }],
    ),
    ...(joined.length === 0 ? {} : { joined }),
  };
}
