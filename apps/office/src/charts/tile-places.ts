/** Column and row, counted from 1. */
export interface TilePlace {
  column: number;
  row: number;
}

/**
 * The eleven former districts of Hà Giang as a tile map: neighbours on the ground stay neighbours
 * on the page (Quản Bạ to Đồng Văn in the north, Xín Mần in the west, Bắc Quang in the south).
 */
const HA_GIANG: Readonly<Record<string, TilePlace>> = {
  '029': { column: 3, row: 1 },
  '028': { column: 4, row: 1 },
  '026': { column: 5, row: 1 },
  '033': { column: 1, row: 2 },
  '032': { column: 2, row: 2 },
  '030': { column: 3, row: 2 },
  '024': { column: 4, row: 2 },
  '027': { column: 5, row: 2 },
  '035': { column: 2, row: 3 },
  '034': { column: 3, row: 3 },
  '031': { column: 4, row: 3 },
};

/** The places of these districts, or undefined when one of them has none: then tiles flow. */
export function placesOf(codes: readonly string[]): ReadonlyMap<string, TilePlace> | undefined {
  const places = new Map<string, TilePlace>();
  for (const code of codes) {
    const place = HA_GIANG[code];
    if (!place) return undefined;
    places.set(code, place);
  }
  return places;
}
