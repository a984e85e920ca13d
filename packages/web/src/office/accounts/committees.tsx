import { amountText } from '@cabildo/core';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Sentences } from '../../answers.ts';
import { ask, bodyPath, randomText } from '../../shell/asking.ts';
import { Action, Badge, Icon, Refusal } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { CommitteeAccounts, HandedIn } from './accounts-answer.ts';
import type { AccountsProps } from './accounts-props.ts';

type OneCommittee = AccountsProps & { readonly one: CommitteeAccounts };

/** What a committee of this body has handed in: read, put before the hall, and what was said taken to the committee's book. */
export function CommitteeReport(props: OneCommittee): JSX.Element {
  const { one, session, formats, words } = props;
  const said = words.committee;
  const money = (amount: number, { commodity, decimals }: CommitteeAccounts['sums'][number]): string => {
    const text = amountText(amount, decimals);
    return `${formats.language === 'es' ? text.replace('.', ',') : text} ${commodity}`;
  };
  const page = `/b/${encodeURIComponent(one.page)}/accounts`;
  return (
    <section class="card" data-committee={one.committee}>
      <h2>{said.title(one.title)}</h2>
      <ul>
        <li>{words.report.until(one.until, formats.number(one.entries))}</li>
        {one.single === 0 ? null : <li>{words.report.single(formats.number(one.single))}</li>}
        {one.sums.map((sum) => (
          <li key={sum.commodity}>
            {words.report.sums(money(-sum.income, sum), money(sum.expenses, sum), money(sum.assets, sum))}
          </li>
        ))}
      </ul>
      <a class="plain" href={page}>
        {said.page}
      </a>
      {one.outcome === null ? null : <Outcome outcome={one.outcome} said={said.settled[one.outcome]} />}
      {one.said === null ? (
        one.outcome === null ? (
          <ToJudge {...props} />
        ) : null
      ) : (
        <>
          <p>
            <Outcome outcome={one.said.outcome} said={said.ours[one.said.outcome]} />{' '}
            <a href={`/b/${encodeURIComponent(session.body)}/acts/${one.said.act}`}>
              {words.act(formats.number(one.said.act))}
            </a>
          </p>
          <OnItsWay {...props} said={one.said} />
        </>
      )}
    </section>
  );
}

const Outcome = ({ outcome, said }: { readonly outcome: 'approved' | 'rejected'; readonly said: string }) => (
  <Badge tone={outcome === 'approved' ? 'green' : 'red'} icon={outcome === 'approved' ? 'check' : 'cross'}>
    {said}
  </Badge>
);

/** In whatever sitting is open, as a report of delegates. */
function ToJudge({ one, known, session, formats, words, changed }: OneCommittee): JSX.Element {
  const said = words.committee;
  const { busy, trouble, send } = useSending(session, changed);
  const sitting = known.openSitting;
  const put = async (): Promise<void> => {
    const motion = {
      matter: 'ordinary',
      title: said.motion(one.title),
      text: said.question(one.title, one.until, formats.number(one.act)),
    };
    const proposal = { kind: 'judge-committee', report: { book: one.committee, index: one.act } };
    await send('TableMotion', { sitting, ...motion, proposal });
  };
  return (
    <>
      <p role="status">
        <Badge tone="ochre" icon="clock">
          {one.tabled ? words.report.tabled : said.toJudge}
        </Badge>
      </p>
      {one.tabled ? null : sitting === null ? (
        <p class="soft">{said.inSitting}</p>
      ) : (
        <Action icon="hand" tone="indigo" busy={busy} onClick={() => void put()}>
          {said.put}
        </Action>
      )}
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </>
  );
}

/** Signed by the officers, anybody takes it to the committee's book: nobody has to belong there. */
function OnItsWay({
  one,
  said: { sealed, shown, book, act },
  session,
  formats,
  words,
  changed,
}: OneCommittee & { readonly said: NonNullable<CommitteeAccounts['said']> }): JSX.Element | null {
  const said = words.committee;
  if (shown || one.outcome !== null) return shown ? <p class="soft">{said.shown}</p> : null;
  if (!sealed)
    return (
      <a class="action quiet" href={`/phone/seals/${encodeURIComponent(session.body)}`}>
        <Icon name="pen" />
        <span>{said.seal}</span>
      </a>
    );
  if (!one.isHere) return <p class="soft">{said.elsewhere}</p>;
  return (
    <Take judgement={{ book, index: act }} committee={one.page} how={said.takeHow} {...{ formats, words, changed }} />
  );
}

interface Taking extends Pick<AccountsProps, 'formats' | 'words' | 'changed'> {
  readonly judgement: { readonly book: string; readonly index: number };
  /** As addresses of this node name it. */
  readonly committee: string;
  readonly how: string;
}

function Take({ judgement, committee, how, formats, words, changed }: Taking): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Sentences | null | undefined>(undefined);
  const take = async (): Promise<void> => {
    setBusy(true);
    const path = `${bodyPath(committee)}/commands/ShowAccountsJudgement`;
    const reply = await ask(path, { body: { judgement }, key: randomText(16) });
    setRefused(reply.kind === 'ok' ? undefined : reply.kind === 'problem' ? reply.problem.sentences : null);
    if (reply.kind === 'ok') await changed();
    setBusy(false);
  };
  return (
    <>
      <p class="soft">{how}</p>
      <Action icon="book" tone="indigo" busy={busy} onClick={() => void take()}>
        {words.committee.take}
      </Action>
      {refused === undefined ? null : <Refusal said={refused} formats={formats} />}
    </>
  );
}

/** Of a committee: who has said what of the accounts that it handed in. */
export function HandedInNow(props: AccountsProps & { readonly handedIn: HandedIn }): JSX.Element {
  const { handedIn, session, formats, words } = props;
  const said = words.committee;
  return (
    <section class="card" aria-labelledby="handed-in">
      <h2 id="handed-in">{said.handedIn(handedIn.until)}</h2>
      <p class="soft">{said.how}</p>
      <ul>
        {handedIn.parents.map(({ body, title, said: word, found }) => (
          <li key={body}>
            {title}:{' '}
            {word !== null ? (
              <>
                {said.theirs[word.outcome]}{' '}
                <a href={`/b/${encodeURIComponent(session.body)}/acts/${word.act}`}>
                  {words.act(formats.number(word.act))}
                </a>
              </>
            ) : found !== null ? (
              <>
                {said.theirs[found.outcome]}
                <Take {...props} judgement={found} committee={session.body} how={said.foundHow} />
              </>
            ) : (
              said.notYet
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
