import { authority, holderOf } from '../authority.ts';
import { accept } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { type Found, quorateSitting } from '../sitting/find.ts';
import type { BodyState, Motion } from '../state.ts';
import { matterRule, statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { preparationOf } from './fold.ts';
import { rankedRefusal } from './questions.ts';
import { isList, listThatOpens, type SecretRules } from './rules.ts';
import type { SecretPreparation } from './state.ts';

export const nameTrustees: Handler<'NameTrustees'> = {
  decide(context, { motion, trustees }) {
    const found = preparing(context.state, motion);
    if (!found.ok) return found;
    const { rules } = found.value;
    const refused = trusteesRefusal(rules, trustees);
    if (refused !== null) return refused;
    const data = { motion, threshold: rules.threshold, trustees };
    return accept([{ act: 'TrusteesNamed', by: authority(context, 'secret'), data }]);
  },
};

function trusteesRefusal(
  rules: SecretRules,
  trustees: readonly { readonly list: string; readonly key: string }[],
): Refused | null {
  if (trustees.length !== rules.trustees)
    return refuse('trustees-not-as-statute', 'secret', { needed: rules.trustees, present: trustees.length });
  const keys = new Set(trustees.map(({ key }) => key));
  if (keys.size < trustees.length)
    return refuse('trustee-twice', 'secret', { needed: trustees.length, present: keys.size });
  const unknown = trustees.find(({ list }) => !isList(rules, list));
  if (unknown !== undefined) return listRefusal(rules, unknown.list);
  const alone = listThatOpens(trustees, rules.threshold);
  return alone === null
    ? null
    : refuse('trustees-of-one-list', 'secret', { needed: rules.threshold - 1, present: alone });
}

const listRefusal = ({ lists = [] }: SecretRules, list: string): Refused =>
  refuse('list-not-in-statute', 'secret', { needed: lists.join(' | '), present: list });

export const recordTrialDecryption: Handler<'RecordTrialDecryption'> = {
  needs: (_ask, { archive }) => [{ fact: 'trial-decryption', archive }],
  decide(context, { motion, archive }) {
    const found = preparing(context.state, motion);
    if (!found.ok) return found;
    const { trustees } = found.value.prepared;
    if (trustees === null) return refuse('trustees-not-named', 'secret', { needed: found.value.rules.trustees });
    const trial = findingFor(context.evidence, { fact: 'trial-decryption', archive }).found;
    if (trial === null) return refuse('archive-not-shown', 'secret', { needed: 'trial-decryption', present: archive });
    const keys = trustees.trustees.map(({ key }) => key);
    if (!sameKeys(trial.keys, keys) || trial.threshold !== trustees.threshold)
      return refuse('archive-differs', 'secret', { needed: 'TrusteesNamed', present: archive });
    const opened = keys.filter((key) => trial.opened.includes(key)).length;
    // Without each of them having opened something nobody knows whose key is lost.
    if (opened < keys.length) return refuse('no-trial-decryption', 'secret', { needed: keys.length, present: opened });
    const data = { motion, trustees: trustees.act, archive };
    return accept([{ act: 'TrialDecrypted', by: authority(context, 'secret'), data }]);
  },
};

export const sameKeys = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join() === others.toSorted().join();

export const enterCredentialHalves: Handler<'EnterCredentialHalves'> = {
  needs: (_ask, { file }) => [{ fact: 'credential-halves', file }],
  decide(context, { motion, list, file }) {
    const found = preparing(context.state, motion);
    if (!found.ok) return found;
    const { rules, prepared, tellers } = found.value;
    const teller = tellers.indexOf(holderOf(context.actor) ?? '') + 1;
    if (teller === 0) return refuse('not-allowed', 'tellers', { needed: 'teller' });
    if (!isList(rules, list)) return listRefusal(rules, list);
    const other = prepared.halves.find((one) => one.teller !== teller);
    if (other?.list === list) return refuse('tellers-of-one-list', 'secret', { needed: 2, present: list });
    const shown = findingFor(context.evidence, { fact: 'credential-halves', file }).found;
    if (shown === null) return refuse('archive-not-shown', 'secret', { needed: 'credential-halves', present: file });
    const data = { motion, teller, list, file, halves: shown.halves };
    return accept([{ act: 'CredentialHalvesEntered', by: authority(context, 'secret'), data }]);
  },
};

export const listCredentials: Handler<'ListCredentials'> = {
  needs: ({ state }, { motion, excluded }) => [listNeed(preparationOf(state, motion), excluded)],
  decide(context, { motion, excluded }) {
    const found = preparing(context.state, motion);
    if (!found.ok) return found;
    const { prepared } = found.value;
    const [one, other] = byTeller(prepared);
    if (one === undefined || other === undefined)
      return refuse('halves-missing', 'secret', { needed: 2, present: prepared.halves.length });
    if (one.halves !== other.halves)
      return refuse('halves-differ', 'secret', { needed: one.halves, present: other.halves });
    const need = listNeed(prepared, excluded);
    const shown = findingFor(context.evidence, need).found;
    if (shown === null) return refuse('archive-not-shown', 'secret', { needed: need.fact, present: excluded });
    const data = { motion, halves: [one.act, other.act], excluded, ...shown };
    return accept([{ act: 'CredentialsListed', by: authority(context, 'secret'), data }]);
  },
};

/** The first teller's halves first, whoever entered them first. */
export const byTeller = ({ halves }: SecretPreparation): SecretPreparation['halves'] =>
  halves.toSorted((a, b) => a.teller - b.teller);

const listNeed = (prepared: SecretPreparation, excluded: string): NeedOf<'credential-list'> => ({
  fact: 'credential-list',
  halves: byTeller(prepared).map(({ file }) => file),
  excluded,
});

interface Preparing {
  readonly rules: SecretRules;
  readonly prepared: SecretPreparation;
  readonly tellers: readonly string[];
}

/** A motion that can still be put to a secret vote. Candidates who are ranked are voted on paper: an archive adds up, it ranks nobody. */
function preparing(state: BodyState, index: number): Found<Preparing> {
  const motion = tableGet(state.motions, index);
  if (motion === undefined) return refuse('not-found', 'convening', { needed: `MotionTabled ${index}` });
  const ranked = rankedRefusal(state, index);
  if (ranked !== null) return ranked;
  if (motion.end !== null) return refuse('motion-ended', 'motions', { present: motion.end.how });
  if (wasDecided(state, motion)) return refuse('already-put-to-vote', 'rules', { present: motion.vote ?? index });
  const sitting = quorateSitting(state, motion.sitting);
  if (!sitting.ok) return sitting;
  const statute = statuteOf(state);
  const methods = (statute === null ? undefined : matterRule(statute, motion.matter))?.methods ?? [];
  if (statute?.secret === undefined || !methods.includes('secret'))
    return refuse('method-not-allowed', 'rules', { needed: methods.join(' | '), present: 'secret' });
  const { tellers } = sitting.value;
  return { ok: true, value: { rules: statute.secret, prepared: preparationOf(state, index), tellers } };
}

/** A vote that decided nothing, because the tellers of an urn differed, may be taken again in secret. */
function wasDecided(state: BodyState, { vote }: Motion): boolean {
  const before = vote === null ? undefined : tableGet(state.votes, vote);
  return before !== undefined && before.closed?.outcome !== 'undetermined';
}
