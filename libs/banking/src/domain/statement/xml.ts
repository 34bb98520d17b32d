/** An element of a parsed document: its text, or its children by name. */
export type XmlNode = string | { readonly [name: string]: XmlNode | readonly XmlNode[] };

const isList = (value: XmlNode | readonly XmlNode[]): value is readonly XmlNode[] =>
  Array.isArray(value);

/** All children along a path: `all(entry, 'NtryDtls', 'TxDtls')`. */
export function all(node: XmlNode | undefined, ...path: readonly string[]): readonly XmlNode[] {
  const [name, ...rest] = path;
  if (name === undefined) return node === undefined ? [] : [node];
  if (node === undefined || typeof node === 'string') return [];
  const value = Object.hasOwn(node, name) ? node[name] : undefined;
  if (value === undefined) return [];
  return (isList(value) ? value : [value]).flatMap((child) => all(child, ...rest));
}

/** The text of the first element along a path that has one; an empty text where none has. */
export function text(node: XmlNode | undefined, ...path: readonly string[]): string {
  for (const each of all(node, ...path)) {
    const found = typeof each === 'string' ? each : each['#text'];
    if (typeof found === 'string' && found.trim() !== '') return found.trim();
  }
  return '';
}
