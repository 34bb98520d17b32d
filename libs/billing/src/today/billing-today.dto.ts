import type { Id, Month } from '@cho40/kernel';
import { ApiProperty } from '@nestjs/swagger';

export class MarketToIssueDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty()
  name: string;
}

export class BillingTodayDto {
  @ApiProperty({ example: '2026-10', description: 'this month' })
  month: Month;

  @ApiProperty({ type: 'integer', description: 'đồng; bills of this month' })
  billed: number;

  @ApiProperty({ type: 'integer', description: 'đồng; of these bills' })
  paid: number;

  @ApiProperty({ type: 'integer' })
  billCount: number;

  @ApiProperty({ type: 'integer', description: 'đồng; of all open bills' })
  due: number;

  @ApiProperty({ type: 'integer', description: 'đồng; over due day and grace' })
  overdue: number;

  @ApiProperty({ type: 'integer', description: 'leases that are overdue' })
  overdueLeases: number;

  @ApiProperty({ type: [MarketToIssueDto], description: 'let stalls, no bill this month yet' })
  toIssue: MarketToIssueDto[];
}
