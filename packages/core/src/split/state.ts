import type { ActData } from '../catalogue/acts.ts';

/** What a body has divided itself into. */
export type Split = Omit<ActData<'BodySplit'>, 'vote'> & { readonly act: number };
