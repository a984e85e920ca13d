/** Behind the `#`, so that no server and no log ever sees it in an address. */
export const invitationAddress = (url: string, code: string): string =>
  `${url.replace(/\/+$/, '')}/office/founding#invitation=${code}`;
