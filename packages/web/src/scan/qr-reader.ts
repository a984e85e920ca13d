/** What a picture says, or null while nothing can be read in it. */
export type QrReader = (video: HTMLVideoElement) => Promise<string | null>;

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

type DetectorKind = {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

/** The browser's own reader where it has one, else a small one that is loaded now. */
export async function qrReader(): Promise<QrReader> {
  const { BarcodeDetector: kind } = globalThis as { readonly BarcodeDetector?: DetectorKind };
  const formats = kind === undefined ? [] : await kind.getSupportedFormats().catch(() => []);
  if (kind === undefined || !formats.includes('qr_code')) return ownReader();
  const detector = new kind({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? null;
}

/** Wide enough for a card held at arm's length, small enough for a cheap phone. */
const WIDTH = 640;

async function ownReader(): Promise<QrReader> {
  const { readQr } = await import('../qr/find-qr.ts');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const { videoWidth, videoHeight } = video;
    if (context === null || videoWidth === 0) return null;
    const scale = Math.min(1, WIDTH / videoWidth);
    const width = Math.round(videoWidth * scale);
    const height = Math.round(videoHeight * scale);
    canvas.width = width;
    canvas.height = height;
    context.drawImage(video, 0, 0, width, height);
    return readQr(context.getImageData(0, 0, width, height));
  };
}
