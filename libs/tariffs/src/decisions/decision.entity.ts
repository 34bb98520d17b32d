import type { BusinessDate, Id } from '@cho40/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PriceFactors, TariffUnit } from '../domain/tariff';

/** Quyết định giá: a province's document, from which boards take their prices. */
@Entity({ schema: 'tariffs', name: 'decision' })
export class Decision {
  @PrimaryColumn('uuid')
  id: Id;

  @Column('text', { name: 'province_id' })
  provinceId: string;

  @Column('text')
  number: string;

  @Column('text')
  issuer: string;

  @Column('text')
  title: string;

  @Column('date', { name: 'issued_on' })
  issuedOn: BusinessDate;

  @Column('date', { name: 'effective_from' })
  effectiveFrom: BusinessDate;

  @Column('date', { name: 'effective_to', nullable: true })
  effectiveTo: BusinessDate | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: Id | null;
}

/** What it takes to record a decision. */
export interface NewDecision {
  id?: Id;
  provinceId: string;
  number: string;
  issuer: string;
  title: string;
  issuedOn: BusinessDate;
  effectiveFrom: BusinessDate;
  effectiveTo?: BusinessDate | null;
  /** Its lines; they may come later. */
  prices?: readonly NewDecisionPrice[];
}

/** A line as it is typed from the decision; a factor left out: it is for all. */
export interface NewDecisionPrice extends Partial<PriceFactors> {
  description: string;
  feeType: string;
  unit: TariffUnit;
  /** đồng with VAT. */
  price: number;
  marketClass?: number | null;
  marketGroup?: string | null;
  /** Of a reading: the part above so many kWh or m³. */
  tierFrom?: number;
  /** The number of a line that was typed wrong. */
  replaces?: number | null;
}
