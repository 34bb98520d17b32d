import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useFormat } from '../../format';
import { Money } from '../../parts/figures';
import { Tiles } from '../../parts/page';
import { StatTile } from '../../parts/stat-tile';

const AGES = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90'] as const;

/** The whole list by age, and the ledger's figure it adds up to. */
export function AgeingTiles({ marketId, asOf }: { marketId?: string; asOf: string }) {
  const t = useTranslations('debts');
  const format = useFormat();
  const query = { marketId, asOf, by: 'market', limit: 1 } as const;
  const { data } = useQuery(reading('/api/v1/arrears', { query }));
  const sums = data?.sums;
  return (
    <>
      <Tiles>
        {AGES.map((age) => (
          <StatTile
            key={age}
            label={t(`age.${age}`)}
            value={<Money amount={sums?.[age] ?? 0} />}
            tone={toneOf(age, sums?.[age] ?? 0)}
            isLoading={!sums}
          />
        ))}
      </Tiles>
      {sums && (
        <Text mb="md">
          {t.rich('arrears.receivable', {
            amount: format.money(sums.receivable),
            total: format.money(sums.total),
            credit: format.money(sums.credit),
            strong: (words) => <strong>{words}</strong>,
          })}
        </Text>
      )}
    </>
  );
}

function toneOf(age: (typeof AGES)[number], amount: number) {
  if (amount === 0 || age === 'notDue') return 'plain';
  return age === 'over90' ? 'bad' : age === 'upTo30' ? 'plain' : 'attention';
}
