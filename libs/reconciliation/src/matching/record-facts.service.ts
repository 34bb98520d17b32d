import { Wallets } from '@cho40/banking';
import type { Id } from '@cho40/kernel';
import { Sealer, type Reading } from '@cho40/platform';
import { codeFinder } from '@cho40/vietqr';
import { Injectable } from '@nestjs/common';
import type { Known } from '../domain/decide';
import { plain } from '../domain/plain';
import { classesOf, type Rule, type RuledRecord } from '../domain/rule';
import { rulesOn } from '../rules/rules.queries';
import { walletLooks } from '../settlements/batches.queries';
import { addresseesOf } from '../virtual-accounts/addressees.queries';
import { foundIn, type FoundInText } from './found';
import { prefixOwners, probesAmong, subjectsOf, type OpenRecord } from './open-records.queries';

/** A record with all that is known of it when it is decided on. */
export interface KnownRecord extends Known {
  readonly record: OpenRecord;
  readonly found: FoundInText;
}

const NOTHING: FoundInText = { codes: [], repairs: [], broken: [], hasOtherBroken: false };

/** Collects what is known of records: for the rule, and for whoever is shown why. */
@Injectable()
export class RecordFacts {
  constructor(private readonly sealer: Sealer) {}

  /** One round of questions for all of them, in the order given. */
  async of(tx: Reading, boardId: Id, records: readonly OpenRecord[]): Promise<KnownRecord[]> {
    const prefixes = await prefixOwners(tx);
    const finder = codeFinder(prefixes.keys());
    const seen = records.map((record) => ({
      record,
      found: record.direction === 'in' ? foundIn(finder, record.content) : NOTHING,
    }));
    const codes = seen.flatMap(({ record: { recordId, bookedOn }, found }) =>
      found.codes.map((code) => ({ recordId, bookedOn, code })),
    );
    const subjects = await subjectsOf(tx, boardId, codes);
    const addressees = await addresseesOf(tx, boardId, records);
    const rules = await rulesOn(tx, boardId);
    const probes = await probesAmong(tx, boardId, records);
    const wallets = await walletLooks(tx, boardId);
    return seen.map(({ record, found }) => ({
      record,
      boardId,
      direction: record.direction,
      amount: record.amount,
      found,
      subjects: subjects.get(record.recordId) ?? new Map(),
      prefixes,
      addressed: addressees.get(record.recordId) ?? null,
      isWalletCredit: wallets.some((wallet) => Wallets.looksLike(wallet, record)),
      ruled: rules.length > 0 ? classesOf(rules, this.ruled(record, rules)) : [],
      isProbe: probes.has(record.recordId),
    }));
  }

  /** A record as rules see it; the hash is made only where a rule asks for it. */
  ruled({ direction, content, counterAccount }: OpenRecord, rules: readonly Rule[]): RuledRecord {
    const asks = counterAccount !== null && rules.some((rule) => rule.accountPrint !== null);
    const accountPrint = asks ? this.sealer.print(plain(counterAccount)).toString('hex') : null;
    return { direction, plainText: plain(content), accountPrint };
  }
}
