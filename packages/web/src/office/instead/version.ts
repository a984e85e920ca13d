/** No worker keeps the office: it is opened with a network, and what is open then goes on without one. */
export const followVersion = (): void => undefined;
