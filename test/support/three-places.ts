import type { Id } from '@cho40/kernel';
import { newId, SYSTEM_BOARD, systemActor, type Tx } from '@cho40/platform';
import { Feeds } from '@cho40/banking';
import { Users } from '@cho40/identity';
import { BoardFacts, unitFact, type LeaseFact } from './board-facts';
import { hangCard } from './hung-card';
import { PASSWORD, type TestApi } from './test-api';
import { priceTickets } from './ticket-market';

/** One market with a row of everything that hangs on it. */
export interface Place {
  readonly boardId: Id;
  readonly communeId: string;
  readonly marketId: Id;
  readonly zoneId: Id;
  readonly stallId: Id;
  readonly vendorId: Id;
  readonly leaseId: Id;
  readonly tariffId: Id;
  readonly decisionId: Id;
  readonly billId: Id;
  readonly reliefId: Id;
  readonly depositUseId: Id;
  readonly recordId: Id;
  readonly receiptId: Id;
  readonly paymentId: Id;
  readonly shiftId: Id;
  readonly accountId: Id;
  readonly feedId: Id;
  readonly deliveryId: Id;
  readonly questionId: Id;
  readonly userId: Id;
}

/** One's own market, a sister market of the same board, and a market of another district's board. */
export interface ThreePlaces {
  readonly own: Place;
  readonly sister: Place;
  readonly other: Place;
}

type Placed = Omit<Place, 'userId' | 'feedId' | 'deliveryId' | 'questionId'>;

interface Lot {
  readonly code: string;
  readonly communeId: string;
  readonly district: string;
}

export async function threePlaces(api: TestApi): Promise<ThreePlaces> {
  const [board, otherBoard] = [newId(), newId()];
  const write = <T>(boardId: Id, work: (tx: Tx) => Promise<T>) =>
    api.db.write(systemActor([boardId, SYSTEM_BOARD]), work);
  await write(board, units);
  const [own, sister] = await write(board, async (tx) => {
    const facts = await BoardFacts.of(tx, board, 'P08');
    return [
      await place(tx, facts, { code: 'OWN', communeId: 'C1', district: 'D026' }),
      await place(tx, facts, { code: 'SISTER', communeId: 'C2', district: 'D026' }),
    ] as const;
  });
  const other = await write(otherBoard, async (tx) =>
    place(tx, await BoardFacts.of(tx, otherBoard, 'P08'), {
      code: 'OTHER',
      communeId: 'C3',
      district: 'D027',
    }),
  );
  const withUser = async (at: Placed, username: string): Promise<Place> => {
    const scope = { scopeKind: 'market', scopeId: at.marketId } as const;
    const grants = [{ role: 'collector', ...scope }] as const;
    const user = { username, displayName: 'Người thu', password: PASSWORD, grants };
    return write(at.boardId, async (tx) => {
      const { id: userId } = await api.get(Users).create(tx, user);
      const { feedId } = await api.get(Feeds).open(tx, {
        boardId: at.boardId,
        provider: 'sepay',
        auth: 'hmac',
      });
      await layout(tx, at.boardId, feedId);
      const deliveryId = await delivery(tx, at.boardId, feedId);
      return { ...at, userId, feedId, deliveryId, questionId: await question(tx, at) };
    });
  };
  return {
    own: await withUser(own, 'user.own'),
    sister: await withUser(sister, 'user.sister'),
    other: await withUser(other, 'user.other'),
  };
}

/** A test that SePay sent. */
async function delivery(tx: Tx, boardId: Id, feedId: Id): Promise<Id> {
  const id = newId();
  const at = '2026-10-12T03:00:00Z';
  await tx.sql(`call banking.ensure_partitions('2026-10-01', 1)`);
  await tx.sql(
    `insert into banking.delivery (board_id, id, feed_id, received_at, verdict, headers, body)
     values ($1, $2, $3, $4, 'verified', '{}', '{"id":0,"transferAmount":0}')`,
    [boardId, id, feedId, at],
  );
  await tx.sql(
    `insert into banking.reading (board_id, delivery_id, received_at, feed_id, verdict)
     values ($1, $2, $4, $3, 'verified')`,
    [boardId, id, feedId, at],
  );
  return id;
}

