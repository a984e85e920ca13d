import decodeQR from 'qr/decode.js';

/**
 * How much wider and higher a picture is drawn before it is read, one after the other: a code that is held at a slight slant is
 * measured wrongly by a hair, always the same way, and rightly where it is a little narrower or larger.
 */
export const shapes = [
  [1, 1],
  [0.8, 1],
  [1.25, 1.25],
  [1.25, 1],
] as const;

/** What the code in a picture says; null where there is none, or too much of it cannot be seen. */
export function readPicture(picture: Pick<ImageData, 'data' | 'width' | 'height'>): string | null {
  try {
    return decodeQR(picture);
  } catch {
    return null;
  }
}
