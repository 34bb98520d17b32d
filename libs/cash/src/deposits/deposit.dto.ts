import type { Id } from '@cho40/kernel';
import { IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsNotes, NoteCountDto } from '../safe/note-count.dto';

const STATES = ['on-the-way', 'settled'] as const;

export class PrepareDepositDto {
  @ApiProperty({ format: 'uuid', description: 'made by whoever prepares it; a retry repeats it' })
  @IsId()
  id: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;

  @ApiProperty({ format: 'uuid', description: 'the receiving account it is brought to' })
  @IsId()
  accountId: Id;

  @ApiProperty({ type: [NoteCountDto], description: 'their sum is what is brought' })
  @IsNotes()
  notes: NoteCountDto[];

  @ApiProperty({ description: 'who carries it', minLength: 2, maxLength: 100 })
  @IsLine(2, 100)
  carrierName: string;
}

export class TieDepositDto {
  @ApiProperty({ format: 'uuid', description: 'the bank’s record, one that waits unmatched' })
  @IsId()
  recordId: Id;

  @ApiPropertyOptional({ description: 'needed where the sums differ', maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class DepositReasonDto {
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsLine(3, 500)
  reason: string;
}

export class CashDepositQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  boardId?: Id;

  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: (typeof STATES)[number];
}

export class CashDepositDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty()
  boardName: string;

  @ApiProperty({ example: 'NT-2026-00001' })
  number: string;

  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty()
  accountNumber: string;

  @ApiProperty({ type: 'integer', description: 'đồng that left the safe' })
  amount: number;

  @ApiProperty()
  carrierName: string;

  @ApiProperty()
  cashierName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  leftAt: Date;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  recordId: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'đồng the bank’s record says' })
  banked: number | null;

  @ApiProperty({ type: String, nullable: true })
  tiedByName: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'đồng brought back to the safe' })
  returned: number | null;

  @ApiProperty({ type: 'integer', description: 'đồng neither in the safe nor in the bank' })
  onTheWay: number;
}
export class CashDepositPageDto extends pageDto(CashDepositDto) {}

export class DepositAccountQueryDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;
}

export class DepositAccountDto {
  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty()
  bin: string;

  @ApiProperty()
  number: string;

  @ApiProperty()
  holderName: string;
}

export class DepositAccountListDto {
  @ApiProperty({ type: [DepositAccountDto] })
  items: DepositAccountDto[];
}

export class DepositCandidateDto {
  @ApiProperty({ format: 'uuid' })
  recordId: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ format: 'date' })
  bookedOn: string;

  @ApiProperty({ type: String, nullable: true })
  reference: string | null;
}

export class DepositCandidateListDto {
  @ApiProperty({ type: [DepositCandidateDto] })
  items: DepositCandidateDto[];
}
