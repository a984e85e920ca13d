import type { ActData } from '@cabildo/core';
import type { Saying } from './sentence.ts';

export const cargoList = (cargoes: readonly string[], say: Saying): string =>
  say.list(cargoes.map((cargo) => say.terms.passing.service[cargo] ?? cargo));

/** `oxygen 12, water 3`; a dash where nothing passed. */
export const passageList = (counted: ActData<'PassagesReconciled'>['withPass'], say: Saying): string =>
  say.list(counted.map(({ cargo, count }) => `${cargoList([cargo], say)} ${say.number(count)}`)) || '–';
