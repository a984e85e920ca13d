import './statute.css';
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Formats } from '../../shell/formats.ts';
import { Icon } from '../../shell/parts.tsx';
import { ArticleCard } from './article-card.tsx';
import type { DraftRead, DraftStatute, Problem, StatuteForm } from './draft-answer.ts';
import { DraftFiles } from './draft-files.tsx';
import { type AskNode, faultIn, useReading } from './reading-of-draft.ts';
import { type Imagined, TrialCard } from './trial-card.tsx';
import { withMember } from './values.ts';
import type { StatuteWords } from './words-es.ts';

interface EditorProps {
  readonly form: StatuteForm;
  readonly statute: DraftStatute;
  readonly countsBodies: boolean;
  readonly ask: AskNode;
  readonly formats: Formats;
  readonly words: StatuteWords;
  readonly onChange: (statute: DraftStatute) => void;
  readonly onStartAgain: () => void;
  /** What can be done with a draft here, once it was read. */
  readonly after?: (read: DraftRead, notYet: string | null) => ComponentChildren;
}

const articleOf = ({ article }: Problem): string => article.split('.')[0] ?? '';

/** A whole statute: each article read and changed, what is wrong with it, what it changes, and what it would have decided. */
export function Editor(props: EditorProps): JSX.Element {
  const { form, statute, ask, formats, words, onChange, after } = props;
  const [imagined, setImagined] = useState<Imagined | null>(null);
  const { read, fault, state } = useReading(ask, statute, imagined, formats.language);
  // What is no statute has no form either: it is refused with its place, and the draft stays.
  const open = async (opened: DraftStatute): Promise<string | null> => {
    const reply = await ask({ statute: opened, language: formats.language });
    if (reply.kind === 'unreachable') return formats.words.unreachable;
    if (reply.kind === 'problem') return formats.said(faultIn(reply.problem) ?? reply.problem.sentences);
    onChange(opened);
    return null;
  };
  const problems = read?.problems ?? [];
  const faulty = fault === null ? null : (fault.at.split('/')[1] ?? '');
  const wrong = problems.length + (fault === null ? 0 : 1);
  const known = form.articles.map(({ name }) => name);
  const notYet =
    fault !== null || wrong > 0 ? words.move.contradicts : read?.changes?.length === 0 ? words.move.same : null;
  return (
    <div class="statute-editor">
      <p class="state" role="status" data-state={state}>
        {state === 'unreachable' ? (
          formats.words.unreachable
        ) : read === null && fault === null && state === 'reading' ? (
          formats.words.loading
        ) : state === 'too-large' ? (
          words.tooLarge
        ) : wrong === 0 ? (
          <>
            <Icon name="check" /> {words.sound}
          </>
        ) : (
          <>
            <Icon name="alert" /> {words.wrongs(wrong)}
          </>
        )}
      </p>
      {wrong === 0 ? null : (
        <ul class="plain-list wrongs">
          {problems.map((one) => (
            <li key={`${one.problem} ${one.article}`}>
              <a href={`#article-${articleOf(one)}`}>{one.says}</a>
            </li>
          ))}
          {fault === null || known.includes(faulty ?? '') ? null : <li class="refusal">{fault[words.language]}</li>}
        </ul>
      )}
      <nav class="ways" aria-label={words.ways}>
        <a class="plain" href="#trial">
          {words.trial.title}
        </a>
        {after === undefined ? null : (
          <a class="plain" href="#move">
            {words.move.title}
          </a>
        )}
      </nav>
      <DraftFiles statute={statute} words={words} onOpen={open} onStartAgain={props.onStartAgain} />
      {form.articles.map((field) => (
        <ArticleCard
          key={field.name}
          field={field}
          value={statute[field.name]}
          section={read?.sections.find(({ article }) => article === field.name)}
          problems={problems.filter((one) => articleOf(one) === field.name)}
          advice={(read?.advice ?? []).filter((one) => articleOf(one) === field.name)}
          change={read?.changes?.find(({ article }) => article === field.name)}
          fault={faulty === field.name ? fault : null}
          words={words}
          onChange={(value) => onChange(withMember(statute, field.name, value))}
        />
      ))}
      <TrialCard
        rules={form.articles.find(({ name }) => name === 'rules')}
        countsBodies={props.countsBodies}
        read={read}
        words={words}
        formats={formats}
        onTry={setImagined}
      />
      {read === null ? null : after?.(read, state === 'read' ? notYet : words.move.reading)}
    </div>
  );
}
