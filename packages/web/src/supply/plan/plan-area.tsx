import './plan.css';
import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import { useSupply } from '../known/use-supply.ts';
import { AdoptedPlans } from './adopted-plans.tsx';
import { Calculator } from './calculator.tsx';
import { keptPlans } from './kept-plans.ts';
import type { MadePlan } from './make-plan.ts';
import { planWords } from './words.ts';

/** From needs to a plan: rules side by side, the vote, the plan that follows from it, and its parts in the book. */
export function PlanArea({ shell, session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(planWords, formats);
  const known = useSupply(shell, session);
  const [kept, setKept] = useState<readonly MadePlan[]>([]);
  const look = useCallback(() => void keptPlans(shell, session).then(setKept), [shell, session]);
  useEffect(look, [look]);
  if (words === null || known === null) return <p role="status">{formats.words.loading}</p>;
  const { value: supply } = known;
  const proof = (act: number): string => `/b/${encodeURIComponent(session.body)}/acts/${act}`;
  const props = { shell, session, supply, formats, words, proof };
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      <section>
        <h2>{words.rule.title}</h2>
        {supply.rule === null ? (
          <p>{words.rule.none}</p>
        ) : (
          <p>
            <a class="line" href={proof(supply.rule.act)}>
              {words.rule.inForce(words.rules[supply.rule.rule]?.title ?? supply.rule.rule)}
            </a>
          </p>
        )}
      </section>
      <AdoptedPlans {...props} kept={kept} changed={look} />
      <Calculator {...props} changed={look} />
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}
