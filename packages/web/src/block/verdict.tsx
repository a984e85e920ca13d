import { cargoName, isLife, type Verdict, verdictWords } from '@cabildo/book';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { IconName } from '../../look/icons.ts';
import type { Language } from '../booth/tongue.ts';
import { Focused } from '../shell/focused.tsx';
import { Action, Badge, Icon } from '../shell/parts.tsx';
import { countPassage, keptPassed, notePassed } from './kept.ts';
import { moment, now } from './moment.ts';
import type { BlockWords } from './words-es.ts';

interface Shown {
  readonly tone: 'green' | 'red' | 'ochre';
  readonly icon: IconName;
}

const shownAs: Readonly<Record<Verdict['answer'], Shown>> = {
  'let-pass': { tone: 'green', icon: 'check' },
  valid: { tone: 'green', icon: 'check' },
  'ask-cargo': { tone: 'ochre', icon: 'alert' },
  'not-valid': { tone: 'red', icon: 'alert' },
};

export interface JudgedProps {
  readonly verdict: Verdict;
  /** By what the paper is known again; null where there is none that can be read. */
  readonly paper: string | null;
  readonly words: BlockWords;
  readonly language: Language;
  readonly next: () => void;
}

/** First whether it passes. For life nothing that was found is as large as that. */
export function Judged({ verdict, paper, words, language, next }: JudgedProps): JSX.Element {
  const { answer, found, todo, age, stale } = verdictWords(verdict, language);
  const { tone, icon } = shownAs[verdict.answer];
  const { pass, cargo, issuer, finding } = verdict;
  // Another's signature on other words is not that paper.
  const known = finding === 'forged' ? null : paper;
  const [passed] = useState(() => keptPassed(now()).find((one) => one.paper === known));
  const aged = age === undefined ? null : <p class={stale ? 'refusal' : 'soft'}>{age}</p>;
  const count = (): void => {
    countPassage(cargo ?? 'goods', finding === 'valid');
    if (known !== null && pass !== undefined) notePassed(known, pass.until, now());
    next();
  };
  return (
    <Focused name={`verdict ${verdict.answer} ${verdict.finding}`}>
      <section class={`card answer ${tone}`} data-answer={verdict.answer} data-finding={verdict.finding} role="status">
        {stale ? aged : null}
        <h1>
          <Icon name={icon} />
          <span>{answer}</span>
        </h1>
        <p>
          {found} {todo}
        </p>
      </section>
      {passed === undefined ? null : (
        <p class="card ochre" role="status">
          <Icon name="alert" /> {words.passed(passed.times, moment(passed.last, language))}{' '}
          {cargo !== undefined && isLife(cargo) ? words.passedLife : words.passedOther}
        </p>
      )}
      {cargo === undefined ? null : (
        <Badge tone={isLife(cargo) ? 'green' : 'indigo'} icon={isLife(cargo) ? 'check' : 'card'}>
          {cargoName(cargo, language)}
        </Badge>
      )}
      {pass === undefined ? null : (
        <dl>
          <dt>{words.vehicle}</dt>
          <dd class="plate">{pass.vehicle ?? words.anyVehicle}</dd>
          <dd>{words.window(moment(pass.from, language), moment(pass.until, language))}</dd>
          {(issuer?.closures ?? []).map(({ number, name }) => (
            <dd key={number}>{name}</dd>
          ))}
        </dl>
      )}
      {stale ? null : aged}
      {verdict.answer === 'ask-cargo' ? null : (
        <Action icon="check" tone={tone === 'green' ? 'green' : 'quiet'} onClick={count}>
          {words.count}
        </Action>
      )}
      <Action icon="back" tone="quiet" onClick={next}>
        {words.next}
      </Action>
    </Focused>
  );
}
