/** What a body is called in addresses: from its title, as far as that has letters and figures of an address. */
export function bodyNameOf(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return plain.length < 2 ? '' : plain;
}

export const isBodyName = (name: string): boolean => /^[a-z0-9][a-z0-9-]{1,62}$/.test(name);
