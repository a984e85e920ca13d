import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Confirm } from '../../form/press.tsx';
import { Alert, Badge } from '../../shell/parts.tsx';
import { type OfficerKey, officerSigns, type SignedByOfficer } from '../known/officer-keys.ts';
import type { ForSitesProps } from './for-sites-props.ts';

interface OfficerSignProps extends Pick<ForSitesProps, 'words' | 'own'> {
  readonly officer: OfficerKey;
  /** The very text that is signed. */
  readonly text: string;
  /** It is on its way. */
  readonly isSent: boolean;
  readonly label: string;
  readonly ask: string;
  readonly signed: (by: SignedByOfficer) => Promise<void>;
}

/** An officer of the site's assembly signs, once, below the text that is signed. */
export function OfficerSign({ words, own, officer, text, isSent, label, ask, signed }: OfficerSignProps): JSX.Element {
  const [failed, setFailed] = useState(false);
  // State comes too late for the second of two quick taps.
  const signing = useRef(false);
  const sign = async (): Promise<void> => {
    if (signing.current) return;
    signing.current = true;
    const by = await officerSigns(officer, text).catch(() => null);
    setFailed(by === null);
    if (by !== null) await signed(by);
    signing.current = false;
  };
  return (
    <>
      <details>
        <summary>{words.showText}</summary>
        <p class="signed-text">{text}</p>
      </details>
      {isSent ? (
        <Badge tone="ochre" icon="clock">
          {words.states.waiting}
        </Badge>
      ) : (
        <Confirm
          mark="pen"
          tone="indigo"
          label={label}
          ask={ask}
          yes={own.yes}
          no={words.no}
          onYes={() => void sign()}
        />
      )}
      {failed ? <Alert>{own.failed}</Alert> : null}
    </>
  );
}
