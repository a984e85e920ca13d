// While a consultation is open its page is brought up to date when the book says something new. Without this script, or
// without a line to the node, the page is what it was and can be read again.
const shown = document.querySelector('[data-follows]');
if (shown !== null) {
  let [reading, again] = [false, false];
  const read = async () => {
    // What comes while the page is being read is read after it.
    again = reading;
    if (reading) return;
    reading = true;
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
    if (answer?.ok) show(await answer.text());
    reading = false;
    if (again) await read();
  };
  const show = (text) => {
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    for (const part of document.querySelectorAll('[data-live]')) {
      const now = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
      // Nothing is taken away from under the fingers of whoever is in it.
      if (now === null || part.contains(document.activeElement) || now.innerHTML === part.innerHTML) continue;
      part.replaceChildren(...now.childNodes);
    }
  };
  const book = new EventSource(shown.dataset.follows);
  book.addEventListener('act', read);
  // What came before the line was there, or while it was not.
  book.addEventListener('open', read);
}
