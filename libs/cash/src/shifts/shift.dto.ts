import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

const STATES = ['open', 'closed'] as const;

export class ShiftQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  collectorId?: Id;

  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: (typeof STATES)[number];

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  from?: BusinessDate;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  to?: BusinessDate;
}

export class ShiftDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ format: 'uuid' })
  marketId: string;

  @ApiProperty()
  marketName: string;

  @ApiProperty({ format: 'uuid' })
  collectorId: string;

  @ApiProperty()
  collectorName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  openedAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  closedByName: string | null;

  @ApiProperty({ type: 'integer', description: 'đồng taken by receipts, the undone left out' })
  byReceipts: number;

  @ApiProperty({ type: 'integer', description: 'đồng taken by tickets and their books' })
  byTickets: number;

  @ApiProperty({ type: 'integer', description: 'receipts and tickets' })
  count: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'đồng: the hand-in to expect, as said at the close; null while it is open',
  })
  expected: number | null;
}
export class ShiftPageDto extends pageDto(ShiftDto) {}

export class ShiftDetailDto extends ShiftDto {
  @ApiProperty({ type: 'integer', description: 'đồng its collector holds now, of all shifts' })
  inHand: number;
}
