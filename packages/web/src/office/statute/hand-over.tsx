import { canonicalize, type Json } from '@cabildo/book';
import type { ArticleChange } from '@cabildo/core';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { hashOf } from '../../desk/announced.ts';
import { HourField, SelectField, TextField } from '../../form/fields.tsx';
import { fromLocalInput } from '../../meeting/hours.ts';
import type { Formats } from '../../shell/formats.ts';
import { Action, Icon } from '../../shell/parts.tsx';
import type { Session } from '../../shell/session.ts';
import { useSession } from '../../shell/watching.ts';
import { TroubleNote, useSending } from '../sending.tsx';
import type { DraftStatute } from './draft-answer.ts';
import type { KeptDraft } from './kept-draft.ts';
import type { StatuteWords } from './words-es.ts';

interface HandOverProps {
  readonly session: Session;
  readonly formats: Formats;
  readonly words: StatuteWords;
  readonly statute: DraftStatute;
  readonly announced: KeptDraft['announced'];
  readonly changes: readonly ArticleChange[];
  /** What stands in the way: contradictions, or nothing changed. */
  readonly notYet: string | null;
  /** The kinds of sitting that may decide it, by the statute in force. */
  readonly kinds: readonly { readonly value: string; readonly words: string }[];
  /** By that statute too: hours are typed by the body's clock. */
  readonly offsetMinutes: number;
  readonly onAnnounced: (announced: NonNullable<KeptDraft['announced']>) => void;
}

/** The draft goes to the assembly as a motion: first into a notice, then on the table of that sitting. */
export function HandOver(props: HandOverProps): JSX.Element {
  const { words, notYet } = props;
  return (
    <section class="card article hand-over" id="move">
      <h2>{words.move.title}</h2>
      <p class="soft">{words.move.how}</p>
      {notYet === null ? null : (
        <p class="refusal">
          <Icon name="alert" />
          <span>{notYet}</span>
        </p>
      )}
      <Ready {...props} />
    </section>
  );
}

/** What the hall reads: each change, and by its hash the whole draft, which the motion carries as data. */
function textOf({ changes, words }: HandOverProps, of: string): string {
  const articles = changes.flatMap(({ title, gone, come }) => [
    title,
    ...gone.map((said) => `− ${said}`),
    ...come.map((said) => `+ ${said}`),
    '',
  ]);
  return [...articles, words.move.whole(hashOf(of))].join('\n').slice(0, 20_000);
}

function Ready(props: HandOverProps): JSX.Element {
  const { statute, announced, words, formats, session } = props;
  const { me } = useSession(session);
  const of = canonicalize(statute as Json);
  const same = announced?.of === of ? announced : null;
  const [title, setTitle] = useState(same?.title ?? words.move.motion);
  const text = same?.text ?? textOf(props, of);
  const motion = { title: same?.title ?? title.trim(), text, of };
  return (
    <>
      {same === null ? (
        <TextField id="move-title" label={words.move.name} max={160} value={title} onChange={setTitle} />
      ) : null}
      <details>
        <summary>{words.move.text}</summary>
        <pre class="motion-text">{text}</pre>
      </details>
      {(me?.sittings ?? []).map(({ sitting, place, startsAt }) => (
        <Table key={sitting} {...props} sitting={sitting} motion={motion}>
          {words.move.table(place, formats.time(startsAt))}
        </Table>
      ))}
      <Convene {...props} motion={motion} />
    </>
  );
}

interface Moved extends HandOverProps {
  readonly motion: NonNullable<KeptDraft['announced']>;
}

function Table({
  session,
  statute,
  notYet,
  sitting,
  motion,
  words,
  formats,
  children,
}: Moved & { readonly sitting: number; readonly children: string }): JSX.Element {
  const { busy, trouble, send } = useSending(session);
  const [done, setDone] = useState(false);
  const table = async (): Promise<void> => {
    const { title, text } = motion;
    const proposal = { kind: 'amend-statute', statute };
    setDone((await send('TableMotion', { sitting, matter: 'statute', title, text, proposal })) !== null);
  };
  return (
    <div class="move">
      {done ? (
        <p role="status">
          {words.move.tabled}{' '}
          <a href={`/phone/desk/${encodeURIComponent(session.body)}/${sitting}`}>{words.move.desk}</a>
        </p>
      ) : (
        <Action icon="book" tone="indigo" busy={busy || notYet !== null} onClick={() => void table()}>
          {children}
        </Action>
      )}
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
    </div>
  );
}

function Convene({ session, notYet, motion, words, formats, kinds, offsetMinutes, onAnnounced }: Moved): JSX.Element {
  const { move } = words;
  const [place, setPlace] = useState('');
  const [startsAt, setStartsAt] = useState('');
  const [kind, setKind] = useState(kinds[0]?.value ?? 'ordinary');
  const { busy, trouble, send } = useSending(session);
  const at = fromLocalInput(startsAt, offsetMinutes);
  const ready = place.trim() !== '' && motion.title !== '' && at !== null && !busy && notYet === null;
  const convene = async (): Promise<void> => {
    const { title, text } = motion;
    const input = {
      kind,
      place: place.trim(),
      startsAt: at,
      notice: [{ matter: 'statute', title, textHash: hashOf(text) }],
      texts: [{ item: 0, text }],
    };
    if (await send('ConveneSitting', input)) onAnnounced(motion);
  };
  return (
    <details>
      <summary>{move.convene}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void convene();
        }}
      >
        <SelectField id="move-kind" label={move.kind} value={kind} choices={kinds} onChange={setKind} />
        <TextField id="move-place" label={move.place} max={160} value={place} onChange={setPlace} />
        <HourField id="move-hour" label={move.startsAt} value={startsAt} onChange={setStartsAt} />
        <Action icon="calendar" tone="indigo" submit busy={!ready}>
          {move.send}
        </Action>
      </form>
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
    </details>
  );
}
