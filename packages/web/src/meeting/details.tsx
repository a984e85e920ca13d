import type { JSX } from 'preact';
import { HourField, SelectField, TextField } from '../form/fields.tsx';
import { Press } from '../form/press.tsx';
import { Delete } from './delete.tsx';
import { fromLocalInput, toLocalInput } from './hours.ts';
import { type Meeting, type PreviousMinutes, previousMinutes, withItem, without } from './meeting.ts';
import type { MeetingProps } from './meeting-props.ts';

/** What is noted once: who, where, how people were called, and hours that the phone did not know. */
export function Details(props: MeetingProps): JSX.Element {
  const { meeting, words: all, change, back, remove } = props;
  const words = all.details;
  const set = (part: Partial<Meeting>): void => change({ ...meeting, ...part });
  return (
    <>
      <h1>{all.hall.details}</h1>
      <TextField
        id="d-assembly"
        label={all.form.assembly}
        max={200}
        value={meeting.assembly}
        error={meeting.assembly.trim() === '' ? all.form.assemblyMissing : null}
        onChange={(assembly) => set({ assembly })}
      />
      <TextField
        id="d-place"
        label={all.form.place}
        max={160}
        value={meeting.place}
        onChange={(place) => set({ place })}
      />
      <TextField
        id="d-called"
        label={words.called}
        hint={words.calledHow}
        max={400}
        value={meeting.called}
        onChange={(called) => set({ called })}
      />
      <TextField
        id="d-presides"
        label={words.presides}
        hint={words.officeHow}
        max={200}
        value={meeting.presides}
        onChange={(presides) => set({ presides })}
      />
      <TextField
        id="d-writes"
        label={words.writes}
        max={200}
        value={meeting.writes}
        onChange={(writes) => set({ writes })}
      />
      <SelectField
        id="d-previous"
        label={words.previous}
        value={meeting.previous}
        choices={previousMinutes.map((value) => ({ value, words: words.previousWays[value] }))}
        onChange={(previous) => set({ previous: previous as PreviousMinutes })}
      />
      <Times {...props} />
      <Items {...props} />
      <Press mark="check" tone="indigo" onPress={back}>
        {all.save}
      </Press>
      <Delete words={all} label={words.remove} ask={words.removeAsk} onYes={remove} />
    </>
  );
}

function Times({ meeting, words: { details: words }, change, now }: MeetingProps): JSX.Element {
  const { offsetMinutes, startedAt, endedAt } = meeting;
  const hour = (value: string, then: (at: string) => Meeting): void => {
    const at = fromLocalInput(value, offsetMinutes);
    if (at !== null) change(then(at));
  };
  const known = endedAt ?? now();
  return (
    <>
      <HourField
        id="d-started"
        label={words.startedAt}
        value={toLocalInput(startedAt, offsetMinutes)}
        error={startedAt > known || known > now() ? words.hoursWrong : null}
        onChange={(value) => hour(value, (at) => ({ ...meeting, startedAt: at }))}
      />
      {endedAt === null ? null : (
        <HourField
          id="d-ended"
          label={words.endedAt}
          value={toLocalInput(endedAt, offsetMinutes)}
          onChange={(value) => hour(value, (at) => ({ ...meeting, endedAt: at }))}
        />
      )}
    </>
  );
}

function Items({ meeting, words: all, change }: MeetingProps): JSX.Element {
  const words = all.details;
  return (
    <>
      {meeting.items.map((item, i) => (
        <fieldset key={item.id} class="card">
          <legend>{all.hall.point(i + 1)}</legend>
          <TextField
            id={`d-item-${item.id}`}
            label={words.itemTitle}
            max={200}
            value={item.title}
            onChange={(title) => change(withItem(meeting, item.id, (old) => ({ ...old, title })))}
          />
          <TextField
            id={`d-notes-${item.id}`}
            label={all.hall.notes}
            rows={2}
            max={8_000}
            value={item.notes}
            onChange={(notes) => change(withItem(meeting, item.id, (old) => ({ ...old, notes })))}
          />
          {item.openedAt === null ? null : (
            <HourField
              id={`d-opened-${item.id}`}
              label={words.openedAt}
              value={toLocalInput(item.openedAt, meeting.offsetMinutes)}
              onChange={(value) => {
                const openedAt = fromLocalInput(value, meeting.offsetMinutes);
                if (openedAt !== null) change(withItem(meeting, item.id, (old) => ({ ...old, openedAt })));
              }}
            />
          )}
          <Delete
            words={all}
            label={words.removeItem}
            onYes={() => change({ ...meeting, items: without(meeting.items, item.id) })}
          />
        </fieldset>
      ))}
    </>
  );
}
