import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { SelectField } from '../../form/fields.tsx';
import { useWords } from '../../form/words-later.ts';
import type { AreaProps } from '../../shell/area.ts';
import { ask as askNode } from '../../shell/asking.ts';
import type { DraftRead, DraftStatute } from './draft-answer.ts';
import { Editor } from './editor.tsx';
import type { AskNode } from './reading-of-draft.ts';
import { useStatuteForm } from './statute-area.tsx';
import { statuteWords } from './words.ts';

/** A statute from a template, for an assembly that is still to be founded: nobody signs in, and the draft is a file. */
export function TemplateArea({ formats }: AreaProps): JSX.Element {
  const words = useWords(statuteWords, formats);
  const form = useStatuteForm(formats.language);
  const [name, setName] = useState('');
  const [draft, setDraft] = useState<DraftStatute | null>(null);
  const template = form?.templates.find((one) => one.name === name) ?? form?.templates[0];
  const kind = template?.kind;
  const ask = useCallback<AskNode>(
    (question) => askNode<DraftRead>('/api/statutes/trial', { body: { ...question, kind } }),
    [kind],
  );
  if (words === null || form === null || template === undefined) return <p role="status">{formats.words.loading}</p>;
  return (
    <>
      <h1>{words.template.title}</h1>
      <p class="soft">{words.template.how}</p>
      <SelectField
        id="template"
        label={words.template.which}
        value={template.name}
        choices={form.templates.map((one) => ({ value: one.name, words: one.title }))}
        onChange={(chosen) => {
          setName(chosen);
          setDraft(null);
        }}
      />
      <Editor
        form={form}
        statute={draft ?? (template.statute as unknown as DraftStatute)}
        countsBodies={template.kind !== 'base'}
        ask={ask}
        formats={formats}
        words={words}
        onChange={setDraft}
        onStartAgain={() => setDraft(null)}
      />
    </>
  );
}
