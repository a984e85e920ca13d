import './founding.css';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TextField } from '../../form/fields.tsx';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { AreaProps } from '../../shell/area.ts';
import type { Reply } from '../../shell/asking.ts';
import { Action, Refusal } from '../../shell/parts.tsx';
import { Entering } from './entering.tsx';
import type { Draft, Founded } from './found.ts';
import type { FoundingProps } from './founding-props.ts';
import { askInvited, forgetInvitation, type Invited, invitationIn, keptInvitation } from './invitation.ts';
import { NameStep } from './name-step.tsx';
import { StatuteStep } from './statute-step.tsx';
import { foundingWords } from './words.ts';

/** From nothing to a first sitting, for whoever was invited to found a body on this node. */
export function Founding(props: AreaProps): JSX.Element {
  const words = useWords(foundingWords, props.formats);
  const [invitation, setInvitation] = useState(keptInvitation);
  useEffect(() => {
    // Another link, opened in the same tab, changes only what stands behind the `#`.
    const again = (): void => setInvitation(keptInvitation());
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, []);
  if (words === null) return <p role="status">{props.formats.words.loading}</p>;
  const all = { ...props, words };
  return (
    <div class="narrow">
      {invitation === null ? (
        <AskInvitation {...all} take={setInvitation} />
      ) : (
        <WithInvitation
          key={invitation}
          {...all}
          invitation={invitation}
          leave={() => {
            forgetInvitation();
            setInvitation(null);
          }}
        />
      )}
    </div>
  );
}

function AskInvitation({ words, take }: FoundingProps & { readonly take: (code: string) => void }): JSX.Element {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const found = invitationIn(typed);
        setWrong(found === null);
        if (found !== null) take(found);
      }}
    >
      <h1>{words.title}</h1>
      <p>{words.need}</p>
      <TextField
        id="invitation"
        label={words.invitation}
        hint={words.invitationHow}
        error={wrong ? words.noInvitation : null}
        value={typed}
        onChange={setTyped}
      />
      <Action icon="next" tone="indigo" submit>
        {words.go}
      </Action>
    </form>
  );
}

interface InvitedProps extends FoundingProps {
  readonly invitation: string;
  readonly leave: () => void;
}

/** Whether it is good is said before anything is typed. */
function WithInvitation(props: InvitedProps): JSX.Element {
  const { invitation, words, formats, leave } = props;
  const [reply, setReply] = useState<Reply<Invited> | null>(null);
  useEffect(() => {
    void askInvited(invitation).then(setReply);
  }, [invitation]);
  if (reply === null) return <p role="status">{formats.words.loading}</p>;
  if (reply.kind === 'ok' && reply.value.founded === null) return <Steps {...props} invited={reply.value} />;
  return (
    <>
      <h1>{words.title}</h1>
      {reply.kind === 'ok' ? (
        <>
          <p class="card ochre">{words.usedUp(reply.value.founded ?? '')}</p>
          <p>
            <a class="plain" href={pathOf({ area: 'first-steps', body: reply.value.founded })}>
              {words.toFirstSteps}
            </a>
          </p>
        </>
      ) : (
        <Refusal said={reply.kind === 'problem' ? reply.problem.sentences : null} formats={formats} />
      )}
      <Action icon="back" tone="quiet" onClick={leave}>
        {words.other}
      </Action>
    </>
  );
}

const empty = (): Draft => ({
  title: '',
  name: '',
  kind: 'base',
  founder: '',
  offsetMinutes: -new Date().getTimezoneOffset(),
  provisionalDays: 60,
  territory: null,
});

function Steps(props: InvitedProps & { readonly invited: Invited }): JSX.Element {
  const [draft, setDraft] = useState<Draft>(empty);
  const [step, setStep] = useState<'name' | 'statute'>('name');
  const [founded, setFounded] = useState<Founded | null>(null);
  if (founded !== null) return <Entering {...props} founded={founded} />;
  if (step === 'name') return <NameStep {...props} draft={draft} change={setDraft} next={() => setStep('statute')} />;
  return <StatuteStep {...props} draft={draft} back={() => setStep('name')} onFounded={setFounded} />;
}
