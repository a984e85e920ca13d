import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { sha256 } from '../../sha2.ts';
import type { AccountsProps } from './accounts-props.ts';

/** A photograph of a receipt is smaller; what is larger is no receipt. */
const MOST_BYTES = 20 * 1024 * 1024;

export interface Receipt {
  readonly name: string;
  /** SHA-256; null of a file that is too large. */
  readonly hash: Uint8Array | null;
}

/** The file is read here and goes nowhere. */
export async function receiptIn(file: File): Promise<Receipt> {
  if (file.size > MOST_BYTES) return { name: file.name, hash: null };
  return { name: file.name, hash: sha256(new Uint8Array(await file.arrayBuffer())) };
}

export const inBase64 = (hash: Uint8Array): string => btoa(String.fromCharCode(...hash));

const inHex = (hash: Uint8Array): string => [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** For anybody who holds one: whether it is booked is said on the public page. */
export function ReceiptCheck({ session, words: { check } }: AccountsProps): JSX.Element {
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const choose = async (file: File | undefined): Promise<void> =>
    setReceipt(file === undefined ? null : await receiptIn(file));
  return (
    <details>
      <summary>{check.title}</summary>
      <p class="soft">{check.how}</p>
      <div class="field">
        <label for="check-file">{check.file}</label>
        <input id="check-file" type="file" onChange={(event) => void choose(event.currentTarget.files?.[0])} />
      </div>
      {receipt === null ? null : receipt.hash === null ? (
        <p role="alert">{check.tooLarge}</p>
      ) : (
        <p role="status">
          <a
            class="action quiet"
            href={`/b/${encodeURIComponent(session.body)}/accounts?receipt=${inHex(receipt.hash)}#receipt`}
          >
            <span>{check.look}</span>
          </a>
        </p>
      )}
    </details>
  );
}
