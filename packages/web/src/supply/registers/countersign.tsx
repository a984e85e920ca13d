import { needText } from '@cabildo/core';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Confirm } from '../../form/press.tsx';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { Alert } from '../../shell/parts.tsx';
import { type OfficerKey, officerSigns } from '../known/officer-keys.ts';
import type { Need } from '../known/supply-answer.ts';
import type { RegisterProps } from './register-props.ts';

interface CountersignProps extends RegisterProps {
  readonly need: Need;
  readonly officer: OfficerKey;
  /** What is signed, in words. */
  readonly said: string;
}

/** The assembly of the site answers for what the site asks for: the signature of one of its officers, made on this phone. */
export function Countersign({ need, officer, said, supply, session, words, formats }: CountersignProps): JSX.Element {
  const { busy, trouble, send } = useSending(session);
  const [failed, setFailed] = useState(false);
  // State comes too late for the second of two quick taps.
  const signing = useRef(false);
  const sign = async (): Promise<void> => {
    if (signing.current) return;
    signing.current = true;
    setFailed(false);
    const signed = await officerSigns(officer, needText(supply.origin, need)).catch(() => null);
    if (signed === null) setFailed(true);
    else await send('CountersignNeed', { need: need.need, officer: signed });
    signing.current = false;
  };
  return (
    <>
      {busy ? null : (
        <Confirm
          mark="pen"
          tone="indigo"
          label={words.countersign.label}
          ask={words.countersign.ask(said)}
          yes={words.countersign.yes}
          no={words.no}
          onYes={() => void sign()}
        />
      )}
      {failed ? <Alert>{words.countersign.failed}</Alert> : null}
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
    </>
  );
}
