import { businessDate, vnd, type Clock, type Id } from '@cho40/kernel';
import { Audit, CLOCK, Outside, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { reminderText, templateProblem, USUAL_TEMPLATE } from '../domain/reminder';
import { billingError } from '../errors';
import { marketOf } from '../market.queries';
import type { ReminderSettingChangeDto, ReminderSettingDto, ReminderWishDto } from './reminder.dto';

type Setting = Omit<ReminderSettingDto, 'sender' | 'example'>;

const USUAL: Setting = { isOn: false, daysBefore: 3, daysAfter: 5, template: USUAL_TEMPLATE };
const EXAMPLE = {
  payerName: 'Nguyễn Thị Lan',
  stallCode: 'A-012',
  due: vnd(450_000),
  dueOn: businessDate('2026-10-10'),
  code: 'SKX1483027569',
};

/** When and in which words a market reminds; and which vendors asked to be left alone. */
@Injectable()
export class ReminderSettings {
  constructor(
    private readonly audit: Audit,
    private readonly outside: Outside,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(tx: Reading, marketId: Id): Promise<ReminderSettingDto> {
    const { name: marketName } = await marketOf(tx, marketId);
    const [row] = await tx.sql<Setting>(
      `select is_on as "isOn", days_before as "daysBefore", days_after as "daysAfter", template
         from billing.reminder_setting where market_id = $1`,
      [marketId],
    );
    const setting = row ?? USUAL;
    const example = reminderText(setting.template, { ...EXAMPLE, marketName });
    return { ...setting, sender: this.outside.nameOf('texts'), example };
  }

  /** @throws billing.templateUnknownBlank, templateLacks */
  async set(tx: Tx, marketId: Id, change: ReminderSettingChangeDto): Promise<ReminderSettingDto> {
    const { boardId } = await marketOf(tx, marketId);
    const { isOn, daysBefore, daysAfter } = change;
    const template = change.template.trim();
    const problem = templateProblem(template);
    if (problem?.unknown) throw billingError('templateUnknownBlank', { blank: problem.unknown });
    if (problem?.missing) throw billingError('templateLacks', { blank: problem.missing });
    await tx.sql(
      `insert into billing.reminder_setting
         (board_id, market_id, is_on, days_before, days_after, template, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (board_id, market_id) do update
         set is_on = $3, days_before = $4, days_after = $5, template = $6, changed_by = $7,
             changed_at = $8`,
      [boardId, marketId, isOn, daysBefore, daysAfter, template, tx.actor.userId, this.clock.now()],
    );
    await this.audit.append(tx, {
      boardId,
      act: 'billing.setReminders',
      subject: `market:${marketId}`,
      after: { isOn, daysBefore, daysAfter, template },
    });
    return this.get(tx, marketId);
  }

  async wishOf(tx: Reading, vendorId: Id): Promise<ReminderWishDto> {
    await boardOfVendor(tx, vendorId);
    const rows = await tx.sql('select from billing.reminder_opt_out where vendor_id = $1', [
      vendorId,
    ]);
    return { wantsReminders: rows.length === 0 };
  }

  async setWish(
    tx: Tx,
    vendorId: Id,
    { wantsReminders }: ReminderWishDto,
  ): Promise<ReminderWishDto> {
    const boardId = await boardOfVendor(tx, vendorId);
    if (wantsReminders)
      await tx.sql('delete from billing.reminder_opt_out where vendor_id = $1', [vendorId]);
    else
      await tx.sql(
        `insert into billing.reminder_opt_out (board_id, vendor_id, asked_by, at)
         values ($1, $2, $3, $4) on conflict do nothing`,
        [boardId, vendorId, tx.actor.userId, this.clock.now()],
      );
    await this.audit.append(tx, {
      boardId,
      act: 'billing.setReminderWish',
      subject: `vendor:${vendorId}`,
      after: { wantsReminders },
    });
    return { wantsReminders };
  }
}

async function boardOfVendor(tx: Reading, vendorId: Id): Promise<Id> {
  const [vendor] = await tx.sql<{ boardId: Id }>(
    'select board_id as "boardId" from tenancy.v_vendor where vendor_id = $1',
    [vendorId],
  );
  if (!vendor) throw billingError('vendorNotFound', { vendorId });
  return vendor.boardId;
}
