import type { BusinessDate, Id, Month } from '@cho40/kernel';
import { IsId, IsMonth, pageDto, ListQueryDto } from '@cho40/platform';
import { TARIFF_UNITS } from '@cho40/tariffs';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

/** Paid in full; over its due day and the days of grace; taken back; or none of these. */
export const BILL_STATES = ['open', 'paid', 'overdue', 'void'] as const;
export type BillState = (typeof BILL_STATES)[number];

/** A month's or a cycle's charges; a deposit demanded; a debt of the books before; an extra charge. */
export const BILL_KINDS = ['monthly', 'security', 'opening', 'adjustment'] as const;
export type BillKind = (typeof BILL_KINDS)[number];

const SORTS = ['stallCode', '-stallCode', 'dueOn', '-dueOn', 'due', '-due'] as const;

export class BillQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  leaseId?: Id;

  @ApiPropertyOptional({ example: '2026-10' })
  @IsOptional()
  @IsMonth()
  month?: Month;

  @ApiPropertyOptional({ enum: BILL_STATES })
  @IsOptional()
  @IsIn(BILL_STATES)
  state?: BillState;

  @ApiPropertyOptional({ enum: BILL_KINDS })
  @IsOptional()
  @IsIn(BILL_KINDS)
  kind?: BillKind;

  @ApiPropertyOptional({ enum: SORTS, description: 'by month and stall without it' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

export class BillDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ example: 'SKX1483027569' })
  code: string;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty()
  marketName: string;

  @ApiProperty()
  boardName: string;

  @ApiProperty({ format: 'uuid' })
  leaseId: Id;

  @ApiProperty()
  stallCode: string;

  @ApiProperty()
  vendorName: string;

  @ApiProperty({ enum: BILL_KINDS })
  kind: BillKind;

  @ApiProperty({ example: '2026-10' })
  period: Month;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  total: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  paid: number;

  @ApiProperty({ type: 'integer', description: 'đồng; let off after issue, written off' })
  relieved: number;

  @ApiProperty({ type: 'integer', description: 'đồng; total − relieved − paid' })
  due: number;

  @ApiProperty({ type: String, format: 'date' })
  dueOn: BusinessDate;

  @ApiProperty({ type: String, format: 'date' })
  issuedOn: BusinessDate;

  @ApiProperty({ enum: BILL_STATES })
  state: BillState;

  @ApiProperty({ type: String, nullable: true, description: 'of a bill that no run issued' })
  reason: string | null;

  @ApiProperty({ type: String, nullable: true })
  voidReason: string | null;
}

export class BillPageDto extends pageDto(BillDto) {}

/** What a line counts: a price's unit, or the one time of what no price makes. */
export const BILL_UNITS = [...TARIFF_UNITS, 'opening', 'deposit', 'adjustment'] as const;

export class BillDetailLineDto {
  @ApiProperty({ type: 'integer' })
  lineNumber: number;

  @ApiProperty({ example: 'space' })
  feeType: string;

  @ApiProperty()
  quantity: number;

  @ApiProperty({ enum: BILL_UNITS })
  unit: (typeof BILL_UNITS)[number];

  @ApiProperty({ type: 'integer', description: 'đồng' })
  unitPrice: number;

  @ApiProperty({ type: String, format: 'date' })
  serviceFrom: BusinessDate;

  @ApiProperty({ type: String, format: 'date' })
  serviceTo: BusinessDate;

  @ApiProperty({ type: 'integer', description: 'đồng; let off at issue, in amount no more' })
  reliefAmount: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ type: 'integer', description: 'đồng; let off after issue' })
  relieved: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  paid: number;

  @ApiProperty({ type: Number, nullable: true, description: 'VAT; null: not taxed' })
  taxPercent: number | null;

  @ApiProperty({ type: 'integer', description: 'đồng; the VAT in amount' })
  taxAmount: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'the decision that sets the price; null: an opening debt, a deposit',
  })
  decisionNumber: string | null;
}

export class BillPaymentDto {
  @ApiProperty({ format: 'uuid' })
  paymentId: Id;

  @ApiProperty({ enum: ['bank', 'cash', 'deposit', 'settlement'] })
  source: string;

  @ApiProperty({ type: 'integer', description: 'đồng; the part that went to this bill' })
  amount: number;

  @ApiProperty({ type: String, format: 'date' })
  bookedOn: BusinessDate;
}

export class BillDetailDto extends BillDto {
  @ApiProperty({ description: 'what is due in Vietnamese words, as paper says it' })
  dueInWords: string;

  @ApiProperty({ type: [BillDetailLineDto] })
  lines: BillDetailLineDto[];

  @ApiProperty({ type: [BillPaymentDto] })
  payments: BillPaymentDto[];
}

export class BillQrDto {
  @ApiProperty({ description: 'EMVCo text, to be drawn' })
  payload: string;

  @ApiProperty({ description: 'the transfer text that bank apps fill in; the code stands first' })
  purpose: string;

  @ApiProperty({ type: 'integer', description: 'đồng; what is still due' })
  amount: number;

  @ApiProperty({ description: 'account number' })
  account: string;

  @ApiProperty()
  holderName: string;

  @ApiProperty({ example: '970436' })
  bin: string;

  @ApiProperty({ description: 'the name known today; the BIN where none is' })
  bank: string;
}
