/** As long as a recording may be; the node takes 300 kB, which is more than a minute of speech needs. */
export const LONGEST_SECONDS = 60;
export const MOST_BYTES = 300 * 1024;

const BITS_PER_SECOND = 24_000;

/** The first kind that this browser makes: Chromium and Firefox the first, Safari the last. */
const kinds = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];

export const canRecord = (): boolean =>
  typeof MediaRecorder === 'function' && navigator.mediaDevices !== undefined && kindHere() !== undefined;

const kindHere = (): string | undefined => kinds.find((kind) => MediaRecorder.isTypeSupported(kind));

export interface Recording {
  /** Resolves when it was stopped, by hand or by the clock. */
  readonly made: Promise<Blob>;
  stop(): void;
}

/** Rejects where the microphone is not allowed. */
export async function startRecording(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true } });
  const mimeType = kindHere() ?? '';
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
  const parts: Blob[] = [];
  const made = new Promise<Blob>((resolve) => {
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      // The light of the microphone goes out at once.
      for (const track of stream.getTracks()) track.stop();
      resolve(new Blob(parts, { type: mimeType.split(';')[0] ?? '' }));
    };
  });
  const clock = setTimeout(() => stop(), LONGEST_SECONDS * 1000);
  const stop = (): void => {
    clearTimeout(clock);
    if (recorder.state !== 'inactive') recorder.stop();
  };
  recorder.start();
  return { made, stop };
}

/** Without an address of its own, which the page’s policy would not let an audio element load. */
export async function playBlob(blob: Blob): Promise<void> {
  const audio = new AudioContext();
  const source = audio.createBufferSource();
  source.buffer = await audio.decodeAudioData(await blob.arrayBuffer());
  source.connect(audio.destination);
  source.onended = () => void audio.close();
  source.start();
}
