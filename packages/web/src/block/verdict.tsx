import { cargoName, isLife, type Verdict, verdictWords } from '@cabildo/book';
import type { JSX } from 'preact';
import type { IconName } from '../../look/icons.ts';
import type { Language } from '../booth/tongue.ts';
import { Focused } from '../shell/focused.tsx';
import { Action, Badge, Icon } from '../shell/parts.tsx';
import { countPassage } from './kept.ts';
import { moment } from './moment.ts';
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

interface JudgedProps {
  readonly verdict: Verdict;
  readonly words: BlockWords;
  readonly language: Language;
  readonly next: () => void;
}

/** First whether it passes. For life nothing that was found is as large as that. */
export function Judged({ verdict, words, language, next }: JudgedProps): JSX.Element {
  const { answer, found, todo, age, stale } = verdictWords(verdict, language);
  const { tone, icon } = shownAs[verdict.answer];
  const { pass, cargo, issuer } = verdict;
  const aged = age === undefined ? null : <p class={stale ? 'refusal' : 'soft'}>{age}</p>;
  const count = (): void => {
    countPassage(cargo ?? 'goods', verdict.finding === 'valid');
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
