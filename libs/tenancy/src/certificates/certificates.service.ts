import { businessDateOf, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { Audit, CLOCK, newId, type Page, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { tenancyError } from '../errors';
import { Vendors } from '../vendors/vendors.service';
import type { CertificateDto } from './certificate.dto';
import { Certificate, type CertificateChange, type NewCertificate } from './certificate.entity';
import { boardsOfVendors } from '../vendors/vendors.queries';
import { findCertificates, type CertificateFilter } from './certificates.queries';

const INSERT = `
  insert into tenancy.certificate (board_id, id, vendor_id, kind, title, number, issuer, issued_on,
                                   expires_on)
  select c."boardId", c.id, c."vendorId", c.kind, c.title, btrim(c.number), btrim(c.issuer),
         c."issuedOn", c."expiresOn"
    from jsonb_to_recordset($1::jsonb) as c ("boardId" uuid, id uuid, "vendorId" uuid, kind text,
         title text, number text, issuer text, "issuedOn" date, "expiresOn" date)
  on conflict (board_id, id) do nothing`;

@Injectable()
export class Certificates {
  constructor(
    private readonly vendors: Vendors,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Enters certificates; the same ids again change nothing. Gives their ids in order.
   * @throws tenancy.vendorMissing, certificateDaysReversed, certificateTitleMissing
   */
  async enter(tx: Tx, certificates: readonly NewCertificate[]): Promise<Id[]> {
    const vendorIds = [...new Set(certificates.map(({ vendorId }) => vendorId))];
    const boards = await boardsOfVendors(tx, vendorIds);
    const rows = certificates.map((one) => {
      requireFacts(one);
      const boardId = boards.get(one.vendorId);
      if (!boardId) throw tenancyError('vendorMissing', { id: one.vendorId });
      return { ...one, boardId, id: one.id ?? newId() };
    });
    await tx.sql(INSERT, [JSON.stringify(rows)]);
    for (const boardId of new Set(rows.map((row) => row.boardId))) {
      const ids = rows.filter((row) => row.boardId === boardId).map((row) => row.id);
      await this.audit.append(tx, {
        boardId,
        act: 'tenancy.enterCertificates',
        subject: ids.length === 1 ? `certificate:${ids[0]}` : `board:${boardId}`,
        after: { count: ids.length },
      });
    }
    return rows.map((row) => row.id);
  }

  /**
   * Corrects a certificate, or takes it back; what is not given stays.
   * @throws tenancy.certificateMissing, certificateDaysReversed, certificateTitleMissing
   */
  async change(tx: Tx, id: Id, change: CertificateChange): Promise<CertificateDto> {
    const before = await this.get(tx, id);
    const facts: CertificateDays = before;
    requireFacts({ ...facts, ...change });
    const { boardId } = await this.vendors.get(tx, before.vendorId);
    if (Object.keys(change).length === 0) return before;
    await tx.manager.update(Certificate, { boardId, id }, { ...change });
    await this.audit.append(tx, {
      boardId,
      act: 'tenancy.changeCertificate',
      subject: `certificate:${id}`,
      after: { changed: Object.keys(change) },
    });
    return this.get(tx, id);
  }

  /** @throws tenancy.certificateMissing, also where it lies out of the actor's reach. */
  async get(tx: Reading, id: Id): Promise<CertificateDto> {
    const [certificate] = (await this.list(tx, { id, limit: 1 })).items;
    if (!certificate) throw tenancyError('certificateMissing', { id });
    return certificate;
  }

  list(tx: Reading, query: CertificateFilter): Promise<Page<CertificateDto>> {
    return findCertificates(tx, businessDateOf(this.clock.now()), query);
  }
}

interface CertificateDays {
  kind?: string;
  title?: string | null;
  issuedOn: BusinessDate;
  expiresOn?: BusinessDate | null;
}

function requireFacts({ kind, title, issuedOn: from, expiresOn: to }: CertificateDays): void {
  if (to && to < from) throw tenancyError('certificateDaysReversed', { from, to });
  if (kind === 'other' && !title) throw tenancyError('certificateTitleMissing');
}
