/** Every text that the language has no words for, as it was said in Spanish. */
const spanish = new Set<string | null>();
const marked = new WeakSet<Node>();

export function stays(text: string): string {
  spanish.add(text);
  return text;
}

/**
 * What stays Spanish on the screen is marked as Spanish, for whoever has it read out (WCAG 3.1.2): whole elements, since words are
 * put into attributes too and a text has no place for a mark. A text beside one of another language stays without. This file comes
 * with the first such language, and looks from then on.
 */
const looking = new MutationObserver(markAll);
looking.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

/** What lies within comes first: an element is Spanish if all that is said in it is. */
function markAll(): void {
  const isAdded = !/^e[sn]$/.test(document.documentElement.lang);
  for (const element of [...document.querySelectorAll<HTMLElement>('body *')].reverse()) {
    if (marked.delete(element)) element.removeAttribute('lang');
    if (isAdded && element.lang === '' && isSpanish(element)) {
      marked.add(element);
      element.lang = 'es';
    }
  }
  // Its own marks call for no other look.
  looking.takeRecords();
}

function isSpanish({ childNodes }: Element): boolean {
  // A child of an element always has a text, if an empty one.
  const said = [...childNodes].filter(({ textContent }) => /\p{L}/u.test(textContent as string));
  return said.length > 0 && said.every((node) => marked.has(node) || spanish.has(node.textContent));
}
