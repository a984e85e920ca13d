import type { JSX } from 'preact';
import type { LiveMotion, Step } from '../live-answer.ts';
import { Badge, Icon } from '../shell/parts.tsx';
import { Folded } from './folded.tsx';
import { motionTitle, ruleInWords } from './labels.ts';
import { OpenVoteCard } from './open-vote-card.tsx';
import type { DeskProps } from './props.ts';
import { StepButton } from './step-button.tsx';
import { isOthers, stepsFor } from './steps.ts';

/** The middle of the desk while a sitting runs: the item, what is voted on it in its order, and tabling. */
export function Motions(props: DeskProps): JSX.Element {
  const { live, words, formats } = props;
  const item = live.agenda.find(({ state }) => state === 'now');
  const shown = live.motions.filter((motion) => motion.item === (item?.item ?? null) || !isSettled(motion));
  const settled = live.motions.filter((motion) => !shown.includes(motion));
  return (
    <section class="motions" aria-labelledby="item-title">
      {live.recess === null ? null : (
        <p class="card ochre" role="status">
          <Icon name="clock" /> {words.recess(formats.time(live.recess))}
        </p>
      )}
      <p class="soft">{item === undefined ? words.noItem : words.item(formats.number(item.item + 1))}</p>
      <h2 id="item-title" class="item">
        {item === undefined ? words.motion.title : item.title}
      </h2>
      <Procedure {...props} />
      {shown.length === 0 ? <p class="soft">{words.motion.none}</p> : null}
      {shown.map((motion) => (
        <MotionCard key={motion.motion} {...props} motion={motion} />
      ))}
      <Tabling {...props} />
      {settled.length === 0 ? null : (
        <ul class="settled">
          {settled.map((motion) => (
            <li key={motion.motion}>
              <span>{titleOf(motion, props)}</span>
              <State motion={motion} {...props} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const isSettled = ({ state }: LiveMotion): boolean => state !== 'waiting' && state !== 'ready' && state !== 'voting';

/** A motion on how to proceed stands before everything else. */
function Procedure(props: DeskProps): JSX.Element | null {
  const { live, known, words } = props;
  if (live.procedure === null) return null;
  return (
    <div class="card voting">
      <h3>{words.steps.MoveProcedure[live.procedure.kind]}</h3>
      {stepsFor(known, 'DecideProcedure').map((step) => (
        <StepButton key={step.missing.join()} {...props} step={step} tone="indigo" />
      ))}
    </div>
  );
}

interface MotionProps extends DeskProps {
  readonly motion: LiveMotion;
}

function titleOf({ title, amends, part }: LiveMotion, { words, formats }: DeskProps): string {
  if (amends !== null) return words.motion.amendment(title);
  return part === null ? title : words.motion.part(formats.number(part.number), title);
}

function MotionCard(props: MotionProps): JSX.Element {
  const { motion, words, live, formats } = props;
  const { mover, rule, amends } = motion;
  const whose =
    mover?.office !== undefined
      ? words.motion.byOffice(
          mover.called === undefined ? (words.roles[mover.office] ?? mover.office) : formats.said(mover.called),
        )
      : mover?.body !== undefined
        ? words.motion.byBody(mover.body)
        : words.motion.byHall;
  return (
    <article class={`card motion ${motion.state}`} aria-labelledby={`motion-${motion.motion}`}>
      <div class="motion-head">
        <h3 id={`motion-${motion.motion}`}>{titleOf(motion, props)}</h3>
        <State {...props} />
      </div>
      <p class="soft">
        {whose}
        {amends === null ? '' : ` · ${amends.substantive ? words.motion.changes : words.motion.wording}`}
        {rule === null ? '' : ` · ${ruleInWords(rule, words)}`}
      </p>
      <details>
        <summary>{words.motion.text}</summary>
        <p class="text">{motion.text ?? words.motion.noText}</p>
        {motion.textBefore === null ? null : (
          <>
            <h4>{words.motion.textBefore}</h4>
            <p class="text before">{motion.textBefore}</p>
          </>
        )}
      </details>
      {motion.state === 'voting' && live.vote !== null ? <OpenVoteCard {...props} vote={live.vote} /> : null}
      {motion.methods.includes('secret') && !isSettled(motion) ? <Preparing {...props} /> : null}
      {motion.state === 'ready' ? <Deciding {...props} /> : null}
      {isSettled(motion) ? null : <More {...props} />}
    </article>
  );
}

function State({ motion, words, live }: MotionProps): JSX.Element {
  const { state, outcome, after } = motion;
  if (state === 'decided' && outcome !== null) {
    const tone = outcome === 'carried' ? 'green' : outcome === 'rejected' ? 'red' : 'ochre';
    return (
      <Badge tone={tone} icon={outcome === 'carried' ? 'check' : outcome === 'rejected' ? 'cross' : 'alert'}>
        {words.motion.outcomes[outcome]}
      </Badge>
    );
  }
  if (state === 'voting')
    return (
      <Badge tone="indigo" icon="hand">
        {words.motion.states.voting}
      </Badge>
    );
  if (state === 'waiting')
    return (
      <Badge tone="ochre" icon="clock">
        {after === null ? words.motion.states.waiting : words.motion.after(motionTitle(live, after))}
      </Badge>
    );
  return (
    <Badge tone={state === 'ready' ? 'indigo' : 'rest'} icon={state === 'ready' ? 'next' : 'minus'}>
      {words.motion.states[state]}
    </Badge>
  );
}

/** On the way to a secret vote: none of them is a way of deciding by itself. */
const preparing = ['NameTrustees', 'RecordTrialDecryption', 'EnterCredentialHalves', 'ListCredentials'];

/** Open once something of it is under way: somebody waits for a link, or for the next step. */
function Preparing(props: MotionProps): JSX.Element | null {
  const { motion, known, words } = props;
  const steps = stepsFor(known, preparing, { motion: motion.motion });
  if (steps.length === 0) return null;
  const buttons = steps.map((step) => <StepButton key={step.command} {...props} step={step} />);
  if (steps.some(({ prepares }) => prepares !== null)) return <Folded title={words.methods.secret}>{buttons}</Folded>;
  return (
    <fieldset>
      <legend>{words.methods.secret}</legend>
      {buttons}
    </fieldset>
  );
}

/** The ways in which this matter can be decided here: one as the main button, the others behind it. */
function Deciding(props: MotionProps): JSX.Element | null {
  const { motion, known, words } = props;
  const possible = stepsFor(known, ['OpenVote', 'RecordAcclamation'], { motion: motion.motion }).filter(({ input }) =>
    motion.methods.some((method) => method === input.method),
  );
  if (possible.length === 0) return null;
  const first = possible.find(({ lawful }) => lawful) ?? possible[0];
  const others = possible.filter((step) => step !== first);
  return (
    <div class="deciding">
      {first === undefined ? null : <StepButton {...props} step={first} label={said(first, words)} />}
      {others.length === 0 ? null : (
        <Folded title={words.motion.otherWays}>
          {others.map((step) => (
            <StepButton key={String(step.input.method)} {...props} step={step} />
          ))}
        </Folded>
      )}
    </div>
  );
}

const said = ({ command, input }: Step, words: DeskProps['words']): string => {
  const method = words.methods[input.method as keyof DeskProps['words']['methods']];
  return command === 'OpenVote' ? `${words.steps.OpenVote}: ${method.toLowerCase()}` : method;
};

function More(props: MotionProps): JSX.Element | null {
  const { motion, known, words } = props;
  const about = { motion: motion.motion };
  const amend = known.steps.filter(
    ({ command, input }) =>
      command === 'TableMotion' && (input.proposal as { motion?: number } | undefined)?.motion === motion.motion,
  );
  const steps = [...amend, ...stepsFor(known, ['WithdrawMotion', 'SplitMotion', 'MoveProcedure'], about)].filter(
    (step) => !isOthers(step),
  );
  if (steps.length === 0) return null;
  return (
    <Folded title={words.motion.more}>
      {steps.map((step) => (
        <StepButton key={`${step.command} ${String(step.input.kind ?? '')}`} {...props} step={step} />
      ))}
    </Folded>
  );
}

/** Under the item that the sitting is at, or any other; the sitting's own presidium, minutes of another. */
function Tabling(props: DeskProps): JSX.Element | null {
  const { known, words, live } = props;
  const steps = stepsFor(known, 'TableMotion').filter(
    ({ input }) => (input.proposal as { kind?: string } | undefined)?.kind !== 'amend-motion',
  );
  const now = live.agenda.find(({ state }) => state === 'now');
  const main = steps.filter(({ about, input }) => about?.title === now?.title || kindOf(input) !== undefined);
  const others = steps.filter((step) => !main.includes(step) && !isOthers(step));
  return (
    <div class="tabling">
      {main
        .filter((step) => !isOthers(step))
        .map((step) => (
          <StepButton key={`${kindOf(step.input)} ${step.about?.title}`} {...props} step={step} />
        ))}
      {others.length === 0 ? null : (
        <Folded title={words.motion.elsewhere}>
          {others.map((step) => (
            <StepButton
              key={`${String(step.input.matter)} ${step.about?.title}`}
              {...props}
              step={step}
              label={`${words.steps.TableMotion}: ${step.about?.title ?? ''}`}
            />
          ))}
        </Folded>
      )}
    </div>
  );
}

const kindOf = (input: Step['input']): string | undefined =>
  (input.proposal as { readonly kind?: string } | undefined)?.kind;
