/** The one group that the verifiers of Debian’s release know for questions that are added up. */
export const GROUP = 'BELENIOS-2048';
