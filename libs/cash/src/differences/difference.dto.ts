import type { Id } from '@cho40/kernel';
import { IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { DIFFERENCE_ACT_KINDS, type DifferenceActKind } from '../domain/difference-acts';

// At the safe, by whoever keeps it. The head explains in words, and stands for the cashier where the
// difference is the cashier's own.
export const AT_THE_SAFE = ['paid-back', 'given-back'] as const;

class NewActDto {
  @ApiProperty({ format: 'uuid', description: 'made by whoever acts; a retry repeats it' })
  @IsId()
  id: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  collectorId: Id;

  @ApiProperty({ type: 'integer', description: 'đồng', minimum: 1, maximum: 100_000_000_000 })
  @IsInt()
  @Min(1)
  @Max(100_000_000_000)
  amount: number;

  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsLine(3, 500)
  reason: string;
}

export class SettleAtSafeDto extends NewActDto {
  @ApiProperty({ enum: AT_THE_SAFE })
  @IsIn(AT_THE_SAFE)
  kind: (typeof AT_THE_SAFE)[number];
}

export class ExplainDifferenceDto extends NewActDto {
  @ApiProperty({ enum: DIFFERENCE_ACT_KINDS })
  @IsIn(DIFFERENCE_ACT_KINDS)
  kind: DifferenceActKind;
}

export class DifferenceActQueryDto extends ListQueryDto {}

export class DifferenceActDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ format: 'uuid' })
  collectorId: string;

  @ApiProperty()
  collectorName: string;

  @ApiProperty({ enum: DIFFERENCE_ACT_KINDS })
  kind: DifferenceActKind;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty()
  reason: string;

  @ApiProperty()
  byName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;
}
export class DifferenceActPageDto extends pageDto(DifferenceActDto) {}

export class CollectorDifferenceDto {
  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty()
  boardName: string;

  @ApiProperty({ format: 'uuid' })
  collectorId: string;

  @ApiProperty()
  collectorName: string;

  @ApiProperty({ type: 'integer', description: 'đồng that was ever missing' })
  everShort: number;

  @ApiProperty({ type: 'integer', description: 'đồng still missing' })
  shortage: number;

  @ApiProperty({ type: 'integer', description: 'đồng that was ever too much' })
  everOver: number;

  @ApiProperty({ type: 'integer', description: 'đồng too much that nobody explained yet' })
  surplus: number;

  @ApiProperty({ description: 'they count the safe: the head settles what is theirs' })
  keepsSafe: boolean;
}

export class CollectorDifferenceListDto {
  @ApiProperty({ type: [CollectorDifferenceDto] })
  items: CollectorDifferenceDto[];
}
