import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  ListFile,
  type Once,
} from '@cho40/platform';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  MadeRemindersDto,
  NewRemindersDto,
  type ReminderDto,
  ReminderPageDto,
  ReminderQueryDto,
  ReminderSettingChangeDto,
  ReminderSettingDto,
  ReminderWishDto,
} from './reminder.dto';
import { ReminderSettings } from './reminder-settings.service';
import { Reminders } from './reminders.service';

@ApiTags('billing')
@Controller()
@Can('billing.read')
export class RemindersController {
  constructor(
    private readonly db: Database,
    private readonly reminders: Reminders,
    private readonly settings: ReminderSettings,
  ) {}

  @Get('reminders')
  @ListFile<ReminderDto>('Tin nhắc nợ', {
    madeAt: 'Lúc soạn',
    stallCode: 'Điểm kinh doanh',
    payerName: 'Người nộp',
    phoneLast4: 'Bốn số cuối',
    due: { title: 'Số tiền', kind: 'money' },
    body: { title: 'Nội dung', width: 60 },
    state: 'Trạng thái',
    attempts: { title: 'Số lần gửi', kind: 'number' },
    sender: 'Cổng gửi',
    answer: 'Trả lời',
    endedAt: 'Lúc xong',
  })
  @ApiOkResponse({ type: ReminderPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ReminderQueryDto): Promise<ReminderPageDto> {
    return this.db.read(actor, (tx) => this.reminders.list(tx, query));
  }

  @Post('reminders')
  @Can('billing.issue')
  @ApiCreatedResponse({ type: MadeRemindersDto })
  ask(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @Body() { leaseIds }: NewRemindersDto,
  ): Promise<MadeRemindersDto> {
    return this.db.writeOnce(actor, once, (tx) => this.reminders.ask(tx, leaseIds));
  }

  @Get('markets/:id/reminder-setting')
  @ApiOkResponse({ type: ReminderSettingDto })
  setting(@CurrentActor() actor: Actor, @IdParam() marketId: Id): Promise<ReminderSettingDto> {
    return this.db.read(actor, (tx) => this.settings.get(tx, marketId));
  }

  @Put('markets/:id/reminder-setting')
  @Can('billing.issue')
  @ApiOkResponse({ type: ReminderSettingDto })
  set(
    @CurrentActor() actor: Actor,
    @IdParam() marketId: Id,
    @Body() body: ReminderSettingChangeDto,
  ): Promise<ReminderSettingDto> {
    return this.db.write(actor, (tx) => this.settings.set(tx, marketId, body));
  }

  @Get('vendors/:id/reminder-wish')
  @ApiOkResponse({ type: ReminderWishDto })
  wish(@CurrentActor() actor: Actor, @IdParam() vendorId: Id): Promise<ReminderWishDto> {
    return this.db.read(actor, (tx) => this.settings.wishOf(tx, vendorId));
  }

  @Put('vendors/:id/reminder-wish')
  @Can('billing.issue')
  @ApiOkResponse({ type: ReminderWishDto })
  setWish(
    @CurrentActor() actor: Actor,
    @IdParam() vendorId: Id,
    @Body() body: ReminderWishDto,
  ): Promise<ReminderWishDto> {
    return this.db.write(actor, (tx) => this.settings.setWish(tx, vendorId, body));
  }
}
