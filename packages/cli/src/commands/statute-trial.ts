import {
  expectedAt,
  fieldMisfit,
  type Imagined,
  imagined,
  imaginedFields,
  imaginedVote,
  type Statute,
  sentence,
  trialInWords,
  trialOf,
} from '@cabildo/core';
import type { ExitCode, Invocation } from '../command.ts';
import { readStatuteFile } from '../statute-file.ts';
import { both, misuse } from '../stop.ts';
import { kindOf } from './statute-check.ts';

const command = 'statute trial';

/** One vote under one statute, or under two. */
export async function statuteTrial({ positionals, values, language, terminal }: Invocation): Promise<ExitCode> {
  const [file = ''] = positionals;
  const vote = voteGiven(values);
  const kind = kindOf(values.kind, command) ?? 'base';
  const trialUnder = (rules: Statute) => {
    const found = imaginedVote(vote, kind, rules);
    if (!found.ok) throw misuse({ es: sentence(found.refusal, 'es'), en: sentence(found.refusal, 'en') }, command);
    const trial = trialOf(found.value, rules);
    return { ...trial, says: trialInWords(trial, language, rules.closing.offsetMinutes) };
  };
  const statute = await readStatuteFile(file);
  const before = values.before === undefined ? null : await readStatuteFile(values.before);
  const trial = trialUnder(statute);
  const beside = before === null ? null : trialUnder(before);
  terminal.answer({ ok: true, trial, before: beside }, [
    statute.title,
    ...trial.says.map((sentence) => `  ${sentence}`),
    ...(before === null || beside === null
      ? []
      : ['', before.title, ...beside.says.map((sentence) => `  ${sentence}`)]),
  ]);
  return 0;
}

/** As the options have it; what is no vote is refused by the name of the option. */
function voteGiven(values: Invocation['values']): Imagined {
  const { matter, sitting = 'ordinary', call = 'first', roll, present, yes, no, abstain = '0', hour, bodies } = values;
  const [forIt, against, neither] = (bodies ?? '').split(':');
  const vote = {
    matter,
    sitting,
    call,
    roll: whole(roll),
    present: whole(present),
    votes: { yes: whole(yes), no: whole(no), abstain: whole(abstain) },
    ...(bodies === undefined ? {} : { bodies: { yes: whole(forIt), no: whole(against), abstain: whole(neither) } }),
    ...(hour === undefined ? {} : { hour: whole(hour) }),
  };
  const place = fieldMisfit(imagined, vote);
  if (place === null) return vote as Imagined;
  const [name = '', part] = place.split('/').slice(1);
  throw misuse(both(`--${name === 'votes' ? part : name}: ${expectedAt(imaginedFields, vote, place)}`), command);
}

/** What is no whole number stays as it was written, and fits nowhere. */
const whole = (given: string | undefined): unknown => (/^\d{1,9}$/.test(given ?? '') ? Number(given) : given);
