export interface ZoneToMake {
  readonly code: string;
  readonly name: string;
  /** The code of the zone it lies in. */
  readonly parent: string | null;
}

/**
 * The zones that stalls name by their paths and that do not stand yet, each after the one it lies
 * in: `A/A1` lies in `A`. A zone that nobody named is called by the last part of its path.
 */
export function zonesToMake(
  stalls: readonly { readonly zoneCode: string; readonly zoneName: string | null }[],
  stands: (code: string) => boolean,
): ZoneToMake[] {
  const names = new Map(
    stalls.flatMap(({ zoneCode, zoneName }) => (zoneName === null ? [] : [[zoneCode, zoneName]])),
  );
  const zones = new Map<string, ZoneToMake>();
  for (const path of new Set(stalls.map(({ zoneCode }) => zoneCode))) {
    const parts = path.split('/');
    for (const [at, last] of parts.entries()) {
      const code = parts.slice(0, at + 1).join('/');
      const parent = at === 0 ? null : parts.slice(0, at).join('/');
      if (!stands(code) && !zones.has(code))
        zones.set(code, { code, name: names.get(code) ?? `Khu ${last}`, parent });
    }
  }
  return [...zones.values()];
}
