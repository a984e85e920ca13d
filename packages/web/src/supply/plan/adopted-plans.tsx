import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { fingerprintOf } from '../../paper/fingerprint.ts';
import { pathOf } from '../../shell/address.ts';
import { Action, Badge } from '../../shell/parts.tsx';
import { namesIn } from '../known/names.ts';
import type { Plan } from '../known/supply-answer.ts';
import { keepPlan, planIn } from './kept-plans.ts';
import type { MadePlan } from './make-plan.ts';
import { partHash } from './parts.ts';
import type { PlanProps } from './plan-props.ts';
import { closuresSince } from './problem.ts';

/** Of a plan for a thousand sites, with its problem, a tenth. */
const MOST_BYTES = 20_000_000;

interface Props extends PlanProps {
  readonly kept: readonly MadePlan[];
  readonly changed: () => void;
}

/** Plans that bind, each with how far it is entered and handed over. */
export function AdoptedPlans(props: Props): JSX.Element | null {
  const holding = props.supply.plans.filter(({ holds }) => holds);
  if (holding.length === 0) return null;
  return (
    <section>
      <h2>{props.words.adopted.title}</h2>
      {holding.map((plan) => (
        <OnePlan key={plan.plan} {...props} plan={plan} />
      ))}
    </section>
  );
}

function OnePlan(props: Props & { readonly plan: Plan }): JSX.Element {
  const { plan, supply, words, formats, proof, session } = props;
  const { number } = formats;
  const names = namesIn(supply);
  const short = supply.lots.filter((lot) => lot.short > 0);
  const shut = closuresSince(supply, plan);
  const sum = (of: 'quantity' | 'left'): number => plan.lines.reduce((all, line) => all + line[of], 0);
  return (
    <article class="card" data-plan={plan.plan}>
      <h3>
        <a class="line" href={proof(plan.plan)}>
          {words.adopted.plan(number(plan.plan))}
        </a>
      </h3>
      <Badge tone={plan.whole ? 'green' : 'ochre'} icon={plan.whole ? 'check' : 'clock'}>
        {plan.whole ? words.adopted.whole : words.adopted.parts(number(plan.entered.length), number(plan.parts.length))}
      </Badge>
      {plan.until === null ? null : <p class="soft">{words.adopted.until(formats.time(plan.until))}</p>}
      {plan.lines.length === 0 ? null : (
        <p>{words.adopted.handed(number(sum('quantity') - sum('left')), number(sum('quantity')))}</p>
      )}
      {short.map((lot) => (
        <p key={lot.lot} class="refusal" role="alert">
          <span>{words.adopted.short(number(lot.short), names.item(lot.item)?.title ?? '')}</span>
        </p>
      ))}
      {shut.length === 0 ? null : (
        <p class="refusal" role="alert">
          <span>{words.adopted.shut(shut.map(({ title }) => title).join(', '))}</span>
        </p>
      )}
      {plan.whole ? (
        <a class="action quiet" href={pathOf({ area: 'trips', body: session.body })}>
          <span>{words.adopted.trips}</span>
        </a>
      ) : supply.officer ? (
        <EnterParts {...props} />
      ) : null}
    </article>
  );
}

/** The lines themselves, part by part: only those that were adopted are taken. */
function EnterParts({
  plan,
  kept,
  changed,
  shell,
  session,
  words,
  formats,
}: Props & { readonly plan: Plan }): JSX.Element {
  const { busy, trouble, send } = useSending(session);
  const [wrong, setWrong] = useState<string | null>(null);
  const lines = new Map(kept.flatMap(({ parts }) => parts.map((part) => [partHash(part), part] as const)));
  const missing = plan.parts.flatMap((hash, i) => (plan.entered.includes(i + 1) ? [] : [{ part: i + 1, hash }]));
  const here = missing.flatMap(({ part, hash }) => {
    const found = lines.get(hash);
    return found === undefined ? [] : [{ part, lines: found }];
  });
  const enter = async (): Promise<void> => {
    for (const { part, lines: own } of here)
      if (!(await send('EnterAllocation', { plan: plan.plan, part, lines: own }))) return;
  };
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return setWrong(null);
    if (file.size > MOST_BYTES) return setWrong(words.adopted.tooLarge);
    const made = planIn(await file.text(), fingerprintOf);
    const isOf = made?.parts.some((part) => plan.parts.includes(partHash(part))) === true;
    setWrong(isOf ? null : words.adopted.otherFile);
    if (made === null) return;
    await keepPlan(shell, session, made);
    changed();
  };
  return (
    <>
      {here.length === 0 ? (
        <div class="field">
          <label for={`plan-file-${plan.plan}`}>{words.adopted.file}</label>
          <input
            id={`plan-file-${plan.plan}`}
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
          />
          {wrong === null ? null : (
            <p class="refusal" role="alert">
              <span>{wrong}</span>
            </p>
          )}
        </div>
      ) : (
        <Action icon="pen" tone="indigo" busy={busy} onClick={() => void enter()}>
          {words.adopted.enter(formats.number(here.length))}
        </Action>
      )}
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
    </>
  );
}
