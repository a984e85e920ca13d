import type { JSX } from 'preact';
import { Confirm, Press } from '../../form/press.tsx';
import { Action, Badge, Icon } from '../../shell/parts.tsx';
import { confirmedText } from './agreed.ts';
import { isDisputed } from './disputed.ts';
import { myPlaces } from './give.tsx';
import { KeyCard } from './key-card.tsx';
import { Overtaken } from './overtaken.tsx';
import { amountsIn, calledIn, type PartProps } from './parts.ts';
import { Provisional } from './provisional.tsx';
import type { Draft, NeedAsked, Sending, Standing } from './types.ts';
import { Versions } from './versions.tsx';

interface HomeProps extends PartProps {
  readonly give: () => void;
  readonly read: () => void;
  readonly declare: () => void;
  /** Null for whoever gives no orders here. */
  readonly report: (() => void) | null;
  readonly ofReport: ((standing: Standing) => JSX.Element) | null;
  readonly goOn: (draft: Draft) => void;
  /** From those amounts on; without any from those that hold. */
  readonly correct: (standing: Standing, lines?: Standing['lines']) => void;
}

export function HandOverHome(props: HomeProps): JSX.Element {
  const { state, words, formats, give, read, declare, report } = props;
  const { book, reachable } = state;
  const mine = book === null ? [] : myPlaces(state, book);
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      <p role="status" class="age">
        {reachable ? null : <Icon name="offline" />}{' '}
        <span>{book === null ? words.never : words.age(formats.ago(Date.now() - book.at))}</span>{' '}
        <span>{reachable ? '' : words.offline}</span>
      </p>
      {isSecureContext ? null : <p class="card ochre">{words.notHttps}</p>}
      {mine.length === 0 ? null : (
        <>
          <Action icon="hand" tone="indigo" onClick={give}>
            {words.give}
          </Action>
          <Action icon="camera" tone="quiet" onClick={read}>
            {words.receive}
          </Action>
        </>
      )}
      {mine.some(({ kind }) => kind !== 'vehicle') ? (
        <Action icon="speech" tone="quiet" onClick={declare}>
          {words.declare.title}
        </Action>
      ) : null}
      {book === null || report === null ? null : (
        <Press mark="plus" onPress={report}>
          {words.report.title}
        </Press>
      )}
      <Overtaken {...props} />
      <Unfinished {...props} />
      <GoingOut {...props} />
      {report === null ? null : (
        <Provisional {...props} shown={(book?.handOvers ?? []).filter(({ provisional }) => provisional)} />
      )}
      <KeyCard {...props} />
      {mine.length === 0 ? null : <Recent {...props} />}
    </>
  );
}

function Unfinished(props: HomeProps): JSX.Element | null {
  const { phone, state, words, goOn } = props;
  const called = calledIn(state.book?.registers);
  const drafts = state.drafts.filter(({ overtaken }) => overtaken === undefined);
  if (drafts.length === 0) return null;
  return (
    <section>
      <h2>{words.unfinished}</h2>
      {drafts.map((draft) => (
        <div key={draft.key} class="card" data-draft={draft.side}>
          <p>
            {words.ofTo(called.place(draft.agreed.from), called.place(draft.agreed.to))}:{' '}
            {amountsIn(draft.agreed.lines, props)}
          </p>
          <Press mark="next" onPress={() => goOn(draft)}>
            {words.goOn}
          </Press>
          <Confirm
            mark="trash"
            label={words.drop}
            ask={words.dropSure}
            yes={words.yes}
            no={words.no}
            onYes={() => void phone.dropDraft(draft.key)}
          />
        </div>
      ))}
    </section>
  );
}

