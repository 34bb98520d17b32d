import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min, ValidateIf } from 'class-validator';

// đồng. Below it hardly one receipt could be written; above it nothing would ever be refused.
const BOUNDS = { min: 100_000, max: 100_000_000_000 } as const;

export class SetCeilingDto {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: BOUNDS.min,
    maximum: BOUNDS.max,
    description: 'đồng; null lifts the ceiling',
  })
  @ValidateIf((_dto, amount) => amount !== null)
  @IsInt()
  @Min(BOUNDS.min)
  @Max(BOUNDS.max)
  amount: number | null;
}

export class CeilingDto {
  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'đồng; null: no ceiling' })
  amount: number | null;

  @ApiProperty({ type: String, nullable: true })
  setByName: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  setAt: Date | null;
}
