import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import { ask as askNode } from '../../shell/asking.ts';
import type { Formats } from '../../shell/formats.ts';
import type { DraftRead, DraftStatute, StatuteForm } from './draft-answer.ts';
import { Editor } from './editor.tsx';
import { HandOver } from './hand-over.tsx';
import { dropDraft, type KeptDraft, keepDraft, keptDraft } from './kept-draft.ts';
import type { AskNode } from './reading-of-draft.ts';
import { statuteWords } from './words.ts';

interface InForce {
  readonly kind: 'base' | 'delegate' | 'committee' | null;
  readonly statute: DraftStatute | null;
}

/** The articles as fields, in the language of the page; null until they are there. */
export function useStatuteForm(language: Formats['language']): StatuteForm | null {
  const [form, setForm] = useState<StatuteForm | null>(null);
  useEffect(() => {
    let stale = false;
    const name = language === 'es' ? 'statute-form.es.json' : 'statute-form.json';
    void askNode<StatuteForm>(`/schema/${name}`).then((reply) => {
      if (!stale && reply.kind === 'ok') setForm(reply.value);
    });
    return () => {
      stale = true;
    };
  }, [language]);
  return form;
}

/** The statute in force is opened, changed as a draft that stays on this device, and moved in a sitting. */
export function StatuteArea({ shell, session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(statuteWords, formats);
  const form = useStatuteForm(formats.language);
  const [inForce, setInForce] = useState<InForce | null>(null);
  const [draft, setDraft] = useState<KeptDraft | null>(null);
  const { person } = session;
  useEffect(() => {
    if (person === null) return;
    let stale = false;
    void Promise.all([session.ask<InForce>('/statute'), keptDraft(shell, person)]).then(([reply, kept]) => {
      if (stale || reply.kind !== 'ok') return;
      setInForce(reply.value);
      setDraft(kept ?? { statute: reply.value.statute ?? {}, announced: null });
    });
    return () => {
      stale = true;
    };
  }, [session]);
  const ask = useCallback<AskNode>(
    (question) => session.ask<DraftRead>('/statute/trial', { body: question }),
    [session],
  );
  if (words === null || form === null || inForce === null || draft === null || person === null)
    return <p role="status">{formats.words.loading}</p>;
  const change = (next: KeptDraft): void => {
    setDraft(next);
    void keepDraft(shell, person, next);
  };
  const startAgain = (): void => {
    setDraft({ statute: inForce.statute ?? {}, announced: null });
    void dropDraft(shell, person);
  };
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      <Editor
        form={form}
        statute={draft.statute}
        countsBodies={inForce.kind !== 'base'}
        ask={ask}
        formats={formats}
        words={words}
        onChange={(statute) => change({ ...draft, statute })}
        onStartAgain={startAgain}
        after={(read, notYet) => (
          <HandOver
            session={session}
            formats={formats}
            words={words}
            statute={draft.statute}
            announced={draft.announced}
            changes={read.changes ?? []}
            notYet={notYet}
            kinds={kindsFor(form, inForce.statute)}
            offsetMinutes={offsetOf(inForce.statute)}
            onAnnounced={(announced) => change({ ...draft, announced })}
          />
        )}
      />
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

/** Of the statute in force, whatever the draft says of it. */
const offsetOf = (statute: DraftStatute | null): number =>
  (statute?.closing as { readonly offsetMinutes: number } | undefined)?.offsetMinutes ?? 0;

/** Which kinds of sitting may amend the statute in force; a founding sitting is convened by nobody but a founder. */
function kindsFor({ articles }: StatuteForm, statute: DraftStatute | null) {
  const rules = articles.find(({ name }) => name === 'rules');
  const kinds = rules?.item?.fields?.find(({ name }) => name === 'sittings')?.item?.choices ?? [];
  const own = (statute?.rules as readonly { readonly matter: string; readonly sittings?: readonly string[] }[]) ?? [];
  const allowed = own.find(({ matter }) => matter === 'statute')?.sittings;
  return kinds
    .filter(({ value }) => value !== 'founding' && (allowed === undefined || allowed.includes(value)))
    .map(({ value, label }) => ({ value, words: label }));
}
