import { IsLine } from '@cho40/platform';
import { ApiProperty } from '@nestjs/swagger';
import { PULL_OUTCOMES, type PullOutcome } from './pulls.service';

export const PULL_STATES = ['trying', 'on', 'off'] as const;

export class PullTokenDto {
  @ApiProperty({ description: 'as SePay shows it once, when it is made there' })
  @IsLine(8, 500)
  token: string;
}

/** How a feed's provider is asked every five minutes, and what came of it last. */
export class PullDto {
  @ApiProperty({ enum: PULL_STATES, description: 'trying: the token was not answered yet' })
  state: (typeof PULL_STATES)[number];

  @ApiProperty({ description: 'another token was entered than the one that pulls' })
  isTokenNew: boolean;

  @ApiProperty({ description: 'who entered the token' })
  setByName: string;

  @ApiProperty({ format: 'date-time' })
  setAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastAt: Date | null;

  @ApiProperty({ enum: PULL_OUTCOMES, nullable: true })
  lastOutcome: PullOutcome | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'how many rows it had' })
  lastRowCount: number | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Retry-After' })
  notBefore: Date | null;
}
