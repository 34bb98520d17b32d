import type { BusinessDate, Vnd } from '@cho40/kernel';
import type { Award, BillingCycle } from '../lease-terms';

/** A vendor as a contract names them; what nobody entered stays a dotted line. */
export interface Party {
  readonly kind: 'person' | 'household' | 'company';
  readonly name: string;
  readonly representedBy: string | null;
  readonly representedAs: string | null;
  readonly idNumber: string | null;
  readonly taxCode: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

/** What is charged for a stall, with the decision it comes from: whoever bills tells it. */
export interface LeasePrice {
  readonly feeName: string;
  readonly unit: 'm2-month' | 'point-month';
  /** With VAT. */
  readonly unitPrice: Vnd;
  readonly quantity: number;
  /** For a whole month. */
  readonly amount: Vnd;
  readonly decisionNumber: string;
  readonly decisionIssuedOn: BusinessDate;
  readonly decisionIssuer: string;
}

/** What stands between board and vendor when a lease ends. */
export interface LeaseStanding {
  /** Owed on bills. */
  readonly due: Vnd;
  /** Security deposit held. */
  readonly depositHeld: Vnd;
}

/** What the papers of a lease are made from. */
export interface LeasePaperFacts {
  readonly boardName: string;
  readonly marketName: string;
  readonly communeName: string | null;
  readonly transferPolicy: 'forbidden' | 'by-procedure' | 'free';
  readonly number: string;
  readonly signedOn: BusinessDate | null;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
  /** The last day as it was agreed, where the lease was cut short. */
  readonly agreedTo: BusinessDate | null;
  readonly endedAs: 'terminated' | 'transferred' | null;
  readonly endedReason: string | null;
  readonly endedBy: string | null;
  readonly award: Award | null;
  readonly awardNumber: string | null;
  readonly awardOn: BusinessDate | null;
  readonly priceClass: string | null;
  readonly billingCycle: BillingCycle;
  /** The lease's own, else the market's. */
  readonly dueDay: number;
  readonly graceDays: number;
  readonly depositAgreed: Vnd;
  readonly stallCode: string;
  readonly zoneName: string;
  readonly areaM2: number;
  readonly lengthM: number | null;
  readonly widthM: number | null;
  readonly openSides: number;
  readonly isCorner: boolean;
  readonly rowGrade: number | null;
  readonly isRoofed: boolean;
  readonly goodsGroups: readonly string[];
  readonly holder: Party;
  /** Who works the stall, who pays, where it is another. */
  readonly operatorName: string | null;
  readonly payerName: string | null;
}
