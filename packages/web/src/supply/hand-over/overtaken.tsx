import type { JSX } from 'preact';
import { Confirm, Press } from '../../form/press.tsx';
import { Alert } from '../../shell/parts.tsx';
import { textOf } from './agreed.ts';
import { amountsIn, calledIn, type PartProps } from './parts.ts';
import type { Draft, Standing } from './types.ts';

interface OvertakenProps extends PartProps {
  readonly correct: (standing: Standing, lines: Standing['lines']) => void;
}

/** Corrections that this phone has signed and of which the book has another under the same number: said, and kept until they were read. */
export function Overtaken(props: OvertakenProps): JSX.Element {
  const { phone, state, words, formats, correct } = props;
  const called = calledIn(state.book?.registers);
  const again = (draft: Draft): JSX.Element | null => {
    const standing = state.book?.handOvers.find(({ id }) => id === draft.agreed.id);
    if (standing === undefined) return null;
    return (
      <>
        <p>
          {words.overtaken.holds}: {amountsIn(standing.lines, props)}
        </p>
        {draft.side === 'giver' ? (
          <Press mark="pen" tone="indigo" onPress={() => correct(standing, draft.agreed.lines)}>
            {words.overtaken.again}
          </Press>
        ) : (
          <p>{words.overtaken.ask}</p>
        )}
      </>
    );
  };
  return (
    <>
      {state.drafts.map((draft) =>
        draft.overtaken === undefined ? null : (
          <div key={draft.key} class="card ochre" data-overtaken={draft.side}>
            <Alert>{words.overtaken.says}</Alert>
            <p>
              <a href={`/b/${encodeURIComponent(phone.body)}/acts/${draft.overtaken}`}>
                {words.act(formats.number(draft.overtaken))}
              </a>{' '}
              {words.ofTo(called.place(draft.agreed.from), called.place(draft.agreed.to))}
            </p>
            <p>
              {words.overtaken.signed}: {amountsIn(draft.agreed.lines, props)}
            </p>
            {again(draft)}
            <details>
              <summary>{words.showText}</summary>
              <p class="signed-text">
                {JSON.stringify({
                  text: textOf(draft.book, draft.agreed),
                  giver: draft.giver,
                  receiver: draft.receiver,
                })}
              </p>
            </details>
            <Confirm
              mark="trash"
              label={words.drop}
              ask={words.overtaken.sure}
              yes={words.yes}
              no={words.no}
              onYes={() => void phone.dropDraft(draft.key)}
            />
          </div>
        ),
      )}
    </>
  );
}
