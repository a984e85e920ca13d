import { type BodyState, officeCalled, tableEntries } from '@cabildo/core';

/** Every office that the body's book speaks of, as people call it in each language. */
export function officesCalled(state: BodyState): Readonly<Record<string, Readonly<Record<'es' | 'en', string>>>> {
  const { offices = [], presidium, certifiers = [] } = state.statute?.rules ?? {};
  const keys = tableEntries(state.recoveries).flatMap(([, { carried }]) => carried ?? state.attestedBefore?.keys ?? []);
  const names = [
    ...offices.map(({ office }) => office),
    ...(presidium?.offices ?? []),
    ...certifiers,
    ...tableEntries(state.officers).map(([office]) => office),
    ...keys.map(({ office }) => office),
  ];
  return Object.fromEntries(names.map((name) => [name, officeCalled(name)]));
}
