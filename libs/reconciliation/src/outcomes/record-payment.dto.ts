import { ApiProperty } from '@nestjs/swagger';

/** The payment a record became, with its three dates. */
export class RecordPaymentDto {
  @ApiProperty({ type: String, format: 'date-time', description: 'the payer’s act' })
  paidAt: Date;

  @ApiProperty({ format: 'date', description: 'the bank’s' })
  bookedOn: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'ours' })
  recordedAt: Date;

  @ApiProperty({ type: 'integer', description: 'đồng kept for the next bill' })
  credit: number;
}
