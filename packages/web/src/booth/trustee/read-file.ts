/** A key, or a message on its way back: both are short. */
export const MOST_OF_MESSAGE = 4_000_000;
/** A board has the messages of all trustees in it, and the trial's archive. */
export const MOST_OF_BOARD = 50_000_000;

/** A file as text; null of one that is too large to be what is asked for: nothing of it is read. */
export const textOf = async (file: File, most: number): Promise<string | null> =>
  file.size > most ? null : file.text();
