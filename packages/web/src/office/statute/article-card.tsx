import type { ArticleChange, FormField, Section } from '@cabildo/core';
import type { JSX } from 'preact';
import { Badge, Icon } from '../../shell/parts.tsx';
import { OneField, Tick, type Wrong } from './article-fields.tsx';
import type { Fault, Problem } from './draft-answer.ts';
import { emptyOf } from './values.ts';
import type { StatuteWords } from './words-es.ts';

interface ArticleProps {
  readonly field: FormField;
  readonly value: unknown;
  readonly section: Section | undefined;
  readonly problems: readonly Problem[];
  readonly advice: readonly Problem[];
  readonly change: ArticleChange | undefined;
  readonly fault: Fault | null;
  readonly words: StatuteWords;
  readonly onChange: (value: unknown) => void;
}

/** One article: what it says, what is wrong with it, what it said before, and its fields where somebody wants to change it. */
export function ArticleCard(props: ArticleProps): JSX.Element {
  const { field, section, problems, advice, change, fault, words } = props;
  const { name, label } = field;
  const wrong = problems.length > 0 || fault !== null;
  return (
    <section class={wrong ? 'card article wrong-article' : 'card article'} id={`article-${name}`}>
      <h2>{label}</h2>
      {wrong ? (
        <Badge tone="red" icon="alert">
          {words.contradicts}
        </Badge>
      ) : change === undefined ? null : (
        <Badge tone="indigo" icon="pen">
          {words.changed}
        </Badge>
      )}
      <ul class="plain-list reading" aria-live="polite">
        {(section?.sentences ?? []).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {[...(fault === null ? [] : [fault[words.language]]), ...problems.map(({ says }) => says)].map((says) => (
        <p key={says} class="refusal" role="alert">
          <Icon name="alert" />
          <span>{says}</span>
        </p>
      ))}
      {advice.map(({ says }) => (
        <p key={says} class="advice" role="status">
          <Icon name="clock" />
          <span>{says}</span>
        </p>
      ))}
      {change === undefined ? null : <Before change={change} words={words} />}
      <details>
        <summary>{words.change(label)}</summary>
        <Fields {...props} />
      </details>
    </section>
  );
}

function Before({ change, words }: { readonly change: ArticleChange; readonly words: StatuteWords }): JSX.Element {
  return (
    <div class="differences">
      {change.gone.map((said) => (
        <p key={said}>
          <span class="unseen">{words.gone}: </span>
          <del>{said}</del>
        </p>
      ))}
      {change.come.map((said) => (
        <p key={said}>
          <span class="unseen">{words.come}: </span>
          <ins>{said}</ins>
        </p>
      ))}
    </div>
  );
}

/** `calls.second` → `/calls/second`; a rule is named by its matter, and stands in the list under a number. */
function placeOf({ article }: Problem, value: unknown): string {
  const [name = '', part] = article.split('.');
  if (name !== 'rules' || part === undefined) return `/${article.replaceAll('.', '/')}`;
  const place = (value as readonly { readonly matter?: string }[]).findIndex(({ matter }) => matter === part);
  return `/rules/${place}`;
}

function wrongIn({ problems, fault, value, words }: ArticleProps): Wrong {
  const places = problems.map((one) => [placeOf(one, value), one.says] as const);
  return new Map(fault === null ? places : [...places, [fault.at, fault[words.language]]]);
}

function Fields(props: ArticleProps): JSX.Element {
  const { field, value, section, words, onChange } = props;
  const wrong = wrongIn(props);
  const { name, label, note, optional } = field;
  const inner = { ...field, label: '', optional: false };
  return (
    <>
      {note === undefined ? null : <p class="soft">{note}</p>}
      {optional ? (
        <Tick
          id={`with-${name}`}
          label={words.withArticle}
          value={value !== undefined}
          onChange={(wanted) => onChange(wanted ? emptyOf(inner) : undefined)}
        />
      ) : null}
      {value === undefined ? null : (
        <OneField
          field={field.as === 'group' || field.as === 'list' ? withoutNote(inner) : { ...withoutNote(inner), label }}
          at={`/${name}`}
          value={value}
          wrong={wrong}
          words={words}
          // The sentences of this article are those of its rules, one for each.
          {...(name === 'rules' && section !== undefined ? { reading: section.sentences } : {})}
          onChange={onChange}
        />
      )}
    </>
  );
}

/** It stands above the fields already. */
function withoutNote({ note: _note, ...field }: FormField): FormField {
  return field;
}
