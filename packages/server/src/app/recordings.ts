import { type Actor, attendanceOver, type BodyState, rolesFor, type Time, tableGet } from '@cabildo/core';
import {
  deleteRecording,
  deleteRecordings,
  listRecordings,
  type Recording,
  type RecordingAbout,
  readRecording,
  writeRecording,
} from '../store/vault/recordings.ts';
import type { BookView, Node } from './node.ts';

/** Of one motion; a hall has so many languages, and no phone is to fill the disk. */
const MOST_LANGUAGES = 6;

export type KeptRecording = 'kept' | 'no-such-motion' | 'not-allowed' | 'too-many';

/**
 * A motion read aloud lies in the vault and never in the book: a voice cannot be taken back out of a book. It is there for as
 * long as the motion’s own text is, and no longer than named attendance of its sitting.
 */
export async function keepRecording(
  { store, now, noted }: Node,
  book: BookView,
  asked: { readonly motion: number; readonly language: string; readonly actor: Actor },
  recording: Recording,
): Promise<KeptRecording> {
  const { motion, language, actor } = asked;
  if (!isHeard(book.state, motion, now())) return 'no-such-motion';
  if (!writesIn(book, motion, actor, now())) return 'not-allowed';
  const others = (await listRecordings(store, book.origin, motion)).filter((one) => one.language !== language);
  if (others.length >= MOST_LANGUAGES) return 'too-many';
  await writeRecording(store, { origin: book.origin, motion, language }, { ...recording, at: now() });
  noted(book.origin);
  return 'kept';
}

/** What there is to be heard of a motion; what should no longer be here is deleted as soon as anybody asks. */
export async function recordingsOf(
  { store, now }: Node,
  book: BookView,
  motion: number,
): Promise<readonly RecordingAbout[]> {
  if (isHeard(book.state, motion, now())) return listRecordings(store, book.origin, motion);
  await deleteRecordings(store, book.origin, motion);
  return [];
}

export async function recordingOf(
  { store, now }: Node,
  book: BookView,
  motion: number,
  language: string,
): Promise<Recording | null> {
  if (isHeard(book.state, motion, now())) return readRecording(store, { origin: book.origin, motion, language });
  await deleteRecordings(store, book.origin, motion);
  return null;
}

/** By whoever might have made it, for as long as the node has it. */
export async function dropRecording(
  { store, now, noted }: Node,
  book: BookView,
  { motion, language, actor }: { readonly motion: number; readonly language: string; readonly actor: Actor },
): Promise<'dropped' | 'nothing' | 'not-allowed'> {
  if (!writesIn(book, motion, actor, now())) return 'not-allowed';
  const dropped = await deleteRecording(store, { origin: book.origin, motion, language });
  noted(book.origin);
  return dropped ? 'dropped' : 'nothing';
}

/** As long as the text is public and the sitting's named attendance is kept. */
export function isHeard(state: BodyState, motion: number, at: Time): boolean {
  const found = tableGet(state.motions, motion);
  if (found === undefined || tableGet(state.erasures, `${motion}/text`) !== undefined) return false;
  return !attendanceOver(state, found.sitting, at);
}

function writesIn({ state }: BookView, motion: number, actor: Actor, at: Time): boolean {
  const roles = rolesFor({ state, actor, at }, { motion });
  return roles.has('presidium') || roles.has('secretary') || roles.has('convener');
}
