/** What the codes in a picture say: none while nothing can be read in it. */
export type QrReader = (video: HTMLVideoElement) => Promise<readonly string[]>;

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

type DetectorKind = {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

/** The browser's own reader where it has one, else a library's, which is loaded now. */
export async function qrReader(): Promise<QrReader> {
  const { BarcodeDetector: kind } = globalThis as { readonly BarcodeDetector?: DetectorKind };
  const formats = kind === undefined ? [] : await kind.getSupportedFormats().catch(() => []);
  if (kind === undefined || !formats.includes('qr_code')) return libraryReader();
  const detector = new kind({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video).catch(() => [])).map(({ rawValue }) => rawValue);
}

/** Wide enough for a card held at arm's length, small enough for a cheap phone. */
const WIDTH = 640;

async function libraryReader(): Promise<QrReader> {
  const library = await import('./read-picture.ts');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let frame = 0;
  return async (video) => {
    const { videoWidth, videoHeight } = video;
    if (context === null || videoWidth === 0) return [];
    const scale = Math.min(1, WIDTH / videoWidth);
    const [wider, higher] = library.shapes[frame++ % library.shapes.length] ?? [1, 1];
    const width = Math.round(videoWidth * scale * wider);
    const height = Math.round(videoHeight * scale * higher);
    canvas.width = width;
    canvas.height = height;
    context.drawImage(video, 0, 0, width, height);
    return library.readCodes(context.getImageData(0, 0, width, height));
  };
}
