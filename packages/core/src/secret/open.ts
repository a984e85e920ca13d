import { authority } from '../authority.ts';
import type { Context, Draft } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import type { BodyState, Vote } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet } from '../table.ts';
import { preparationOf } from './fold.ts';
import { sameKeys } from './prepare.ts';
import { contestQuestions, sameQuestions } from './questions.ts';
import { leastVoters, type SecretRules } from './rules.ts';
import type { SecretPreparation } from './state.ts';

type Setup = NonNullable<ReturnType<typeof setupOf>>;

export const setupNeed = (archive: string): NeedOf<'secret-setup'> => ({ fact: 'secret-setup', archive });

/** What a secret vote opens with, beside the act that opens every vote; nothing of a vote that is in no such channels (null). */
export function secretOpening(
  context: Context,
  { motion: index, archive }: { readonly motion: number; readonly archive?: string | undefined },
  channels: Vote['channels'] | null,
): Found<readonly Draft<'SecretVoteOpened'>[]> {
  const { state } = context;
  if (channels === null) return { ok: true, value: [] };
  const rules = statuteOf(state)?.secret;
  if (rules === undefined) return refuse('method-not-allowed', 'secret', { present: 'secret' });
  const few = tooFew(rules, channels?.phones ?? 0, channels?.papers ?? 0);
  if (few !== null) return few;
  const ready = readiness(preparationOf(state, index));
  if (!ready.ok) return ready;
  const { trustees, trial, credentials } = ready.value;
  const drawn = credentials.slips - credentials.left;
  const most = channels?.phones ?? 0;
  if (drawn > most) return refuse('more-credentials-than-voters', 'secret', { needed: most, present: drawn });
  const fewDrawn = tooFew(rules, drawn, 0);
  if (fewDrawn !== null) return fewDrawn;
  const setup = archive === undefined ? null : setupOf(context, archive);
  if (setup === null)
    return refuse('archive-not-shown', 'secret', { needed: 'secret-setup', ...(archive && { present: archive }) });
  const differs = difference(context, index, setup, ready.value);
  if (differs !== null) return refuse('archive-differs', 'secret', { needed: differs, present: archive ?? '' });
  const { election, list, page, head } = setup;
  const data = {
    vote: state.size,
    trustees: trustees.act,
    trial,
    credentials: credentials.act,
    drawn,
    election,
    list,
    page,
    head,
  };
  return { ok: true, value: [{ act: 'SecretVoteOpened', by: authority(context, 'secret'), data }] };
}

/** Few on either way could be told apart by its result: then everybody drops a paper into the urn. */
function tooFew(rules: SecretRules, slips: number, papers: number): Refused | null {
  const needed = leastVoters(rules);
  const few = [slips, papers].find((many, way) => many < needed && (way === 0 || many > 0));
  return few === undefined ? null : refuse('too-few-for-secret', 'secret', { needed, present: few });
}

interface Ready {
  readonly trustees: NonNullable<SecretPreparation['trustees']>;
  readonly trial: number;
  readonly credentials: NonNullable<SecretPreparation['credentials']>;
}

function readiness({ trustees, trial, credentials }: SecretPreparation): Found<Ready> {
  if (trustees === null) return refuse('trustees-not-named', 'secret', { needed: 'NameTrustees' });
  if (trial === null) return refuse('no-trial-decryption', 'secret', { needed: trustees.trustees.length, present: 0 });
  if (credentials === null) return refuse('credentials-not-listed', 'secret', { needed: 'ListCredentials' });
  return { ok: true, value: { trustees, trial, credentials } };
}

const setupOf = ({ evidence }: Context, archive: string) => findingFor(evidence, setupNeed(archive)).found;

/** Every election that a vote of this book was opened with: none serves twice. */
export const electionsHeld = (state: BodyState): readonly { readonly vote: string; readonly election: string }[] =>
  tableEntries(state.votes).flatMap(([vote, { secret }]) =>
    secret === undefined ? [] : [{ vote, election: secret.election }],
  );

/** In what the archive is not the election that the book has prepared, by the act that says otherwise. Everybody weighs one. */
function difference(context: Context, motion: number, setup: Setup, { trustees, credentials }: Ready): string | null {
  const keys = trustees.trustees.map(({ key }) => key);
  const used = electionsHeld(context.state).find(({ election }) => election === setup.election);
  if (used !== undefined) return `VoteOpened ${used.vote}`;
  if (setup.text !== tableGet(context.state.motions, motion)?.textHash) return `MotionTabled ${motion}`;
  // Somebody stood, or withdrew, after it was set up.
  if (!sameQuestions(setup.questions ?? [], contestQuestions(context.state, motion))) return 'CandidateEntered';
  if (!sameKeys(setup.keys, keys) || setup.threshold !== trustees.threshold) return 'TrusteesNamed';
  const one = setup.weights.every((weight) => weight === 1);
  return setup.list === credentials.list && one ? null : 'CredentialsListed';
}