/** Two records fit one row of a statement: a person is asked. */
async function question(tx: Tx, { boardId, accountId }: Placed): Promise<Id> {
  const id = newId();
  const row = { direction: 'in', amount: 70_000, bookedAt: '2026-10-12T03:00:00Z', content: '' };
  await tx.sql(
    `insert into banking.question (board_id, id, account_id, kind, source, source_id, content_hash,
       booked_on, facts, asked_at)
     values ($1, $2, $3, 'two-fit', 'statement', $2::uuid::text, '', '2026-10-12',
       $4, now())`,
    [boardId, id, accountId, JSON.stringify({ row })],
  );
  return id;
}

/** A statement's layout that was mapped by hand, under the feed's id. */
async function layout(tx: Tx, boardId: Id, feedId: Id): Promise<void> {
  await tx.sql(
    `insert into banking.layout (board_id, id, name, fingerprint, header, columns, signs,
       created_by_name, created_at)
     values ($1, $2, 'Sacombank', $2::uuid::text, '{Ngày,Số tiền,Nội dung}', '{}', 'bank', 'X', now())`,
    [boardId, feedId],
  );
}

async function units(tx: Tx): Promise<void> {
  await unitFact(tx, { id: 'P08', level: 'province' });
  for (const id of ['D026', 'D027']) await unitFact(tx, { id, level: 'district', parent: 'P08' });
  for (const id of ['C1', 'C2', 'C3'])
    await unitFact(tx, { id, level: 'commune', parent: 'P08', from: '2025-07-01' });
}

/** A certificate, a transfer and a claim that wait, all under the lease's own id. */
async function hangOnLease(tx: Tx, boardId: Id, leaseId: Id): Promise<void> {
  await tx.sql(
    `insert into tenancy.certificate (board_id, id, vendor_id, kind, number, issuer, issued_on)
     values ($1, $2, $2, 'health', '1', 'Trạm y tế', '2026-01-01')`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into tenancy.lease_transfer (board_id, id, lease_id, vendor_id, from_on, policy, reason,
       document_number, document_on, created_by)
     values ($1, $2, $2, $2, '2026-11-01', 'by-procedure', 'Chuyển điểm', '1', '2026-10-01', $3)`,
    [boardId, leaseId, newId()],
  );
  await tx.sql(
    `insert into reconciliation.claim (board_id, id, market_id, lease_id, amount, paid_at, told_by,
       channel, made_at, due_on)
     select board_id, id, market_id, id, 70000, '2026-10-12T03:00:00Z', 'Chị Lan', 'desk', now(),
            '2026-10-15'
       from tenancy.lease where board_id = $1 and id = $2`,
    [boardId, leaseId],
  );
}

/** A refund that somebody proposed. */
async function hangRefund(tx: Tx, boardId: Id, leaseId: Id): Promise<void> {
  await tx.sql(
    `insert into reconciliation.refund (board_id, id, market_id, lease_id, amount, payee, reason,
       proposed_by, proposed_by_name, proposed_at)
     select board_id, id, market_id, id, 1000, 'Chị Lan', 'nộp thừa', id, 'Kế toán', now()
       from tenancy.lease where board_id = $1 and id = $2`,
    [boardId, leaseId],
  );
}

/** A print that is made and a debt paper, both under the lease's own id. */
async function hangDebt(tx: Tx, boardId: Id, leaseId: Id): Promise<void> {
  await tx.sql(
    `insert into billing.bill_print (board_id, id, market_id, period, state, file, made_at)
     select board_id, id, market_id, '2026-10', 'done', '%PDF', now()
       from tenancy.lease where board_id = $1 and id = $2`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into billing.debt_paper (board_id, id, market_id, lease_id, kind, year, serial, number,
       as_of, amount, lines, made_at)
     select board_id, id, market_id, id, 'confirmation', 2026,
            (select count(*) + 1 from billing.debt_paper), 'BB', '2026-10-12', 0, '[]', now()
       from tenancy.lease where board_id = $1 and id = $2`,
    [boardId, leaseId],
  );
}

