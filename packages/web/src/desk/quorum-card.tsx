import type { JSX } from 'preact';
import { Badge, Icon, Meter } from '../shell/parts.tsx';
import type { DeskProps } from './props.ts';

/** Who is there, with what the rule needs drawn into the bar, and how far the door and the phones are. */
export function QuorumCard({ live, words, formats }: DeskProps): JSX.Element {
  const { quorum: said } = words;
  const { number } = formats;
  const { present, roll, quorum, crowd, delegates } = live;
  const needed = quorum.lost?.needed ?? quorum.needed;
  return (
    <section class="card quorum" aria-labelledby="quorum-title">
      <h2 id="quorum-title">{said.title}</h2>
      {crowd === null ? (
        <p class="many">
          <strong>{present === null ? '–' : number(present)}</strong>
          <span class="soft">
            {present === null ? said.notCounted : formats.plural(present, said.present)}
            <br />
            {(delegates ? said.seats : said.needed)(number(needed), number(roll))}
          </span>
        </p>
      ) : (
        <p>{said.crowd(number(crowd.atLeast), number(crowd.atMost))}</p>
      )}
      {crowd === null ? (
        <Meter
          parts={[{ value: present ?? 0, tone: 'here' }]}
          total={Math.max(roll, present ?? 0)}
          tick={needed}
          label={said.meter(number(present ?? 0), number(needed), number(roll))}
        />
      ) : null}
      <Standing {...{ live, words, formats, needed }} />
      <Door {...{ live, words, formats }} />
    </section>
  );
}

type Part = Pick<DeskProps, 'live' | 'words' | 'formats'>;

function Standing({ live, words, formats, needed }: Part & { readonly needed: number }): JSX.Element | null {
  const { quorum: said } = words;
  const { number, plural } = formats;
  const { quorum, present, phase, calls } = live;
  const missing = Math.max(0, needed - (present ?? 0));
  if (quorum.lost !== null)
    return (
      <Badge tone="red" icon="alert">
        {said.lost(number(quorum.lost.needed), number(quorum.lost.present))}
      </Badge>
    );
  if (quorum.challenged)
    return (
      <Badge tone="ochre" icon="people">
        {said.challenged}
      </Badge>
    );
  // After a recess the hall is counted again: until then nobody knows.
  if (quorum.met === true && (present !== null || live.crowd !== null))
    return (
      <Badge tone="green" icon="check">
        {said.met}
      </Badge>
    );
  return (
    <>
      {quorum.met === false ? (
        <Badge tone="red" icon="alert">
          {plural(missing, { one: said.missing.one, other: said.missing.other(number(missing)) })}
        </Badge>
      ) : null}
      {phase === 'convened' ? (
        <p class="soft">{said.calls(formats.hour(calls.first.from), formats.hour(calls.second.from))}</p>
      ) : null}
    </>
  );
}

function Door({ live, words, formats }: Part): JSX.Element | null {
  const { quorum: said } = words;
  const { number, plural } = formats;
  const { door, phones, phase, delegates, quorum } = live;
  if (phase === 'closed' || phase === 'called-off') return null;
  const counting = (!delegates && phase !== 'open') || quorum.challenged || door.recount || door.entered === 1;
  const silent = phones === null ? 0 : phones.here - phones.heard;
  return (
    <ul class="signals">
      {counting ? (
        <li>
          <Icon name={door.recount ? 'alert' : 'people'} />
          <span>
            {door.recount ? said.doorDiffer : door.agree === true ? said.doorAgree : said.door(number(door.entered))}
          </span>
        </li>
      ) : null}
      {door.checkedIn === null ? null : (
        <li>
          <Icon name="card" />
          <span>{said.checkedIn(number(door.checkedIn))}</span>
        </li>
      )}
      {phones === null || phones.here === 0 ? null : (
        <li>
          <Icon name={silent > 0 ? 'offline' : 'check'} />
          <span>
            {said.phones(number(phones.heard), number(phones.here))}
            {silent > 0 ? (
              <strong>{plural(silent, { one: said.silent.one, other: said.silent.other(number(silent)) })}</strong>
            ) : null}
          </span>
        </li>
      )}
    </ul>
  );
}
