import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type BodyOf, reading } from '../../api/reading';
import type { Question } from './question';
import { sumOf } from './sum';

export type ShareRow = BodyOf<'/api/v1/reports/share'>['rows'][number];

export interface Report {
  /** All rows as one; undefined while it is not known. */
  total: ShareRow | undefined;
  /** Undefined while they are on their way, which is not the same as none. */
  rows: readonly ShareRow[] | undefined;
  /** The name of the unit drilled into. */
  withinName: string | undefined;
  error: Error | null;
  retry: () => void;
}

const MARKETS_AT_MOST = 200;

/** The figures of the question; those of a unit's markets when it is drilled into. */
export function useReport({ month, by, as, within }: Question): Report {
  const share = (cut: 'province' | Question['by']) =>
    reading('/api/v1/reports/share', { query: { month, by: cut, as } });
  const isDrilled = within !== undefined;
  const units = useQuery({ ...share(by), placeholderData: keepPreviousData });
  const province = useQuery({ ...share('province'), placeholderData: keepPreviousData });
  const markets = useQuery({ ...share('market'), enabled: isDrilled });
  const inside = useQuery({
    ...reading('/api/v1/markets', { query: { limit: MARKETS_AT_MOST } }),
    enabled: isDrilled,
  });
  const unit = units.data?.rows.find(({ code }) => code === within);
  const codes =
    inside.data &&
    new Set(inside.data.items.filter((one) => liesIn(one, by, within)).map(({ code }) => code));
  const drilled =
    codes && markets.data?.rows.filter(({ code }) => code !== null && codes.has(code));
  const total = isDrilled ? unit : province.data && sumOf(province.data.rows);
  const failed = [units, province, markets, inside].find(({ isError }) => isError);
  return {
    total,
    rows: isDrilled ? drilled : units.data?.rows,
    withinName: unit?.name,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
}

interface Placed {
  formerDistrictId: string | null;
  communeId: string | null;
}

/** Whether a market lies in the unit of that code: `D026` is district 026, `C00691@…` commune 00691. */
function liesIn(market: Placed, by: Question['by'], code: string | undefined): boolean {
  const id = by === 'district' ? market.formerDistrictId : market.communeId;
  return id !== null && id.slice(1).split('@')[0] === code;
}