/** A wallet with one line of the market that waits for a person, all under the lease's own id. */
async function hangWallet(
  tx: Tx,
  { boardId, accountId }: Pick<BoardFacts, 'boardId' | 'accountId'>,
  { leaseId, marketId }: Pick<LeaseFact, 'leaseId' | 'marketId'>,
): Promise<void> {
  await tx.sql(
    `insert into banking.wallet (board_id, id, name, account_id, words, plain_words,
       created_by_name, created_at)
     values ($1, $2, $2::uuid::text, $3, 'VI CHO', 'VICHO', 'Kế toán', now())`,
    [boardId, leaseId, accountId],
  );
  await tx.sql(
    `insert into banking.settlement_file (board_id, id, wallet_id, file_name, file_sha256, file,
       layout, line_count, skipped_count, imported_by_name, imported_at)
     values ($1, $2, $2, 'vi.csv', $2::uuid::text::bytea, '', 'named', 1, 0, 'Kế toán', now())`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into banking.settlement_batch (board_id, id, wallet_id, number)
     values ($1, $2, $2, 'B1')`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into banking.settlement_line (board_id, id, wallet_id, batch_id, file_id, row_number,
       transaction_id, kind, amount, fee, net, paid_at, paid_on, content)
     values ($1, $2, $2, $2, $2, 1, 'T1', 'payment', 70000, 0, 70000, '2026-10-12T03:00:00Z',
       '2026-10-12', 'tien cho')`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into reconciliation.line_standing (board_id, line_id, amount, state, reason, evidence,
       market_id, booked_on, since)
     values ($1, $2, 70000, 'unmatched', 'stallVacant', '{}', $3, '2026-10-12', now())`,
    [boardId, leaseId, marketId],
  );
}

/** A meter of the stall, its reading with a picture and a correction that waits, under the lease's own id. */
async function hangMeter(tx: Tx, boardId: Id, { leaseId, stallId }: LeaseFact): Promise<void> {
  await tx.sql(
    `insert into billing.meter (board_id, id, market_id, fee_type, code, stall_id, installed_on,
       first_value)
     select board_id, $2, market_id, 'water', 'CT', id, '2026-01-01', 0
       from markets.stall where board_id = $1 and id = $3`,
    [boardId, leaseId, stallId],
  );
  await tx.sql(
    `insert into billing.meter_reading (board_id, id, market_id, meter_id, month, read_on, occasion,
       kind, value, has_rolled_over, service_from, usage, charged_to, known_value, recorded_at)
     select board_id, id, market_id, id, '2026-10', '2026-10-26', 'sheet', 'read', 5, false,
            '2026-01-01', 5, 5, 5, now()
       from billing.meter where board_id = $1 and id = $2`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into billing.meter_correction (board_id, id, market_id, reading_id, value,
       has_rolled_over, reason, requested_by, requested_at)
     select board_id, id, market_id, id, 4, false, 'Đọc nhầm', $3, now()
       from billing.meter where board_id = $1 and id = $2`,
    [boardId, leaseId, newId()],
  );
  await tx.sql(
    `insert into billing.meter_photo (board_id, reading_id, media_type, bytes, taken_at)
     values ($1, $2, 'image/png', '\\x89504e47', now())`,
    [boardId, leaseId],
  );
}

async function place(
  tx: Tx,
  facts: BoardFacts,
  { code, communeId, district }: Lot,
): Promise<Placed> {
  const communes = [{ id: communeId, from: '2025-07-01' }];
  const marketId = await facts.market(code, { district, communes });
  const lease = await facts.lease(marketId);
  const billId = await facts.bill(lease, '2026-10', 200_000);
  const on = '2026-10-12';
  const paymentId = await facts.paidByBank(lease, { amount: 50_000, on }, billId);
  await facts.paidInCash(lease, { amount: 30_000, on, collectorId: newId() }, billId);
  const [reliefId, depositUseId] = await besides(tx, facts, lease);
  const recordId = await facts.unmatched({ amount: 70_000, on, marketId });
  const [receipt] = await tx.sql<{ id: Id; shiftId: Id }>(
    'select id, shift_id as "shiftId" from cash.receipt where market_id = $1',
    [marketId],
  );
  const { id: receiptId, shiftId } = receipt ?? { id: newId(), shiftId: newId() };
  const { leaseId, stallId } = lease;
  await hangOnLease(tx, facts.boardId, leaseId);
  await hangMeter(tx, facts.boardId, lease);
  await hangDebt(tx, facts.boardId, leaseId);
  await hangRefund(tx, facts.boardId, leaseId);
  await hangPaymentReceipt(tx, leaseId, paymentId);
  await hangIncident(tx, leaseId, receiptId);
  await hangTicket(tx, facts.boardId, { leaseId, marketId });
  await hangSafe(tx, facts, leaseId);
  await hangPayers(tx, facts, { leaseId, recordId });
  await hangCard(tx, facts, lease);
  await hangWallet(tx, facts, { leaseId, marketId });
  return {
    boardId: facts.boardId,
    communeId,
    marketId,
    // BoardFacts gives a market's zone and tariff the market's id, a lease's vendor the lease's.
    zoneId: marketId,
    tariffId: marketId,
    decisionId: facts.tariffId,
    stallId,
    leaseId,
    vendorId: leaseId,
    billId,
    reliefId,
    depositUseId,
    recordId,
    receiptId,
    paymentId,
    shiftId,
    accountId: facts.accountId,
  };
}

