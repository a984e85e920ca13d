/** No phone's photograph is larger, in bytes and in points. */
const MOST_BYTES = 16_000_000;
const MOST_POINTS = 120_000_000;

/** A code fills a photograph, or it is a part of it: read small first, because that is quick and sees past the grain. */
const WIDTHS = [640, 1000, 1600] as const;

/** What the codes in a photograph say; null if it is no picture that the browser opens, or larger than a camera makes. */
export async function codesInPhotograph(file: Blob): Promise<readonly string[] | null> {
  const { readCodes, shapes } = await import('./read-picture.ts');
  const picture = file.size > MOST_BYTES ? null : await createImageBitmap(file).catch(() => null);
  if (picture === null || picture.width * picture.height > MOST_POINTS) return null;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const longer = Math.max(picture.width, picture.height);
  for (const most of WIDTHS)
    for (const [wider, higher] of shapes) {
      const scale = most / longer;
      canvas.width = Math.ceil(picture.width * scale * wider);
      canvas.height = Math.ceil(picture.height * scale * higher);
      context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const pixels = context?.getImageData(0, 0, canvas.width, canvas.height);
      const found = pixels === undefined ? [] : readCodes(pixels);
      if (found.length > 0) return found;
    }
  return [];
}
