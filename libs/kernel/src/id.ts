declare const idBrand: unique symbol;
/** A UUID in lower case; made as version 7 by whoever creates the row, so that a retry is the same row. */
export type Id = string & { readonly [idBrand]: 'Id' };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): text is Id {
  return UUID.test(text);
}
