import { useState } from 'preact/hooks';

let last = 0;

/** A name of an element that nothing else on the page has. The library's own hook for it would weigh on a member's first load. */
export const useOwnId = (): string => useState(() => `own-${++last}`)[0];
