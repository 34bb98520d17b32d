import { IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty } from '@nestjs/swagger';

export class DeviceIncidentQueryDto extends ListQueryDto {}

export class AnswerIncidentDto {
  @ApiProperty({ description: 'what became of the money and of the phone', minLength: 3 })
  @IsLine(3, 500)
  answer: string;
}

export class DeviceGapDto {
  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty()
  boardName: string;

  @ApiProperty({ format: 'uuid' })
  deviceId: string;

  @ApiProperty({ type: 'integer' })
  fromNumber: number;

  @ApiProperty({ type: 'integer' })
  toNumber: number;

  @ApiProperty({ description: 'who took the next receipt that did come' })
  collectorName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  nextTakenAt: Date;
}

export class DeviceGapListDto {
  @ApiProperty({ type: [DeviceGapDto] })
  items: DeviceGapDto[];
}

export class DeviceIncidentDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty()
  boardName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ format: 'uuid' })
  deviceId: string;

  @ApiProperty({ type: 'integer' })
  deviceNumber: number;

  @ApiProperty({ description: 'the receipt that has the number' })
  standingNumber: string;

  @ApiProperty()
  stallCode: string;

  @ApiProperty()
  vendorName: string;

  @ApiProperty({ type: 'integer', description: 'đồng that the refused receipt tells of' })
  amount: number;

  @ApiProperty()
  collectorName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  takenAt: Date;

  @ApiProperty({ type: String, nullable: true, description: 'its number once told by itself' })
  keptNumber: string | null;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  @ApiProperty({ type: String, nullable: true })
  answeredByName: string | null;
}
export class DeviceIncidentPageDto extends pageDto(DeviceIncidentDto) {}
