import type { JSX } from 'preact';
import { download } from '../../booth/download.ts';
import { Small } from '../../form/press.tsx';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { Action } from '../../shell/parts.tsx';
import { keepPlan } from './kept-plans.ts';
import type { MadePlan } from './make-plan.ts';
import { partHash } from './parts.ts';
import type { PlanProps } from './plan-props.ts';
import { CLOSURES } from './problem.ts';
import { PutToVote } from './put-to-vote.tsx';

/** A plan by the rule in force: before the assembly, or by the officers where the statute lets them carry the rule out. */
export function Adopt(props: PlanProps & { readonly made: MadePlan; readonly changed: () => void }): JSX.Element {
  const { shell, session, supply, words, formats, made, changed } = props;
  const { busy, trouble, send } = useSending(session);
  const { problem, plan, replaces } = made;
  const parts = made.parts.map(partHash);
  const order = { rule: supply.rule?.act ?? -1, problem, plan, parts, ...(replaces === null ? {} : { replaces }) };
  const keep = async (): Promise<void> => {
    await keepPlan(shell, session, made);
    changed();
  };
  const adopt = async (): Promise<void> => {
    await keep();
    await send('AdoptPlan', order);
  };
  if (parts.length === 0) return <p role="status">{words.calculate.nothing}</p>;
  return (
    <div class="adopt">
      <p class="soft">{words.adopt.keep}</p>
      <div class="small-row">
        <Small
          mark="file"
          onPress={() => {
            void keep();
            download('plan-cabildo.json', `${JSON.stringify(made)}\n`);
          }}
        >
          {words.adopt.save}
        </Small>
        <Small mark="file" onPress={() => download('problem.json', made.problemText)}>
          {words.adopt.problem}
        </Small>
        {made.closures === '' ? null : (
          <Small mark="file" onPress={() => download(CLOSURES, made.closures)}>
            {words.adopt.closures}
          </Small>
        )}
      </div>
      {replaces === null ? null : <p class="card ochre">{words.adopt.replaces(`#${replaces}`)}</p>}
      {supply.rules.allocation === 'officers' ? (
        <>
          <p>{words.adopt.officers}</p>
          <Action icon="check" tone="indigo" busy={busy} onClick={() => void adopt()}>
            {words.adopt.go}
          </Action>
          <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
        </>
      ) : (
        // Kept before it is put: the lines are entered after the vote, and the vote is on their hashes.
        <div onClickCapture={() => void keep()}>
          <PutToVote
            {...props}
            key={plan}
            id="plan"
            says={words.vote.plan}
            title={words.vote.planTitle(formats.day(supply.at))}
            text={words.vote.planText(problem, plan)}
            proposal={{ kind: 'adopt-plan', ...order }}
          />
        </div>
      )}
    </div>
  );
}
