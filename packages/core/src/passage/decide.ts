/** Safe-conducts (docs/passes.md): whose key may write them, what is on record of them, and how many passed. */
import { authority } from '../authority.ts';
import type { InputFor } from '../catalogue/commands.ts';
import { accept } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { tableGet, tableValues } from '../table.ts';
import { plusDays, type Time } from '../time.ts';
import type { Cargo } from './fields.ts';
import { cargoRefusal, closureRefusal } from './standing.ts';
import type { PassKey } from './state.ts';

/** A key on a phone that is lost is worth something to others for no longer than this. */
export const longestPassKeyDays = 30;

export const namePassKey: Handler<'NamePassKey'> = {
  decide(context, input) {
    const { state, at } = context;
    const refused =
      (tableValues(state.passKeys).some(({ code }) => code === input.code)
        ? refuse('already-so', 'essential', { present: input.code })
        : null) ??
      windowRefusal(input, at, plusDays(at, longestPassKeyDays)) ??
      scopeRefusal(state, input, at);
    return refused ?? accept([{ act: 'PassKeyNamed', by: authority(context, 'essential'), data: inOrder(input) }]);
  },
};

export const withdrawPassKey: Handler<'WithdrawPassKey'> = {
  decide(context, { key: index }) {
    const key = tableGet(context.state.passKeys, index);
    if (key === undefined) return refuse('not-found', 'essential', { needed: `PassKeyNamed ${index}` });
    if (key.withdrawn !== null) return refuse('already-so', 'essential', { present: key.withdrawn });
    return accept([{ act: 'PassKeyWithdrawn', by: authority(context, 'essential'), data: { key: index } }]);
  },
};

export const grantPassage: Handler<'GrantPassage'> = {
  decide(context, { plate, ...given }) {
    const { state } = context;
    const key = tableGet(state.passKeys, given.key);
    if (key === undefined) return refuse('not-found', 'essential', { needed: `PassKeyNamed ${given.key}` });
    const onRecord = tableGet(state.passes, given.pass)?.granted ?? null;
    if (onRecord !== null) return refuse('already-so', 'essential', { present: onRecord });
    const refused = beyondKey(key, given);
    if (refused !== null) return refused;
    const data = { ...given, closures: rising(given.closures) };
    return accept([
      {
        act: 'PassageGranted',
        by: authority(context, 'essential'),
        data,
        ...(plate === undefined ? {} : { disclose: { plate } }),
      },
    ]);
  },
};

export const revokePassage: Handler<'RevokePassage'> = {
  decide(context, { pass }) {
    const revoked = tableGet(context.state.passes, pass)?.revoked ?? null;
    if (revoked !== null) return refuse('already-so', 'essential', { present: revoked });
    return accept([{ act: 'PassageRevoked', by: authority(context, 'essential'), data: { pass } }]);
  },
};

export const reconcilePassages: Handler<'ReconcilePassages'> = {
  decide(context, input) {
    const { state, at } = context;
    if (tableGet(state.measures, input.closure) === undefined)
      return refuse('not-found', 'rules.measure', { needed: `MeasureDeclared ${input.closure}` });
    if (input.from >= input.until || input.until > at)
      return refuse('too-early', 'essential', { needed: input.until, present: at });
    const counted = tableGet(state.passagesCounted, input.closure);
    // Two totals of one hour would be added up by whoever reads them.
    if (counted !== undefined && input.from < counted)
      return refuse('already-counted', 'essential', { needed: counted, present: input.from });
    return accept([{ act: 'PassagesReconciled', by: authority(context, 'essential'), data: input }]);
  },
};

type Scope = Pick<PassKey, 'cargoes' | 'closures'>;

function scopeRefusal(state: BodyState, { cargoes, closures }: Scope, at: Time): Refused | null {
  if (cargoes.length === 0 || closures.length === 0)
    return refuse('not-found', 'essential', { needed: cargoes.length === 0 ? 'cargoes' : 'closures' });
  for (const closure of closures) {
    const refused = closureRefusal(state, closure, at);
    if (refused !== null) return refused;
    for (const cargo of cargoes) {
      const wider = cargoRefusal(state, closure, cargo, at);
      if (wider !== null) return wider;
    }
  }
  return null;
}

interface Window {
  readonly from: Time;
  readonly until: Time;
}

function windowRefusal({ from, until }: Window, at: Time, last: Time): Refused | null {
  if (until <= at || until <= from) return refuse('exemption-over', 'essential', { needed: at, present: until });
  return until <= last ? null : refuse('term-too-long', 'essential', { needed: last, present: until });
}

function beyondKey(key: PassKey, pass: Window & { readonly cargo: Cargo; readonly closures: readonly number[] }) {
  const missing = pass.closures.find((closure) => !key.closures.includes(closure));
  if (!key.cargoes.includes(pass.cargo))
    return refuse('wider-than-essential', 'essential', { needed: key.cargoes.join(' | '), present: pass.cargo });
  if (missing !== undefined || pass.closures.length === 0)
    return refuse('not-found', 'essential', { needed: key.closures.join(', '), present: missing ?? '' });
  if (pass.from < key.from || pass.from >= pass.until || pass.until > key.until)
    return refuse('term-too-long', 'essential', { needed: key.until, present: pass.until });
  return null;
}

const rising = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b);

const inOrder = (input: InputFor<'NamePassKey'>): InputFor<'NamePassKey'> => ({
  ...input,
  cargoes: [...new Set(input.cargoes)],
  closures: rising(input.closures),
});