/** The numbered receipt of a bank payment. */
async function hangPaymentReceipt(tx: Tx, leaseId: Id, paymentId: Id): Promise<void> {
  await tx.sql(
    `insert into cash.payment_receipt (board_id, id, payment_id, number, amount, issued_on, issued_at)
     select board_id, $1, id, 'BN-2026-' || lpad((random() * 999999)::integer::text, 6, '0'),
            amount, '2026-11-23', '2026-11-23T02:00:00Z'
       from billing.payment where id = $2`,
    [leaseId, paymentId],
  );
}

/** A receipt of a copied phone that was refused. */
async function hangIncident(tx: Tx, leaseId: Id, receiptId: Id): Promise<void> {
  await tx.sql(
    `insert into cash.device_incident (board_id, id, market_id, device_id, device_number,
       standing_id, refused_id, lease_id, amount, collector_id, collector_name, taken_at, at)
     select board_id, lease_id, market_id, $2, 1, id, $2, lease_id, amount, collector_id,
            collector_name, taken_at, taken_at
       from cash.receipt where id = $1 and lease_id = $3`,
    [receiptId, newId(), leaseId],
  );
}

/** A ticket that waits for the bank, under the lease's own id. */
async function hangTicket(
  tx: Tx,
  boardId: Id,
  { leaseId, marketId }: Pick<LeaseFact, 'leaseId' | 'marketId'>,
): Promise<void> {
  await priceTickets(tx, { boardId, marketId });
  await tx.sql(
    `insert into billing.ticket (board_id, id, market_id, number, code, on_date, fee_type, unit,
       tariff_id, unit_price, amount, tax_amount, is_pass_through, way, issued_on, issued_at,
       issued_by_name, earned_on)
     select board_id, $3, market_id, 'PN-2026-' || lpad((select count(*) + 1
              from billing.ticket)::text, 6, '0'), upper(right($3::uuid::text, 12)),
            '2026-11-23', fee_type, unit, id, price, price, 0, is_pass_through, 'bank', '2026-11-23', now(), 'Người thu',
            '2026-11-23'
       from tariffs.tariff
      where board_id = $1 and market_id = $2 and fee_type = 'sanitation' and unit = 'session'`,
    [boardId, marketId, leaseId],
  );
  await hangTicketBook(tx, boardId, { leaseId, marketId });
}

