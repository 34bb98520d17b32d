import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { IsDay, IsLine } from '@cho40/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';

export const DEPOSIT_USES = ['set-off', 'give-back', 'carry-over'] as const;
export type DepositUseKind = (typeof DEPOSIT_USES)[number];

class SumWithReasonDto {
  @ApiProperty({ type: 'integer', description: 'đồng' })
  @IsInt()
  @Min(1)
  @Max(100_000_000_000)
  amount: Vnd;

  @ApiProperty()
  @IsLine(3, 500)
  reason: string;
}

export class NewDepositDto extends SumWithReasonDto {}

export class NewDepositUseDto extends SumWithReasonDto {
  @ApiProperty({
    enum: DEPOSIT_USES,
    description: 'set off against what is owed, given back, or carried over to the renewing lease',
  })
  @IsIn(DEPOSIT_USES)
  kind: DepositUseKind;
}

export class NewAdjustmentDto extends SumWithReasonDto {
  @ApiProperty({ example: 'space', description: 'its price then names the decision' })
  @Matches(/^[a-z]{2,40}$/)
  feeType: string;

  @ApiProperty({ type: String, format: 'date' })
  @IsDay()
  serviceFrom: BusinessDate;

  @ApiProperty({ type: String, format: 'date' })
  @IsDay()
  serviceTo: BusinessDate;
}

export class MadeBillDto {
  @ApiProperty({ format: 'uuid' })
  billId: Id;

  @ApiProperty({ example: 'SKX1483027569' })
  code: string;
}

export class DepositUseDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ enum: DEPOSIT_USES })
  kind: DepositUseKind;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty()
  reason: string;

  @ApiProperty({ type: String, format: 'date' })
  on: BusinessDate;

  @ApiProperty({ description: 'undone uses stay visible' })
  isUndone: boolean;
}

export class DepositDto {
  @ApiProperty({ format: 'uuid' })
  leaseId: Id;

  @ApiProperty({ type: 'integer', description: 'đồng; as the lease says' })
  agreed: number;

  @ApiProperty({ type: 'integer', description: 'đồng; of live bills' })
  demanded: number;

  @ApiProperty({ type: 'integer', description: 'đồng; carried over from the lease before' })
  carried: number;

  @ApiProperty({ type: 'integer', description: 'đồng; paid or carried over, and not used' })
  held: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the lease after it' })
  renewedBy: Id | null;

  @ApiProperty({ type: 'integer', description: 'đồng owed that a set-off may pay' })
  arrears: number;

  @ApiProperty({ type: [DepositUseDto] })
  uses: DepositUseDto[];
}
