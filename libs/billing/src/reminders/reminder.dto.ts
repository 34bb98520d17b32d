import type { Id } from '@cho40/kernel';
import { IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
} from 'class-validator';

export const REMINDER_STATES = [
  'waiting',
  'sending',
  'sent',
  'refused',
  'unknown',
  'dropped',
] as const;

export class ReminderQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  leaseId?: Id;

  @ApiPropertyOptional({ enum: REMINDER_STATES })
  @IsOptional()
  @IsIn(REMINDER_STATES)
  state?: (typeof REMINDER_STATES)[number];

  @ApiPropertyOptional({ enum: ['madeAt', '-madeAt', 'due', '-due'] })
  @IsOptional()
  @IsIn(['madeAt', '-madeAt', 'due', '-due'])
  override sort?: string;
}

export class NewRemindersDto {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: 500 })
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsId({ each: true })
  leaseIds: Id[];
}

export class MadeRemindersDto {
  @ApiProperty({ type: 'integer', description: 'texts that wait now' })
  made: number;

  @ApiProperty({
    type: 'integer',
    description: 'nothing open, texted today already, no phone number, or asked for none',
  })
  skipped: number;
}

export class ReminderDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty({ format: 'uuid' })
  leaseId: Id;

  @ApiProperty()
  stallCode: string;

  @ApiProperty()
  payerName: string;

  @ApiProperty({ type: String, nullable: true, description: 'the last four digits' })
  phoneLast4: string | null;

  @ApiProperty({
    example: 'after/2026-10-10',
    description: 'before/, after/ a due day; hand/ a day',
  })
  occasion: string;

  @ApiProperty()
  body: string;

  @ApiProperty({ type: 'integer', description: 'đồng; as the text says' })
  due: number;

  @ApiProperty({ enum: REMINDER_STATES })
  state: (typeof REMINDER_STATES)[number];

  @ApiProperty({ type: 'integer' })
  attempts: number;

  @ApiProperty({ type: String, nullable: true, description: 'whom it was given to' })
  sender: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'in the gateway’s own words' })
  answer: string | null;

  @ApiProperty({ type: Date })
  madeAt: Date;

  @ApiProperty({ type: Date, nullable: true })
  endedAt: Date | null;
}

export class ReminderPageDto extends pageDto(ReminderDto) {}

export class ReminderSettingChangeDto {
  @ApiProperty()
  @IsBoolean()
  isOn: boolean;

  @ApiProperty({ type: 'integer', nullable: true, minimum: 0, maximum: 28 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(28)
  daysBefore: number | null = null;

  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, maximum: 60 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  daysAfter: number | null = null;

  @ApiProperty({
    description: 'with {tien}, {han} and {ma}; {ten}, {diem} and {cho} may stand too',
  })
  @IsLine(10, 400)
  template: string;
}

export class ReminderSettingDto extends ReminderSettingChangeDto {
  @ApiProperty({ type: String, nullable: true, description: 'the gateway; null: nothing is sent' })
  sender: string | null;

  @ApiProperty({ description: 'the template with a made-up vendor' })
  example: string;
}

export class ReminderWishDto {
  @ApiProperty({ description: 'whether the vendor wants reminders' })
  @IsBoolean()
  wantsReminders: boolean;
}
