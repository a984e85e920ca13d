import encodeQR from 'qr';

/** Light around it, so that a camera finds its edge on any paper. */
const MARGIN = 3;

/** The squares of a QR code row by row, true where they are dark. */
export const qrRows = (content: string): readonly (readonly boolean[])[] =>
  encodeQR(content, 'raw', { border: MARGIN });
