interface Placed {
  id: string;
  parentId: string | null;
}

/** Whether a zone is `outer` itself or lies somewhere inside it. */
export function liesInside(zones: readonly Placed[], id: string, outer: string): boolean {
  const parents = new Map(zones.map((zone) => [zone.id, zone.parentId]));
  const seen = new Set<string>();
  for (let at: string | null | undefined = id; at && !seen.has(at); at = parents.get(at)) {
    if (at === outer) return true;
    seen.add(at);
  }
  return false;
}
