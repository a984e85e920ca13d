// What is said in Spanish on a page of another language is marked as Spanish, for whoever has pages read out.

// Unicode’s noncharacters, for use inside a program: no text that comes from elsewhere is marked by having them.
const BEGIN = '\ufdd0';
const END = '\ufdd1';
const marks = /[\ufdd0\ufdd1]/g;

export const stayed = (text: string): string => BEGIN + text + END;

/** Elements that hold text and nothing else. */
const textAlone = /^<(title|option|textarea|text)\b/;

/** A finished page with its marks made into elements; in attributes there is no place for them. */
export function withMarks(page: string): string {
  let alone = '';
  return page
    .split(/(<[^>]*>)/)
    .map((part) => {
      if (!part.startsWith('<')) return alone === '' ? spans(part) : part.replace(marks, '');
      const name = textAlone.exec(part)?.[1];
      if (name !== undefined) alone = name;
      else if (part.startsWith(`</${alone}`)) alone = '';
      return part.replace(marks, '');
    })
    .join('');
}

/** A mark whose other end stands elsewhere marks nothing. */
function spans(text: string): string {
  const found = text.replace(/\ufdd0([^\ufdd0\ufdd1]*)\ufdd1/g, '<span lang="es">$1</span>');
  return found === text ? text.replace(marks, '') : spans(found);
}
