import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ChoiceField, NumberField, TextField } from '../form/fields.tsx';
import { Press, Small } from '../form/press.tsx';
import { Badge } from '../shell/parts.tsx';
import { LineForm, oldLine } from './line-form.tsx';
import { ASKED_TIMES, type Decision, handsOf, moreYesThanNo, peopleCounted, type WayToDecide } from './meeting.ts';
import type { MeetingProps } from './meeting-props.ts';

interface Typed {
  readonly text: string;
  readonly how: WayToDecide;
  readonly yes: number | null;
  readonly no: number | null;
  readonly abstain: number | null;
  readonly asked: readonly string[];
  /** Null: as the hands say. */
  readonly adopted: boolean | null;
}

const nothingTyped: Typed = { text: '', how: 'hands', yes: null, no: null, abstain: null, asked: [], adopted: null };

const marksOf = { hands: 'hand', acclamation: 'sound', consensus: 'people' } as const;

function typedOf({ text, how, yes, no, abstain, asked, adopted }: Decision): Typed {
  return how === 'hands'
    ? { text, how, yes, no, abstain, asked, adopted }
    : { ...nothingTyped, text, how, asked, adopted };
}

/** As the hands say, or, where nobody counted, as nobody has objected. */
function adoptedOf({ how, yes, no, adopted }: Typed): boolean {
  return adopted ?? (how === 'hands' ? moreYesThanNo({ yes: yes ?? 0, no: no ?? 0 }) : true);
}

function decisionOf(typed: Typed, at: string): Omit<Decision, 'id'> {
  const { text, how, yes, no, abstain, asked } = typed;
  const counted = how === 'hands';
  return {
    at,
    text: text.trim(),
    how,
    yes: counted ? (yes ?? 0) : 0,
    no: counted ? (no ?? 0) : 0,
    abstain: counted ? (abstain ?? 0) : 0,
    asked: counted ? [] : asked,
    adopted: adoptedOf(typed),
  };
}

export function DecisionScreen(props: MeetingProps): JSX.Element {
  const words = props.words.decision;
  const old = oldLine(props, 'decisions');
  const [typed, setTyped] = useState<Typed>(() => (old === undefined ? nothingTyped : typedOf(old)));
  const { text, how, yes, no } = typed;
  const incomplete = text.trim() === '' || (how === 'hands' && yes === null && no === null);
  return (
    <LineForm
      of={props}
      list="decisions"
      title={words.title}
      made={() => (incomplete ? null : decisionOf(typed, old?.at ?? props.now()))}
      fields={(tried) => (
        <>
          <TextField
            id="decision-text"
            label={words.text}
            rows={3}
            max={4_000}
            value={text}
            error={tried && text.trim() === '' ? words.textMissing : null}
            onChange={(value) => setTyped({ ...typed, text: value })}
          />
          <ChoiceField
            name="decision-how"
            label={words.how}
            value={how}
            choices={(['hands', 'acclamation', 'consensus'] as const).map((value) => ({
              value,
              words: words.ways[value],
              mark: marksOf[value],
            }))}
            onChange={(value) => setTyped({ ...typed, how: value })}
          />
          {how === 'hands' ? (
            <Hands {...props} typed={typed} tried={tried} set={setTyped} />
          ) : (
            <Asking {...props} typed={typed} set={setTyped} />
          )}
          <ChoiceField
            name="decision-result"
            label={words.result}
            inRow
            value={adoptedOf(typed) ? 'adopted' : 'not'}
            choices={[
              { value: 'adopted', words: words.adopted, mark: 'check' },
              { value: 'not', words: words.notAdopted, mark: 'cross' },
            ]}
            onChange={(value) => setTyped({ ...typed, adopted: value === 'adopted' })}
          />
          {how === 'hands' ? <p class="soft">{words.byRule}</p> : null}
        </>
      )}
    />
  );
}

interface Part extends MeetingProps {
  readonly typed: Typed;
  readonly set: (typed: Typed) => void;
}

function Hands({ typed, tried, set, meeting, words: all, formats }: Part & { readonly tried: boolean }): JSX.Element {
  const words = all.decision;
  const { yes, no, abstain } = typed;
  const hands = handsOf({ yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0 });
  const present = peopleCounted(meeting);
  return (
    <>
      <div class="figures">
        <NumberField
          id="hands-yes"
          label={words.yes}
          value={yes}
          error={tried && yes === null && no === null ? words.handsMissing : null}
          onChange={(value) => set({ ...typed, yes: value })}
        />
        <NumberField id="hands-no" label={words.no} value={no} onChange={(value) => set({ ...typed, no: value })} />
        <NumberField
          id="hands-abstain"
          label={words.abstain}
          value={abstain}
          onChange={(value) => set({ ...typed, abstain: value })}
        />
      </div>
      {present !== null && hands > present ? (
        <p class="card ochre" role="status">
          {words.tooMany(formats.number(hands), formats.number(present))}
        </p>
      ) : null}
    </>
  );
}

/** Nobody counts, so objections are asked for three times, each with its hour. */
function Asking({ typed, set, words: all, hours, now }: Part): JSX.Element {
  const words = all.decision;
  const { asked } = typed;
  return (
    <section class="card asking">
      <p>
        <strong>{words.ask}</strong>
      </p>
      {asked.length < ASKED_TIMES ? (
        <Press mark="sound" onPress={() => set({ ...typed, asked: [...asked, now()] })}>
          {words.asked(asked.length)}
        </Press>
      ) : (
        <p>
          <Badge tone="green" icon="check">
            {words.askedAll}
          </Badge>
        </p>
      )}
      <p class="soft" role="status">
        {asked.length === 0 ? '' : words.askedTimes(asked.map((at) => hours.clock(at)))}
      </p>
      <Small mark="hand" onPress={() => set({ ...typed, how: 'hands', asked: [], adopted: null })}>
        {words.countInstead}
      </Small>
    </section>
  );
}