/** A book of two stubs that the lease's own id holds. */
async function hangTicketBook(
  tx: Tx,
  boardId: Id,
  { leaseId, marketId }: Pick<LeaseFact, 'leaseId' | 'marketId'>,
): Promise<void> {
  await tx.sql(
    `insert into cash.ticket_book (board_id, id, market_id, series, first_serial, last_serial,
       fee_type, unit, price, received_on, received_at, received_by_name)
     values ($1, $2, $3, upper(right($2::uuid::text, 12)), 1, 2, 'space', 'session', 10000,
       '2026-10-01', now(), 'Thủ quỹ')`,
    [boardId, leaseId, marketId],
  );
  await tx.sql(
    `insert into cash.ticket_stub (board_id, series, serial, book_id, state, collector_id)
     select $1, upper(right($2::uuid::text, 12)), n, $2, case n when 1 then 'in-stock' else 'issued' end,
            case n when 2 then $2::uuid end
       from generate_series(1, 2) as n`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into cash.stub_move (board_id, id, book_id, act, first_serial, last_serial,
       collector_id, collector_name, on_date, at, by_name)
     values ($1, $2, $2, 'issued', 2, 2, $2, 'Người thu', '2026-10-01', now(), 'Người thu')`,
    [boardId, leaseId],
  );
}

/** What people said of payers and of kinds of money, under the lease's own id. */
async function hangPayers(
  tx: Tx,
  { boardId, accountId }: BoardFacts,
  { leaseId, recordId }: { leaseId: Id; recordId: Id },
): Promise<void> {
  await tx.sql(
    `insert into reconciliation.virtual_account (board_id, id, account_id, number, market_id,
       lease_id, valid_from, created_by, created_by_name, created_at)
     select board_id, id, $3, upper(right($2::uuid::text, 12)), market_id, id, '2026-10-01', $2,
            'Kế toán', now()
       from tenancy.lease where board_id = $1 and id = $2`,
    [boardId, leaseId, accountId],
  );
  await tx.sql(
    `insert into reconciliation.learned_payer (board_id, id, account_print, account_sealed,
       account_last4, market_id, lease_id, record_id, learned_by, learned_by_name, learned_at)
     select board_id, id, sha256($2::uuid::text::bytea), '', '6789', market_id, id, $3, $2,
            'Kế toán', now()
       from tenancy.lease where board_id = $1 and id = $2`,
    [boardId, leaseId, recordId],
  );
  await tx.sql(
    `insert into reconciliation.rule (board_id, id, direction, words, plain_words, class, created_by,
       created_by_name, created_at)
     values ($1, $2, 'in', 'vay', 'VAYVON', 'loan', $2, 'Kế toán', now())`,
    [boardId, leaseId],
  );
}

/** Something counted, something on the way to the bank, and a count of the safe. */
async function hangSafe(tx: Tx, { boardId, accountId }: BoardFacts, leaseId: Id): Promise<void> {
  await tx.sql(
    `insert into cash.hand_in (board_id, id, collector_id, collector_name, cashier_id, cashier_name,
       amount, expected, counted_at, counted_on)
     values ($1, $2, $3, 'Người thu', $2, 'Thủ quỹ', 10000, 10000, now(), '2026-10-12')`,
    [boardId, leaseId, newId()],
  );
  const number = `2026-${String((papers += 1)).padStart(5, '0')}`;
  await tx.sql(
    `insert into cash.deposit (board_id, id, number, account_id, amount, notes, carrier_name,
       cashier_id, cashier_name, left_at, left_on)
     values ($1, $2, 'NT-' || $3, $4, 10000, '[]', 'Người đi', $2, 'Thủ quỹ', now(), '2026-10-12')`,
    [boardId, leaseId, number, accountId],
  );
  await tx.sql(
    `insert into cash.safe_count (board_id, id, number, counted, booked, notes, witness_name, remark,
       cashier_id, cashier_name, counted_at, counted_on, difference)
     values ($1, $2, 'KK-' || $3, 0, 0, '[]', 'Kế toán', '', $2, 'Thủ quỹ', now(), '2026-10-12', 0)`,
    [boardId, leaseId, number],
  );
}
let papers = 0;

/** A relief somebody proposed, and a paid deposit of which a part was given back. */
async function besides(tx: Tx, facts: BoardFacts, lease: LeaseFact): Promise<[Id, Id]> {
  const { boardId } = facts;
  const { marketId, leaseId } = lease;
  const [reliefId, useId] = [newId(), newId()];
  await tx.sql(
    `insert into billing.relief (board_id, id, market_id, kind, document, document_on, reason,
       percent, from_on, to_on, proposed_by, proposed_at)
     values ($1, $2, $3, 'relief', '12/QĐ', '2026-10-01', 'Lũ quét', 50, '2026-10-01',
       '2026-10-31', $2, now())`,
    [boardId, reliefId, marketId],
  );
  await tx.sql(
    'insert into billing.relief_target (board_id, relief_id, lease_id) values ($1, $2, $3)',
    [boardId, reliefId, leaseId],
  );
  const depositId = await facts.deposit(lease, 40_000);
  const paid = { amount: 40_000, on: '2026-10-12', collectorId: newId() };
  await facts.paidInCash(lease, paid, depositId);
  await tx.sql(
    `insert into billing.deposit_use (board_id, id, lease_id, kind, amount, reason, on_date, at)
     values ($1, $2, $3, 'give-back', 10000, 'trả lại', '2026-10-13', now())`,
    [boardId, useId, leaseId],
  );
  return [reliefId, useId];
}
