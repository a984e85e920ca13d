import type { JSX } from 'preact';
import type { LiveFloor, SpeechKind } from '../live-floor.ts';

/** What somebody wants the floor for, as far as the statute asks. */
interface Wish {
  readonly kind: SpeechKind;
  readonly sector: string;
  readonly woman: boolean;
}

export const plainWish: Wish = { kind: 'speech', sector: '', woman: false };

/** As `AskForFloor` takes it. */
export const wishInput = ({ kind, sector, woman }: Wish, motion: number | null): object => ({
  kind,
  ...(motion === null ? {} : { motion }),
  ...(sector === '' ? {} : { sector }),
  ...(woman ? { woman } : {}),
});

interface WishProps {
  readonly rules: LiveFloor['rules'];
  readonly wish: Wish;
  readonly words: {
    readonly kinds: Readonly<Record<SpeechKind, string>>;
    readonly sector: string;
    readonly woman: string;
  };
  /** What the choice of kinds is called for whoever does not see it. */
  readonly about: string;
  readonly onChange: (wish: Wish) => void;
}

/** For oneself, and by whoever keeps the list for somebody without a phone. */
export function WishFields({ rules, wish, words, about, onChange }: WishProps): JSX.Element {
  const { sectors = [] } = rules;
  return (
    <>
      <fieldset class="kinds">
        <legend class="unseen">{about}</legend>
        {kindsUnder(rules).map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" checked={kind === wish.kind} onChange={() => onChange({ ...wish, kind })} />
            {words.kinds[kind]}
          </label>
        ))}
      </fieldset>
      {sectors.length === 0 ? null : (
        <label>
          {words.sector}
          <select
            value={wish.sector}
            onChange={({ currentTarget }) => onChange({ ...wish, sector: currentTarget.value })}
          >
            <option value="" />
            {sectors.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      {rules.parity === true ? (
        <label class="tick">
          <input
            type="checkbox"
            checked={wish.woman}
            onChange={({ currentTarget }) => onChange({ ...wish, woman: currentTarget.checked })}
          />
          {words.woman}
        </label>
      ) : null}
    </>
  );
}

const kindsUnder = ({ reply, translation }: LiveFloor['rules']): readonly SpeechKind[] => [
  'speech',
  'order',
  ...(reply === undefined ? [] : (['reply'] as const)),
  ...(translation === undefined ? [] : (['translation'] as const)),
];
