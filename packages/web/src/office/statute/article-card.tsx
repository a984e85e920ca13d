import type { ArticleChange, FormField, Section } from '@cabildo/core';
import type { JSX } from 'preact';
import { Badge, Icon } from '../../shell/parts.tsx';
import { OneField, Tick } from './article-fields.tsx';
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

function Fields({ field, value, section, fault, words, onChange }: ArticleProps): JSX.Element {
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
          fault={fault?.at ?? null}
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
