import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NumberField, SelectField } from '../../form/fields.tsx';
import { fingerprintOf } from '../../paper/fingerprint.ts';
import { Action } from '../../shell/parts.tsx';
import { LocalFileField } from '../known/local-file-field.tsx';
import { useLocalFile } from '../known/local-files.ts';
import type { Supply } from '../known/supply-answer.ts';
import { Rounds } from '../rounds/rounds.tsx';
import { Adopt } from './adopt.tsx';
import { Comparison } from './comparison.tsx';
import { LimitFields } from './limit-fields.tsx';
import { noLimits } from './limits.ts';
import type { Calculated } from './make-plan.ts';
import type { PlanProps } from './plan-props.ts';
import { type Classes, parametersText } from './problem.ts';
import { PutToVote } from './put-to-vote.tsx';

const ruleNames = ['leximin', 'proportional', 'equal-awards', 'equal-losses', 'talmud'] as const;
/** Clinics first, then kitchens: what a committee changes if its assembly wants something else. */
const usualClasses: Classes = { clinic: 1, kitchen: 2 };

/** Kinds of sites that need something. */
const kindsIn = ({ needs, sites }: Supply): readonly string[] => {
  const needing = new Set(needs.map(({ site }) => site));
  return [...new Set(sites.filter(({ site }) => needing.has(site)).map(({ kind }) => kind))].sort();
};

/** Chosen, calculated here, looked at, and then put before the assembly, or adopted where its rule is voted already. */
export function Calculator(props: PlanProps & { readonly changed: () => void }): JSX.Element {
  const { shell, session, supply, words, formats } = props;
  const [rule, setRule] = useState<string>(supply.rule?.rule ?? 'leximin');
  const [classes, setClasses] = useState<Classes>(usualClasses);
  const [limits, setLimits] = useState(noLimits);
  const [found, setFound] = useState<Calculated | null>(null);
  // What was found is of what was chosen before.
  const anew =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      set(value);
      setFound(null);
    };
  const roads = useLocalFile(shell, session, 'roads');
  const replaces = supply.plans.find(({ holds }) => holds)?.plan ?? null;
  const calculate = async (): Promise<void> => {
    const { calculate: work } = await import('./make-plan.ts');
    setFound(work({ supply, rule, classes, limits, replaces, roads: roads.file?.text ?? null }, formats.language));
  };
  const parameters = parametersText(classes, limits);
  const isVoted = supply.rule?.rule === rule && supply.rule.parameters === fingerprintOf(parameters);
  return (
    <section class="card">
      <h2>{words.calculate.title}</h2>
      <p class="soft">{words.calculate.how}</p>
      <SelectField
        id="rule"
        label={words.calculate.rule}
        hint={words.rules[rule]?.how ?? ''}
        value={rule}
        choices={ruleNames.map((value) => ({ value, words: words.rules[value]?.title ?? value }))}
        onChange={anew(setRule)}
      />
      <div class="figures">
        {kindsIn(supply).map((kind) => (
          <NumberField
            key={kind}
            id={`class-${kind}`}
            label={words.calculate.class(words.kinds[kind] ?? kind)}
            value={classes[kind] ?? null}
            onChange={(value) => {
              const { [kind]: _, ...others } = classes;
              setClasses(value === null ? others : { ...others, [kind]: value });
              setFound(null);
            }}
          />
        ))}
      </div>
      <p class="soft">{words.calculate.classHow}</p>
      <LimitFields {...{ supply, limits, words }} kinds={kindsIn(supply)} change={anew(setLimits)} />
      <LocalFileField
        id="roads"
        here={roads}
        words={words.calculate.roads}
        language={formats.language}
        flawOf={() => null}
        changed={() => setFound(null)}
      />
      <Action icon="next" tone="indigo" onClick={() => void calculate()}>
        {words.calculate.go}
      </Action>
      {found === null ? null : found.ok ? (
        <>
          <Comparison found={found} rule={rule} words={words} formats={formats} />
          <Rounds key={found.made.plan} {...props} lines={found.made.parts.flat()} />
          {!supply.officer ? null : isVoted ? (
            <Adopt {...props} made={found.made} />
          ) : (
            <PutToVote
              {...props}
              key={`${rule} ${parameters}`}
              id="rule"
              says={words.vote.rule}
              title={words.vote.ruleTitle(words.rules[rule]?.title ?? rule)}
              text={`${words.vote.ruleText(words.rules[rule]?.title ?? rule, rule)}\n${parameters}`}
              proposal={{ kind: 'adopt-sharing-rule', rule, parameters: fingerprintOf(parameters) }}
            />
          )}
        </>
      ) : (
        <p class="refusal" role="alert">
          <span>{formats.said(found.said)}</span>
        </p>
      )}
    </section>
  );
}
