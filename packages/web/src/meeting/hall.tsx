import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../form/fields.tsx';
import { Confirm, Mark, Press, Small } from '../form/press.tsx';
import { Badge } from '../shell/parts.tsx';
import { currentItem, type Item, newItem, peopleCounted, withItem } from './meeting.ts';
import type { MeetingProps } from './meeting-props.ts';
import { countWords } from './paper-of-meeting.ts';
import { Said } from './said.tsx';

/** The meeting while it goes on: how many are here, the item that is dealt with, and what comes next. */
export function Hall(props: MeetingProps): JSX.Element {
  const { meeting, words, hours, go, change, now } = props;
  const { id, assembly, place, startedAt, endedAt } = meeting;
  const current = currentItem(meeting);
  const since =
    endedAt === null
      ? words.hall.since(hours.clock(startedAt))
      : words.hall.over(hours.clock(startedAt), hours.clock(endedAt));
  return (
    <>
      <h1>{assembly}</h1>
      <p class="soft">{[place, since].filter((part) => part !== '').join(' · ')}</p>
      <People {...props} />
      {current === undefined ? null : <Current {...props} item={current} />}
      <Agenda {...props} current={current} />
      <Press mark="book" tone={endedAt === null ? 'quiet' : 'indigo'} onPress={() => go({ at: 'paper', meeting: id })}>
        {words.hall.paper}
      </Press>
      <Press mark="pen" onPress={() => go({ at: 'details', meeting: id })}>
        {words.hall.details}
      </Press>
      {endedAt === null ? (
        <Confirm
          mark="check"
          tone="indigo"
          label={words.hall.end}
          ask={words.hall.endAsk}
          yes={words.yes}
          no={words.no}
          onYes={() => {
            change({ ...meeting, endedAt: now() });
            go({ at: 'paper', meeting: id });
          }}
        />
      ) : (
        <Press mark="back" onPress={() => change({ ...meeting, endedAt: null })}>
          {words.hall.reopen}
        </Press>
      )}
    </>
  );
}

function People({ meeting, words, formats, hours, go }: MeetingProps): JSX.Element {
  const { counts, id } = meeting;
  const last = counts.at(-1);
  const known = peopleCounted(meeting);
  return (
    <section class="card people">
      <h2>{words.hall.people}</h2>
      {known === null ? null : <p class="big">{formats.number(known)}</p>}
      <p class="soft">
        {last === undefined
          ? words.hall.notCounted
          : countWords(last, { words: words.paper, hours, number: formats.number })}
      </p>
      <Small mark="people" onPress={() => go({ at: 'count', meeting: id })}>
        {last === undefined ? words.hall.count : words.hall.countAgain}
      </Small>
    </section>
  );
}

function Current({ item, ...props }: MeetingProps & { readonly item: Item }): JSX.Element {
  const { meeting, words, hours, change, go } = props;
  const { id } = meeting;
  const position = meeting.items.findIndex((one) => one.id === item.id) + 1;
  return (
    <section class="card current">
      <p class="soft">
        {words.hall.point(position)} · {item.openedAt === null ? '' : words.hall.since(hours.clock(item.openedAt))}
      </p>
      <h2>{item.title}</h2>
      <TextField
        id={`notes-${item.id}`}
        label={words.hall.notes}
        hint={words.hall.notesHow}
        rows={3}
        max={8_000}
        value={item.notes}
        onChange={(notes) => change(withItem(meeting, item.id, (old) => ({ ...old, notes })))}
      />
      <Said {...props} item={item} />
      <Press mark="hand" tone="indigo" onPress={() => go({ at: 'decision', meeting: id, item: item.id })}>
        {words.hall.decide}
      </Press>
      <div class="small-row">
        <Small mark="alert" onPress={() => go({ at: 'objection', meeting: id, item: item.id })}>
          {words.hall.objection}
        </Small>
        <Small mark="list" onPress={() => go({ at: 'task', meeting: id, item: item.id })}>
          {words.hall.task}
        </Small>
      </div>
      <Next {...props} item={item} />
    </section>
  );
}

/** The next item that nobody has taken up yet. */
function Next({ meeting, words, change, now, item }: MeetingProps & { readonly item: Item }): JSX.Element | null {
  const from = meeting.items.findIndex((one) => one.id === item.id);
  const next = meeting.items.slice(from + 1).find(({ openedAt }) => openedAt === null);
  if (next === undefined) return null;
  return (
    <Press mark="next" onPress={() => change(withItem(meeting, next.id, (old) => ({ ...old, openedAt: now() })))}>
      {words.hall.next(next.title)}
    </Press>
  );
}

function Agenda({ current, ...props }: MeetingProps & { readonly current: Item | undefined }): JSX.Element {
  const { meeting, words, hours, change, now } = props;
  const over = meeting.endedAt !== null;
  return (
    <section>
      <h2>{words.hall.agenda}</h2>
      <ol class="items">
        {meeting.items.map((item) => (
          <li key={item.id} class={item.id === current?.id ? 'here' : ''} aria-current={item.id === current?.id}>
            <div class="line">
              <strong>{item.title}</strong>
              <ItemState {...props} item={item} isCurrent={item.id === current?.id} />
            </div>
            {item.id === current?.id ? null : (
              <>
                {item.notes === '' ? null : <p class="text soft">{item.notes}</p>}
                <Said {...props} item={item} />
                {over ? null : (
                  <Small
                    mark="next"
                    onPress={() => change(withItem(meeting, item.id, (old) => ({ ...old, openedAt: now() })))}
                  >
                    {words.hall.take(item.title)}
                  </Small>
                )}
              </>
            )}
            {over && item.openedAt !== null ? (
              <span class="soft">{words.hall.since(hours.clock(item.openedAt))}</span>
            ) : null}
          </li>
        ))}
      </ol>
      <AddItem {...props} />
    </section>
  );
}

function ItemState({
  item,
  isCurrent,
  words,
}: MeetingProps & { readonly item: Item; readonly isCurrent: boolean }): JSX.Element | null {
  if (isCurrent)
    return (
      <Badge tone="indigo" icon="clock">
        {words.hall.now}
      </Badge>
    );
  return item.openedAt === null ? null : (
    <Badge tone="green" icon="check">
      {words.hall.done}
    </Badge>
  );
}

function AddItem({ meeting, words, change, newId }: MeetingProps): JSX.Element {
  const [title, setTitle] = useState('');
  const add = (event: Event): void => {
    event.preventDefault();
    if (title.trim() === '') return;
    change({ ...meeting, items: [...meeting.items, newItem(newId(), title.trim())] });
    setTitle('');
  };
  return (
    <form class="add" onSubmit={add}>
      <TextField id="new-item" label={words.hall.addLabel} value={title} max={200} onChange={setTitle} />
      <button type="submit" class="small">
        <Mark name="plus" />
        <span>{words.hall.add}</span>
      </button>
    </form>
  );
}
