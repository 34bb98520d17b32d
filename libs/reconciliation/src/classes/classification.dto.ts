import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { RECORD_CLASSES, type RecordClass } from '../domain/record-class';
import { UndoMatchDto } from '../records/bank-record.dto';

export class ClassifyRecordDto extends UndoMatchDto {
  @ApiProperty({ enum: RECORD_CLASSES, description: 'cash-deposit is said by the deposit alone' })
  @IsIn(RECORD_CLASSES)
  as: RecordClass;
}
