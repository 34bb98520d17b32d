import { CARD_FORMATS, type CardFormat, type Id } from '@cho40/kernel';
import { IsId, IsLine } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { CARD_REASONS, type CardReason } from '../domain/card-reason';

/** Cards of one file: it stays one that a desk's printer takes. */
export const CARDS_AT_ONCE = 5_000;

export class NewCardSheetDto {
  @ApiProperty({ enum: CARD_FORMATS, description: 'all on A4' })
  @IsIn(CARD_FORMATS)
  format: CardFormat;

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: 'these; else a whole zone' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(CARDS_AT_ONCE)
  @IsId({ each: true })
  stallIds?: Id[];

  @ApiPropertyOptional({ format: 'uuid', description: 'with all zones in it; else the market' })
  @IsOptional()
  @IsId()
  zoneId?: Id;

  @ApiPropertyOptional({ default: true, description: 'passes over stalls whose card is valid' })
  @IsOptional()
  @IsBoolean()
  isOnlyNeeded?: boolean;

  @ApiPropertyOptional({ enum: CARD_REASONS, description: 'why a valid card is printed again' })
  @IsOptional()
  @IsIn(CARD_REASONS)
  reason?: CardReason;

  @ApiPropertyOptional({ description: 'needed with the reason `other`' })
  @IsOptional()
  @IsLine(3, 200)
  note?: string;
}

export const SHEET_STATES = ['waiting', 'drawing', 'done', 'failed'] as const;

export class CardSheetDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty({ enum: CARD_FORMATS })
  format: CardFormat;

  @ApiProperty({ type: String, nullable: true, description: 'null: stalls chosen, or all' })
  zoneName: string | null;

  @ApiProperty({ enum: SHEET_STATES, description: 'failed: a code was not read back as meant' })
  state: (typeof SHEET_STATES)[number];

  @ApiProperty({ type: 'integer' })
  cardCount: number;

  @ApiProperty({ type: 'integer' })
  firstSerial: number;

  @ApiProperty({ type: 'integer' })
  lastSerial: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'known once drawing began' })
  pageCount: number | null;

  @ApiProperty({ type: 'integer', description: 'pages' })
  drawn: number;

  @ApiProperty()
  madeByName: string;

  @ApiProperty({ type: Date })
  madeAt: Date;

  @ApiProperty({ description: 'kept for a day' })
  hasFile: boolean;
}
