import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import { Refusal } from '../../shell/parts.tsx';
import type { Session } from '../../shell/session.ts';
import type { Mail } from './mail-answer.ts';
import type { MailProps, MailTrouble } from './mail-props.ts';
import { MyAddress } from './my-address.tsx';
import { ServerForm } from './server-form.tsx';
import { mailWords } from './words.ts';

/** One's own address, what is sent to it, and for officers the body's server. Nothing of it is kept on this machine. */
export function MailArea({ session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(mailWords, formats);
  const { known, trouble, where, ...asking } = useMail(session);
  const refused = (place: string): JSX.Element | null =>
    trouble === null || where !== place ? null : (
      <Refusal said={trouble === 'unreachable' ? null : trouble.sentences} formats={formats} />
    );
  if (words === null) return <p role="status">{formats.words.loading}</p>;
  if (known === null) return refused('') ?? <p role="status">{formats.words.loading}</p>;
  const props: MailProps = { formats, words, ...asking };
  const { mine, server, office } = known;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      {server === null ? <p>{words.noServer}</p> : <p class="soft">{words.through(server.host)}</p>}
      {server === null && mine === null ? null : (
        <MyAddress mine={mine} host={server?.host ?? null} {...props}>
          {refused('mine')}
        </MyAddress>
      )}
      {office === null ? null : <ServerForm office={office} {...props} refused={refused} />}
      <div class="foot">
        <a class="plain" href={pathOf({ area: 'waiting', body: session.body })}>
          {words.waiting}
        </a>
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

interface Asking extends Pick<MailProps, 'send' | 'busy'> {
  readonly known: Mail | null;
  readonly trouble: MailTrouble;
  /** Beside which form it is said. */
  readonly where: string;
}

function useMail(session: Session): Asking {
  const [known, setKnown] = useState<Mail | null>(null);
  const [busy, setBusy] = useState(false);
  const [{ trouble, where }, setTrouble] = useState<Pick<Asking, 'trouble' | 'where'>>({ trouble: null, where: '' });
  const ask = async (place: string, path: string, body?: object): Promise<boolean> => {
    setBusy(true);
    setTrouble({ trouble: null, where: place });
    const reply = await session.ask<Mail>(path, body === undefined ? {} : { body });
    setBusy(false);
    if (reply.kind === 'ok') setKnown(reply.value);
    else setTrouble({ trouble: reply.kind === 'problem' ? reply.problem : 'unreachable', where: place });
    return reply.kind === 'ok';
  };
  useEffect(() => void ask('', '/mail'), [session]);
  const send: MailProps['send'] = async (path, body) =>
    !busy && (await ask(path === 'withdraw' ? 'mine' : path, `/mail/${path}`, body));
  return { known, busy, trouble, where, send };
}
