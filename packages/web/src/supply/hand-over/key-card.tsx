import type { JSX } from 'preact';
import { Press } from '../../form/press.tsx';
import { Qr } from '../../qr/qr.tsx';
import { Badge } from '../../shell/parts.tsx';
import { handOf, nowText } from './agreed.ts';
import { keyCode } from './key-code.ts';
import { calledIn, type PartProps } from './parts.ts';

/** For whom this phone signs; and where for nobody, what an officer needs in order to enrol its key. */
export function KeyCard({ phone, state, words, formats }: PartProps): JSX.Element {
  const { keys, book } = state;
  const called = calledIn(book?.registers);
  const standing = keys.map(({ publicKey }) => {
    const now = book === null ? undefined : handOf(book, publicKey, nowText());
    const before = book?.registers.hands.findLast(({ key }) => key === publicKey);
    return { publicKey, now, before };
  });
  const holding = standing.filter(({ now }) => now !== undefined);
  const fresh = standing.find(({ before }) => before === undefined);
  return (
    <section class="card" data-hands={holding.length}>
      {holding.length === 0 ? <p>{words.noHand}</p> : <h2>{words.mine}</h2>}
      <ul>
        {holding.map(({ publicKey, now }) => (
          <li key={publicKey}>
            <Badge tone="green" icon="key">
              {words.until(called.place(now?.of ?? -1), formats.day(now?.until ?? ''))}
            </Badge>
          </li>
        ))}
        {standing
          .filter(({ now, before }) => now === undefined && before !== undefined)
          .map(({ publicKey, before }) => (
            <li key={publicKey}>{words.over(called.place(before?.of ?? -1))}</li>
          ))}
      </ul>
      {fresh === undefined ? (
        <Press mark="key" tone={holding.length === 0 ? 'indigo' : 'quiet'} onPress={() => void phone.makeKey()}>
          {keys.length === 0 ? words.makeKey : words.another}
        </Press>
      ) : (
        <>
          <p>{words.keyHow}</p>
          <div class="code-shown">
            <Qr text={keyCode(phone.body, fresh.publicKey)} label={words.keyCode} />
          </div>
          <p class="key-letters">
            <code>{fresh.publicKey}</code>
          </p>
        </>
      )}
    </section>
  );
}
