import { ApiProperty } from '@nestjs/swagger';

/** What of the bank waits for people today. */
export class ReconciliationTodayDto {
  @ApiProperty({ type: 'integer' })
  unmatchedCount: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  unmatchedVnd: number;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  oldestUnmatchedOn: string | null;

  @ApiProperty({ type: 'integer', description: 'confirmed, and matching has not come to them' })
  waitingCount: number;

  @ApiProperty({ type: 'integer', description: 'đồng booked today and credited' })
  matchedTodayVnd: number;

  @ApiProperty({ type: 'integer', description: 'who paid and does not see it' })
  openClaims: number;

  @ApiProperty({ type: 'integer', description: 'of them, those not answered in time' })
  overdueClaims: number;

  @ApiProperty({ description: 'matching stands still until a violation is cleared' })
  isStopped: boolean;
}
