import type { BusinessDate, Id } from '@cho40/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { BillDto } from '../bills/bill.dto';

export class LeasePaymentDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ enum: ['bank', 'cash', 'deposit', 'settlement'] })
  source: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ type: 'integer', description: 'đồng; given to bills' })
  allocated: number;

  @ApiProperty({ type: String, format: 'date' })
  bookedOn: BusinessDate;

  @ApiProperty({ description: 'why this money is this lease’s' })
  reason: string;

  @ApiProperty({ description: 'undone payments stay visible' })
  isUndone: boolean;
}

export class LeaseAccountDto {
  @ApiProperty({ format: 'uuid' })
  leaseId: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty()
  stallCode: string;

  @ApiProperty()
  vendorName: string;

  @ApiProperty({ type: 'integer', description: 'đồng; of all bills' })
  billed: number;

  @ApiProperty({ type: 'integer', description: 'đồng; let off after issue, written off' })
  relieved: number;

  @ApiProperty({ type: 'integer', description: 'đồng; of all live payments' })
  paid: number;

  @ApiProperty({ type: 'integer', description: 'đồng; of all open bills' })
  due: number;

  @ApiProperty({ type: 'integer', description: 'đồng; paid and needed by no bill yet' })
  credit: number;

  @ApiProperty({ type: [BillDto], description: 'the newest first, two hundred at most' })
  bills: BillDto[];

  @ApiProperty({ type: [LeasePaymentDto], description: 'the newest first, two hundred at most' })
  payments: LeasePaymentDto[];
}
