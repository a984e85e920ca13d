import type { Problem } from '../answers.ts';
import { ask, bodyPath } from '../shell/asking.ts';
import type { Session } from '../shell/session.ts';

export interface RecordingAbout {
  readonly language: string;
  readonly mediaType: string;
  readonly at: string;
}

/** Where a browser plays it from: this node, as everything else. */
export const recordingAddress = (body: string, motion: number, language: string): string =>
  `${bodyPath(body)}/motions/${motion}/recordings/${language}`;

/** For everybody: whoever reads a motion may hear it. */
export async function recordingsOf(body: string, motion: number): Promise<readonly RecordingAbout[]> {
  const reply = await ask<{ recordings: readonly RecordingAbout[] }>(`${bodyPath(body)}/motions/${motion}/recordings`);
  return reply.kind === 'ok' ? reply.value.recordings : [];
}

export type Changed =
  | { readonly kind: 'done' | 'unreachable' }
  | { readonly kind: 'refused'; readonly problem: Problem };

export const keepRecording = (session: Session, motion: number, language: string, made: Blob): Promise<Changed> =>
  change(session, motion, language, { method: 'PUT', body: made, headers: { 'content-type': made.type } });

export const eraseRecording = (session: Session, motion: number, language: string): Promise<Changed> =>
  change(session, motion, language, { method: 'DELETE' });

async function change(session: Session, motion: number, language: string, request: RequestInit): Promise<Changed> {
  const headers = {
    ...(request.headers as Record<string, string> | undefined),
    authorization: `Bearer ${session.person?.token ?? ''}`,
  };
  try {
    const address = recordingAddress(session.body, motion, language);
    const response = await fetch(address, { ...request, headers, cache: 'no-store', referrerPolicy: 'no-referrer' });
    if (response.ok) return { kind: 'done' };
    return response.status >= 500
      ? { kind: 'unreachable' }
      : { kind: 'refused', problem: (await response.json()) as Problem };
  } catch {
    return { kind: 'unreachable' };
  }
}
