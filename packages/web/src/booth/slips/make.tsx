import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Action, Badge } from '../../shell/parts.tsx';
import { askJson } from '../asking.ts';
import { Alert, Doing } from '../said.tsx';
import { type MadeHalves, makeHalves } from './make-halves.ts';
import { Sheet } from './sheet.tsx';
import type { SlipsProps } from './slips-props.ts';

const MOST = 3_000;

/** The teller's half of every slip: made, printed, and its public part handed in. */
export function Make(props: SlipsProps): JSX.Element {
  const { words, status, link, tongue } = props;
  const own = status.halves.find(({ teller }) => teller === link.place);
  const [made, setMade] = useState<MadeHalves | null>(null);
  const [count, setCount] = useState<number | null>(null);
  if (made !== null) return <Made {...props} made={made} forget={() => setMade(null)} />;
  if (count !== null)
    return (
      <Making
        {...props}
        count={count}
        done={(halves) => {
          setCount(null);
          setMade(halves);
        }}
      />
    );
  return (
    <>
      <h1>{own === undefined ? words.make.title : words.sent.title}</h1>
      {own === undefined ? <p>{words.make.how}</p> : <HandedIn {...props} own={own} />}
      {own === undefined ? (
        <HowMany {...props} go={setCount} />
      ) : own.inBook ? null : (
        <details>
          <summary>{words.make.others}</summary>
          <p>{words.make.again(tongue.number(own.halves))}</p>
          <HowMany {...props} go={setCount} />
        </details>
      )}
    </>
  );
}

function HowMany({ go, words, tongue }: SlipsProps & { readonly go: (count: number) => void }): JSX.Element {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const send = (event: Event): void => {
    event.preventDefault();
    const count = Number(text);
    const isGood = Number.isInteger(count) && count >= 1 && count <= MOST;
    setWrong(!isGood);
    if (isGood) go(count);
  };
  return (
    <form onSubmit={send}>
      <label for="count">{words.make.count}</label>
      <p class="soft" id="count-how">
        {words.make.countHow}
      </p>
      <input
        id="count"
        inputmode="numeric"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        autocomplete="off"
        aria-describedby="count-how"
        aria-invalid={wrong}
      />
      {wrong ? <Alert>{words.make.wrongCount(tongue.number(MOST))}</Alert> : null}
      <Action icon="card" tone="indigo" submit>
        {words.make.go}
      </Action>
    </form>
  );
}

interface MakingProps extends SlipsProps {
  readonly count: number;
  readonly done: (made: MadeHalves) => void;
}

function Making({ count, done, words, status, link, tongue }: MakingProps): JSX.Element {
  const [at, setAt] = useState(0);
  useEffect(() => {
    const ending = new AbortController();
    void makeHalves(status, { teller: link.place, count }, setAt, ending.signal).then((made) => {
      if (made !== null && !ending.signal.aborted) done(made);
    });
    return () => ending.abort();
  }, []);
  return (
    <>
      <h1>{words.make.title}</h1>
      <Doing>{words.make.doing(tongue.number(at), tongue.number(count))}</Doing>
    </>
  );
}

interface MadeProps extends SlipsProps {
  readonly made: MadeHalves;
  readonly forget: () => void;
}

function Made({ made, forget, ...props }: MadeProps): JSX.Element {
  const { words, booth, tongue, node, link, ask } = props;
  const [state, setState] = useState<'here' | 'sending' | 'sent'>('here');
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);
  const send = async (): Promise<void> => {
    setState('sending');
    const reply = await askJson(node, `/halves/${link.place}`, { method: 'PUT', body: made.file, code: link.code });
    setState(reply.kind === 'ok' ? 'sent' : 'here');
    const said = reply.kind === 'refused' ? (reply.sentences?.[tongue.language] ?? reply.code) : booth.unreachable;
    setTrouble(reply.kind === 'ok' ? null : said);
    if (reply.kind === 'ok') ask();
  };
  return (
    <>
      <div class="no-print">
        <h1>{state === 'sent' ? words.sent.title : words.print.title(tongue.number(made.texts.length))}</h1>
        <p>{words.print.how}</p>
        <Action icon="copy" tone={state === 'sent' ? 'quiet' : 'indigo'} onClick={() => print()}>
          {state === 'sent' ? words.sent.reprint : words.print.go}
        </Action>
        <p>{words.print.fold}</p>
        {trouble === null ? null : <Alert>{trouble}</Alert>}
        {state === 'sent' ? (
          <Action icon="check" tone="indigo" onClick={forget}>
            {words.sent.forget}
          </Action>
        ) : (
          <Action icon="next" tone="quiet" busy={state === 'sending'} onClick={() => void send()}>
            {state === 'sending' ? words.print.sending : words.print.send}
          </Action>
        )}
        <p class="soft">{words.print.leave}</p>
      </div>
      <Sheet {...props} texts={made.texts} />
    </>
  );
}

function HandedIn({ own, words, tongue }: SlipsProps & { readonly own: SlipsProps['status']['halves'][number] }) {
  return (
    <section class="card">
      <Badge tone={own.inBook ? 'green' : 'ochre'} icon={own.inBook ? 'check' : 'clock'}>
        {own.inBook ? words.sent.inBook : words.sent.notInBook}
      </Badge>
      <dl class="facts">
        <div>
          <dt>{words.sent.count}</dt>
          <dd>{tongue.number(own.halves)}</dd>
        </div>
        <div>
          <dt>{words.sent.file}</dt>
          <dd class="code-text">{own.file}</dd>
        </div>
      </dl>
      <p class="soft">{words.sent.how}</p>
      <p>{words.sent.draw}</p>
    </section>
  );
}
