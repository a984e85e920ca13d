import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { IconName } from '../../../look/icons.ts';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import type { Formats } from '../../shell/formats.ts';
import { Icon } from '../../shell/parts.tsx';
import type { Session } from '../../shell/session.ts';
import { useSession } from '../../shell/watching.ts';
import type { Accounts } from '../accounts/accounts-answer.ts';
import type { Correspondence } from '../consultations/correspondence-answer.ts';
import type { Delegations } from '../delegations/delegations-answer.ts';
import { whomOf } from '../petitions/petition-props.ts';
import type { Petition, Petitions } from '../petitions/petitions-answer.ts';
import { petitionWords } from '../petitions/words.ts';
import type { PetitionWords } from '../petitions/words-es.ts';
import { type Asked, type Waiting, waitingFor } from './waiting-for.ts';
import { waitingWords } from './words.ts';
import type { WaitingWords } from './words-es.ts';

/** Everything that waits for whoever is signed in, in one body: each line leads to where it is done. */
export function WaitingArea({ session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(waitingWords, formats);
  const whom = useWords(petitionWords, formats);
  const asked = useAsked(session);
  if (words === null || whom === null || asked === null) return <p role="status">{formats.words.loading}</p>;
  const all = waitingFor(asked, Date.now());
  const whole = Object.values(asked).every((one) => one !== null);
  const body = encodeURIComponent(session.body);
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      {whole ? null : <p role="status">{words.partly}</p>}
      {whole && all.length === 0 ? <p>{words.none}</p> : null}
      <ul class="choose">
        {all
          .map((one) => lineOf(one, { body, formats, words, whom }))
          .map(({ key, href, icon, what, more }) => (
            <li key={key}>
              <a class="action quiet" href={href}>
                <Icon name={icon} />
                <span>
                  {what}
                  <small>{more}</small>
                </span>
              </a>
            </li>
          ))}
      </ul>
      <section class="card">
        <p class="soft">{words.sheetHow}</p>
        <a class="action quiet" href={`/b/${body}/week?lang=${formats.tag}`}>
          <Icon name="book" />
          <span>{words.sheet}</span>
        </a>
        <p class="soft">{words.mailHow}</p>
        <a class="action quiet" href={`/office/mail/${body}`}>
          <Icon name="speech" />
          <span>{words.mail}</span>
        </a>
      </section>
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

type Beside = Omit<Asked, 'me'>;

/** Null before the first answer; asked again whenever the body's book has grown. */
function useAsked(session: Session): Asked | null {
  const { me } = useSession(session);
  const [beside, setBeside] = useState<Beside | null>(null);
  const size = me?.size ?? null;
  useEffect(() => {
    let over = false;
    void askBeside(session).then((answered) => {
      if (!over) setBeside(answered);
    });
    return () => {
      over = true;
    };
  }, [session, size]);
  return beside === null ? null : { me, ...beside };
}

async function askBeside(session: Session): Promise<Beside> {
  const [delegations, petitions, correspondence, accounts] = await Promise.all([
    session.ask<Delegations>('/delegations'),
    session.ask<Petitions>('/petitions'),
    session.ask<Correspondence>('/correspondence'),
    session.ask<Accounts>('/accounts'),
  ]);
  return {
    delegations: delegations.kind === 'ok' ? delegations.value : null,
    petitions: petitions.kind === 'ok' ? petitions.value : null,
    correspondence: correspondence.kind === 'ok' ? correspondence.value : null,
    accounts: accounts.kind === 'ok' ? accounts.value : null,
  };
}

interface Line {
  readonly key: string;
  readonly href: string;
  readonly icon: IconName;
  readonly what: string;
  readonly more: string;
}

interface Saying {
  /** As it stands in an address. */
  readonly body: string;
  readonly formats: Formats;
  readonly words: WaitingWords;
  readonly whom: PetitionWords;
}

function lineOf(waiting: Waiting, saying: Saying): Line {
  const { body, formats, words } = saying;
  const { number, day, time } = formats;
  switch (waiting.kind) {
    case 'vote': {
      const { vote, title } = waiting.vote;
      return { key: `vote ${vote}`, href: '/phone', icon: 'hand', what: words.vote, more: title };
    }
    case 'seal': {
      const { index, act } = waiting.seal;
      const what = act === 'MinutesApproved' ? words.minutes : words.seal;
      return { key: `seal ${index}`, href: `/phone/seals/${body}`, icon: 'pen', what, more: words.act(number(index)) };
    }
    case 'sitting': {
      const { sitting, opened, place, startsAt } = waiting.sitting;
      const href = opened ? '/phone' : `/b/${body}/sittings/${sitting}`;
      const what = opened ? words.openSitting : words.nextSitting;
      return { key: `sitting ${sitting}`, href, icon: 'calendar', what, more: `${place}, ${time(startsAt)}` };
    }
    case 'minutes': {
      const { sitting, place, startsAt } = waiting.sitting;
      const href = `/phone/minutes/${body}/${sitting}`;
      return {
        key: `minutes ${sitting}`,
        href,
        icon: 'book',
        what: words.toApprove,
        more: `${place}, ${time(startsAt)}`,
      };
    }
    case 'report': {
      const { seat, due, late } = waiting;
      const more = (late ? words.reportLate : words.reportBy)(seat.title, number(seat.seat), day(due));
      return {
        key: `report ${seat.above}#${seat.seat}`,
        ...delegations(body),
        icon: 'speech',
        what: words.report,
        more,
      };
    }
    case 'mandate': {
      const more = words.mandateOn(waiting.title, waiting.body);
      return { key: `mandate ${waiting.motion}`, ...delegations(body), icon: 'people', what: words.mandate, more };
    }
    case 'approve': {
      const { seat, act, at } = waiting;
      const more = words.approveOf(seat.title, number(seat.seat), day(at));
      return { key: `approve ${act}`, ...delegations(body), icon: 'check', what: words.approve, more };
    }
    case 'accounts': {
      const { committee, title, until } = waiting.committee;
      const more = words.accountsUntil(title, until);
      return {
        key: `accounts ${committee}`,
        href: `/office/accounts/${body}`,
        icon: 'check',
        what: words.accounts,
        more,
      };
    }
    case 'question': {
      const { asker, consultation, title, body: by, deadline } = waiting.question;
      const more = words.questionBy(title, by, day(deadline));
      const href = `/office/consultations/${body}`;
      return { key: `question ${asker}#${consultation}`, href, icon: 'speech', what: words.question, more };
    }
    case 'count':
    case 'petition':
      return petitionLine(waiting.kind, waiting.petition, saying);
  }
}

const delegations = (body: string) => ({ href: `/office/delegations/${body}` });

function petitionLine(kind: 'count' | 'petition', petition: Petition, { body, formats, words, whom }: Saying): Line {
  const { number, day } = formats;
  const signed = number(petition.phones + petition.paper);
  const more = words.signatures(whomOf(petition, whom, formats), signed, number(petition.needed), day(petition.until));
  const href = `/office/petitions/${body}`;
  return {
    key: `${kind} ${petition.petition}`,
    href,
    icon: kind === 'count' ? 'copy' : 'pen',
    what: words[kind],
    more,
  };
}
