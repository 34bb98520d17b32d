import {
  businessDateOf,
  invariant,
  type BusinessDate,
  type Clock,
  type Id,
  type Paper,
} from '@cho40/kernel';
import { CLOCK, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { contractPaper } from '../domain/papers/contract-paper';
import { handoverPaper } from '../domain/papers/handover-paper';
import type { LeasePaperFacts } from '../domain/papers/lease-paper-facts';
import { liquidationPaper } from '../domain/papers/liquidation-paper';
import { Leases } from '../leases/leases.service';
import { PersonalViews } from '../vendors/personal-views.service';
import { Vendors } from '../vendors/vendors.service';
import { LeaseFigures } from './lease-figures';
import { leasePaperFacts } from './lease-papers.queries';

/**
 * The papers of a lease. They name the vendor in full, so each that is made is a view of personal
 * data and is written down as one.
 */
@Injectable()
export class LeasePapers {
  constructor(
    private readonly leases: Leases,
    private readonly vendors: Vendors,
    private readonly personal: PersonalViews,
    private readonly figures: LeaseFigures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws tenancy.leaseMissing */
  async contract(tx: Tx, id: Id): Promise<Paper> {
    const facts = await this.facts(tx, id, 'contract');
    const today = this.today();
    // A contract signed for later days shows the prices of its first.
    const pricedOn = facts.validFrom > today ? facts.validFrom : (facts.signedOn ?? today);
    return contractPaper(facts, await this.figures.pricesOn(tx, id, pricedOn), today);
  }

  /** On its first day the board hands the stall over, after its last it gets it back. */
  async handover(tx: Tx, id: Id): Promise<Paper> {
    const facts = await this.facts(tx, id, 'handover');
    const { validFrom, validTo } = facts;
    const isOver = validTo !== null && validTo <= this.today();
    return handoverPaper(facts, isOver ? validTo : validFrom);
  }

  /** Before its end a draft: the last day and the reason are written by hand. */
  async liquidation(tx: Tx, id: Id): Promise<Paper> {
    const facts = await this.facts(tx, id, 'liquidation');
    return liquidationPaper(facts, await this.figures.standing(tx, id), this.today());
  }

  private async facts(tx: Tx, id: Id, purpose: string): Promise<LeasePaperFacts> {
    const { vendorId } = await this.leases.get(tx, id);
    const facts = await leasePaperFacts(tx, id, this.today());
    invariant(facts !== null, 'a lease that was found has its facts');
    const { kind, name, representedBy, representedAs } = await this.vendors.get(tx, vendorId);
    const personal = await this.personal.open(tx, vendorId, purpose);
    return { ...facts, holder: { kind, name, representedBy, representedAs, ...personal } };
  }

  private today(): BusinessDate {
    return businessDateOf(this.clock.now());
  }
}