function GoingOut(props: HomeProps): JSX.Element | null {
  const { phone, state, words, formats } = props;
  const sendings = state.sendings.filter(({ command }) => command !== 'CountersignNeed');
  if (sendings.length === 0) return null;
  const called = calledIn(state.book?.registers);
  return (
    <section>
      <h2>{words.queue}</h2>
      {sendings.map((sending: Sending) => (
        <div key={sending.key} class="card" data-sending={sending.refused === null ? 'waiting' : 'refused'}>
          <p>
            {sending.command === 'DeclareNeed'
              ? needIn(sending, props)
              : `${words.ofTo(called.place(sending.from), called.place(sending.to))}: ${amountsIn(sending.lines, props)}`}
          </p>
          {sending.refused === null ? (
            <p role="status">
              <Badge tone="ochre" icon="clock">
                {words.states.waiting}
              </Badge>
            </p>
          ) : (
            <>
              <p>
                <Badge tone="red" icon="cross">
                  {words.states.refused}
                </Badge>
              </p>
              <p role="alert">
                {sending.refused.sentences === undefined ? '' : formats.said(sending.refused.sentences)}
              </p>
              <p>{words.refusedHow}</p>
              <details>
                <summary>{words.showText}</summary>
                <p class="signed-text">{JSON.stringify(sending.input)}</p>
              </details>
              <Press mark="check" onPress={() => void phone.dropSending(sending.key)}>
                {words.read}
              </Press>
            </>
          )}
        </div>
      ))}
    </section>
  );
}

function needIn({ input }: Sending, { state, words, formats }: HomeProps): string {
  const { registers } = state.book ?? {};
  const { site, item, quantity, until } = input as unknown as Omit<NeedAsked, 'need'>;
  const { title = '', unit = '' } = registers?.items.find((one) => one.item === item) ?? {};
  const amount = `${formats.number(quantity)} ${unit}`;
  return words.declare.says(calledIn(registers).place(site), title, amount, formats.day(until));
}

/** How many are shown: the rest is in the book. */
const SHOWN = 12;

function Recent(props: HomeProps): JSX.Element {
  const { phone, state, words, formats, correct } = props;
  const { book } = state;
  const mine = new Set(book === null ? [] : myPlaces(state, book).map(({ place }) => place));
  const called = calledIn(book?.registers);
  const shown = (book?.handOvers ?? [])
    .filter(({ from, to }) => mine.has(from) || mine.has(to))
    .slice(-SHOWN)
    .reverse();
  const confirm = async (standing: Standing): Promise<void> => {
    const signed = await phone.sign(standing.to, confirmedText(book?.registers.origin ?? '', standing));
    if (signed !== null) await phone.confirm(standing, { kind: 'hand', ...signed });
  };
  const confirming = new Set(state.sendings.map(({ input }) => input.handOver));
  return (
    <section>
      <h2>{words.recent}</h2>
      {shown.length === 0 ? <p>{words.none}</p> : null}
      {shown.map((one) => (
        <article key={one.handOver} class="card" data-hand-over={one.handOver}>
          <p>
            <a href={`/b/${encodeURIComponent(phone.body)}/acts/${one.handOver}`}>
              {words.act(formats.number(one.handOver))}
            </a>{' '}
            {words.kinds[one.kind]}: {words.ofTo(called.place(one.from), called.place(one.to))}
          </p>
          <p>{amountsIn(one.lines, props)}</p>
          <p>
            <Badge tone={one.provisional ? 'ochre' : 'green'} icon={one.provisional ? 'clock' : 'check'}>
              {one.provisional ? words.badges.provisional : words.badges.final}
            </Badge>{' '}
            {one.corrections.length === 0 ? null : (
              <Badge tone="rest" icon="pen">
                {words.badges.corrected}
              </Badge>
            )}{' '}
            {!isDisputed(one) ? null : (
              <Badge tone="red" icon="alert">
                {words.badges.disputed}
              </Badge>
            )}
          </p>
          {isDisputed(one) ? (
            <>
              <p>{words.disputedHow}</p>
              <Versions {...props} standing={one} />
            </>
          ) : null}
          {one.provisional && mine.has(one.to) && !confirming.has(one.handOver) ? (
            <Press mark="pen" tone="indigo" onPress={() => void confirm(one)}>
              {words.confirm}
            </Press>
          ) : null}
          {mine.has(one.from) ? (
            <Press mark="pen" onPress={() => correct(one)}>
              {words.correct}
            </Press>
          ) : null}
        </article>
      ))}
    </section>
  );
}
