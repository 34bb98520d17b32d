import { addDays, type BusinessDate, type Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOfRows, type Page, type Reading } from '@cho40/platform';
import type { CertificateDto, CertificateState } from './certificate.dto';
import type { CertificateKind } from './certificate.entity';

export interface CertificateFilter {
  id?: Id;
  boardId?: Id;
  marketId?: Id;
  vendorId?: Id;
  kind?: CertificateKind;
  state?: CertificateState;
  q?: string;
  sort?: string;
  cursor?: string;
  limit: number;
}

/** How long before its last day a certificate is called for: time enough to apply for another. */
export const SOON_DAYS = 30;

// Whoever sees single markets sees the certificates of those who have, or had, a lease there.
const CERTIFICATES = `
  with stood as (
    select c.*, v.name as vendor_name,
           case when c.withdrawn_on is not null then 'withdrawn'
                when exists (select from tenancy.certificate n
                              where n.board_id = c.board_id and n.vendor_id = c.vendor_id
                                and n.kind = c.kind and n.kind <> 'other'
                                and n.withdrawn_on is null
                                and (n.issued_on, n.id) > (c.issued_on, c.id)) then 'replaced'
                when c.expires_on < $2 then 'expired'
                when c.expires_on <= $3 then 'soon'
                else 'valid' end as state
      from tenancy.certificate c
      join tenancy.vendor v on v.board_id = c.board_id and v.id = c.vendor_id
     where ($1::uuid[] is null
            or exists (select from tenancy.lease l
                        where l.board_id = c.board_id and l.market_id = any ($1)
                          and c.vendor_id in (l.vendor_id, l.operator_id, l.payer_id)))
       and ($4::uuid is null or c.id = $4)
       and ($5::uuid is null or c.board_id = $5)
       and ($6::uuid is null
            or exists (select from tenancy.lease l
                        where l.board_id = c.board_id and l.market_id = $6
                          and c.vendor_id in (l.vendor_id, l.operator_id)
                          and daterange(l.valid_from, l.valid_to, '[]') @> $2))
       and ($7::uuid is null or c.vendor_id = $7)
       and ($8::text is null or c.kind = $8))
  select id, vendor_id as "vendorId", vendor_name as "vendorName", kind, title, number, issuer,
         issued_on as "issuedOn", expires_on as "expiresOn", withdrawn_on as "withdrawnOn", state,
         count(*) over () as total
    from stood
   where ($9::text is null or state = $9)
     and ($10::text is null or strpos(
           lower(unaccent(concat_ws(' ', vendor_name, number, issuer, title))),
           lower(unaccent($10))) > 0)
   order by case $11 when 'vendorName' then vendor_name end collate "vi-x-icu",
            case $11 when '-vendorName' then vendor_name end collate "vi-x-icu" desc,
            case $11 when 'kind' then kind end,
            case $11 when '-expiresOn' then expires_on end desc nulls last,
            expires_on nulls last, id
   limit $12 offset $13`;

/** Certificates within the actor's reach, as they stand on a day. */
export async function findCertificates(
  tx: Reading,
  today: BusinessDate,
  filter: CertificateFilter,
): Promise<Page<CertificateDto>> {
  const rows = await tx.sql<CertificateDto & { total: number }>(CERTIFICATES, [
    marketScope(tx.actor),
    today,
    addDays(today, SOON_DAYS),
    filter.id ?? null,
    filter.boardId ?? null,
    filter.marketId ?? null,
    filter.vendorId ?? null,
    filter.kind ?? null,
    filter.state ?? null,
    filter.q?.trim() || null,
    filter.sort ?? 'expiresOn',
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}
