import type { Refusal } from '@cabildo/core';

/** What a command came to. Refusals of the rules are the core's; problems are the node's own. */
export type CommandOutcome = Done | Refused | Problem;

export interface Done {
  readonly kind: 'done';
  readonly acts: readonly ActReceipt[];
  readonly answer: Readonly<Record<string, unknown>>;
}

/** What a command would come to, if it were given now. */
export type Tried = Would | Refused | Problem;

export interface Would {
  readonly kind: 'would';
  readonly acts: readonly { readonly act: string; readonly data: unknown }[];
}

export interface ActReceipt {
  readonly index: number;
  readonly act: string;
  readonly code: string;
  /** Leaf hash in base64: what officers sign. */
  readonly leaf: string;
}

export interface Refused {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

export interface Problem {
  readonly kind: 'problem';
  readonly code: ProblemCode;
  readonly detail?: string;
}

/** Each with the status of HTTP and the sentences that a person reads. */
export const problems = {
  'unknown-command': { status: 404, es: 'Esa orden no existe.', en: 'There is no such command.' },
  'unknown-body': {
    status: 404,
    es: 'Este nodo no lleva el libro de ese organismo.',
    en: 'This node does not keep the book of that body.',
  },
  'not-here': {
    status: 409,
    es: 'Este libro es copia de otro nodo; las órdenes van al nodo que lo lleva.',
    en: 'This book is a copy of another node’s; commands go to the node that keeps it.',
  },
  'idempotency-key-reused': {
    status: 422,
    es: 'Esa clave ya se usó con otra orden.',
    en: 'That idempotency key was already used with another request.',
  },
  'leaf-too-large': {
    status: 413,
    es: 'El acto no cabe en una hoja del libro (8.192 bytes).',
    en: 'The act does not fit a leaf of the book (8,192 bytes).',
  },
  'book-read-only': {
    status: 409,
    es: 'Este libro está abierto sólo para lectura.',
    en: 'This book is open for reading only.',
  },
  'try-again': {
    status: 503,
    es: 'No se pudo escribir; pruebe otra vez con la misma clave.',
    en: 'It could not be written; try again with the same key.',
  },
} as const;

export type ProblemCode = keyof typeof problems;

export const problem = (code: ProblemCode, detail?: string): Problem => ({
  kind: 'problem',
  code,
  ...(detail === undefined ? {} : { detail }),
});
