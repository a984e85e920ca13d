import { authority, holdsOffice, inTerm } from '../authority.ts';
import { accept } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Ask, Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { tableEntries, tableGet } from '../table.ts';
import { electionDue } from './vacancy.ts';

export const replaceOfficerKey: Handler<'ReplaceOfficerKey'> = {
  needs: (ask, input) => {
    const need = replacementNeed(ask, input);
    return need === null ? [] : [need];
  },
  decide(context, input) {
    const { state, actor, at, evidence } = context;
    const officer = tableGet(state.officers, input.office);
    if (officer === undefined || !holdsOffice(officer, actor) || !inTerm(officer, at))
      return refuse('not-allowed', 'seals', { needed: input.office });
    const another = tableEntries(state.officers).find(
      ([office, { key }]) => key === input.newKey && office !== input.office,
    );
    if (another !== undefined || input.newKey === officer.key)
      return refuse('holder-twice', 'seals', { present: another?.[0] ?? input.office });
    const need = replacementNeed({ state }, input);
    if (need === null || findingFor(evidence, need).found?.valid !== true)
      return refuse('signature-not-valid', 'seals', { needed: 'signature by the old key' });
    const { office, newKey, signature } = input;
    return accept([
      {
        act: 'OfficerKeyReplaced',
        by: authority(context, 'seals'),
        data: { office, oldKey: officer.key, newKey, signature },
      },
    ]);
  },
};

/** Whoever resigns under threat can have that recorded beside it; the office is vacant all the same. */
export const resignOffice: Handler<'ResignOffice'> = {
  decide(context, { office }) {
    const { state, actor, at } = context;
    const officer = tableGet(state.officers, office);
    if (officer === undefined || !holdsOffice(officer, actor) || !inTerm(officer, at))
      return refuse('not-allowed', 'terms.officersMonths', { needed: office });
    const { holder } = officer;
    const due = electionDue(state, office, at);
    return accept([
      { act: 'OfficerResigned', by: authority(context, 'terms.officersMonths'), data: { office, holder, due } },
    ]);
  },
};

function replacementNeed(
  { state }: Pick<Ask, 'state'>,
  { office, newKey, signature }: { readonly office: string; readonly newKey: string; readonly signature: string },
): NeedOf<'signature-check'> | null {
  const officer = tableGet(state.officers, office);
  if (officer === undefined) return null;
  return { fact: 'signature-check', key: officer.key, signature, over: { replacement: { office, newKey } } };
}
