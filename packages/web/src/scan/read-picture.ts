import decodeQR, { type FinderPoints } from 'qr/decode.js';

type Picture = Pick<ImageData, 'data' | 'width' | 'height'>;

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

/**
 * What the codes in a picture say; none where there is none, or too much of it cannot be seen. The library reads one: where that
 * was, the picture is painted over and read once more, because of several codes nobody knows which is meant.
 */
export function readCodes({ data, width, height }: Picture): readonly string[] {
  const found: string[] = [];
  const pointsOnDetect = ({ boundingBox: box }: FinderPoints): void => {
    for (let row = Math.max(0, Math.floor(box.y)); row < box.y + box.height; row++)
      data.fill(128, 4 * (row * width + box.x), 4 * (row * width + box.x + box.width));
  };
  try {
    while (found.length < 2) found.push(decodeQR({ data, width, height }, { pointsOnDetect }));
  } catch {
    // No more than those.
  }
  return found;
}
