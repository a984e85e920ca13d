/** Behind the `#`, so that no server and no log ever sees it in an address. */
export const invitationAddress = (url: string, code: string): string =>
  `${url.replace(/\/+$/, '')}/office/founding#invitation=${code}`;

/** What whoever is invited reads first. */
export const guideAddress = (url: string, language: 'es' | 'en'): string =>
  `${url.replace(/\/+$/, '')}/guide/first-assembly?lang=${language}`;

/** For whoever translates or reviews a language. */
export const translatorAddress = (url: string, code: string): string =>
  `${url.replace(/\/+$/, '')}/office/translate#invitation=${code}`;
