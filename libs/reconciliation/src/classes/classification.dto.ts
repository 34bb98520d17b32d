import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { RECORD_CLASSES, type RecordClass } from '../domain/record-class';
import { UndoMatchDto } from '../records/bank-record.dto';

export class ClassifyRecordDto extends UndoMatchDto {
  @ApiProperty({
    enum: RECORD_CLASSES,
    description: 'what deposits, refunds and reversals say is refused',
  })
  @IsIn(RECORD_CLASSES)
  as: RecordClass;
}
