import address from '../area-styles.css?url';

let coming: Promise<unknown> | undefined;

/** Asked for with the first part that comes later than the page; none is shown before they are there. */
export function areaStyles(): Promise<unknown> {
  coming ??= new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.onload = resolve;
    link.onerror = (error) => {
      // Whoever asks again gets them then.
      coming = undefined;
      link.remove();
      reject(error);
    };
    document.head.append(link);
  });
  return coming;
}
