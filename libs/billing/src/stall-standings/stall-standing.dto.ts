import type { Id, Vnd } from '@cho40/kernel';
import { ApiProperty } from '@nestjs/swagger';

const STANDINGS = ['paid', 'owed', 'overdue', 'vacant'] as const;

/** How a stall stands with its bills today: what the stall map is coloured by. */
export class StallStandingDto {
  @ApiProperty({ format: 'uuid' })
  stallId: Id;

  @ApiProperty({ enum: STANDINGS, description: 'vacant: nobody leases it today' })
  standing: (typeof STANDINGS)[number];

  @ApiProperty({ type: 'integer', description: 'of the lease of today' })
  due: Vnd;
}
