import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SelectField, TextField } from '../../form/fields.tsx';
import type { Accounts } from './accounts-answer.ts';
import type { AccountsWords } from './words-es.ts';

/** As the rules have it: a class, and up to three parts in small letters. */
export const isAccount = (name: string): boolean =>
  /^(assets|liabilities|equity|income|expenses)(:[\p{Ll}0-9]+(-[\p{Ll}0-9]+)*){0,3}$/u.test(name) && name.length <= 80;

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly known: Accounts;
  readonly words: AccountsWords;
  readonly onChange: (account: string) => void;
}

const ANOTHER = 'another';

/** One that is in use, one of those that most books begin with, or another by its name. */
export function AccountField({ id, label, value, known, words, onChange }: Props): JSX.Element {
  const { account } = words;
  const usual = account.usual.filter((one) => !known.accounts.includes(one.account));
  const offered = [...known.accounts, ...usual.map((one) => one.account), known.opening, ''];
  const [typing, setTyping] = useState(() => !offered.includes(value));
  const opening = known.opening === null ? [] : [{ value: known.opening, words: account.opening }];
  const choices = [
    { value: '', words: account.choose },
    ...known.accounts.map((name) => ({ value: name, words: name })),
    ...usual.map((one) => ({ value: one.account, words: `${one.said} (${one.account})` })),
    ...opening.filter((one) => !known.accounts.includes(one.value)),
    { value: ANOTHER, words: account.another },
  ];
  return (
    <>
      <SelectField
        id={id}
        label={label}
        value={typing ? ANOTHER : value}
        choices={choices}
        onChange={(chosen) => {
          setTyping(chosen === ANOTHER);
          onChange(chosen === ANOTHER ? '' : chosen);
        }}
      />
      {typing ? (
        <TextField
          id={`${id}-name`}
          label={account.name}
          hint={account.nameHow}
          max={80}
          value={value}
          onChange={(name) => onChange(name.trim().toLowerCase())}
        />
      ) : null}
    </>
  );
}
