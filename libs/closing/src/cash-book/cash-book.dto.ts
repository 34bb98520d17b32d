import type { BusinessDate, Month } from '@cho40/kernel';
import { ApiProperty } from '@nestjs/swagger';

export class CashBookRowDto {
  @ApiProperty({ format: 'uuid' })
  slipId: string;

  @ApiProperty({ enum: ['in', 'out'] })
  kind: 'in' | 'out';

  @ApiProperty({ example: 'QT-2026-00007' })
  number: string;

  @ApiProperty({ type: String, format: 'date' })
  on: BusinessDate;

  @ApiProperty({ description: 'who brought or took the money' })
  personName: string;

  @ApiProperty({ example: 'hand-in' })
  purpose: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ type: 'integer', description: 'đồng; what lies in the safe after it' })
  balance: number;
}

export class CashBookDto {
  @ApiProperty({ example: '2026-10' })
  month: Month;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  opening: number;

  @ApiProperty({ type: [CashBookRowDto] })
  rows: CashBookRowDto[];

  @ApiProperty({ type: 'integer', description: 'đồng' })
  takenIn: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  paidOut: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  closing: number;
}
