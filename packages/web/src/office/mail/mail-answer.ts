import type { Sentences } from '../../answers.ts';

/** What the node answers about e-mail in one body: to everybody of their own address, to officers how many, never who. */
export interface Mail {
  /** Through which server it goes; null where the body has none. */
  readonly server: { readonly host: string } | null;
  readonly mine: Mine | null;
  readonly office: Office | null;
}

export interface Mine {
  readonly address: string;
  readonly urgent: boolean;
  readonly digest: Digest;
  /** Says what waits, not only that something does. */
  readonly open: boolean;
  readonly confirmed: boolean;
  /** To the server through which mail goes now. */
  readonly agreed: boolean;
  readonly refused: boolean;
}

export type Digest = 'none' | 'daily' | 'weekly';
export type Tls = 'tls' | 'starttls' | 'none';

export interface Office {
  readonly server: {
    readonly host: string;
    readonly port: number;
    readonly tls: Tls;
    readonly user: string | null;
    readonly sender: string;
    readonly hasPassword: boolean;
  } | null;
  /** What whoever runs the node allows; null where any public server will do. */
  readonly allowed: readonly string[] | null;
  readonly trouble: Sentences | null;
  readonly people: { readonly confirmed: number; readonly notAgreed: number };
  readonly messages: {
    readonly waiting: number;
    readonly sent: number;
    readonly failed: readonly { readonly messages: number; readonly sentences: Sentences }[];
  };
}
