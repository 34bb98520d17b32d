import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { useFormat } from '../../format';
import { useScope } from '../../scope';
import { ReceiveBook } from './receive-book';

type Book = ItemOf<'/api/v1/ticket-books'>;

export function TicketBooksPage() {
  const t = useTranslations('ticketBooks');
  const { market } = useScope();
  const [isReceiving, { open, close }] = useDisclosure(false);
  const receive = useMay('cash.count') && (
    <Button leftSection={<IconPlus size={17} />} onClick={open}>
      {t('receive')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={receive} />
      <PagedTable<Book>
        key={market?.id}
        label={t('title')}
        read={({ page, filters: { open: isOpen } }) =>
          reading('/api/v1/ticket-books', {
            query: { ...page, marketId: market?.id, isOpen: isOpen === 'yes' || undefined },
          })
        }
        columns={useColumns()}
        filters={[
          { name: 'open', label: t('all'), options: [{ value: 'yes', label: t('onlyOpen') }] },
        ]}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/ticket-books/$id', params: { id } })}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: receive }}
      />
      {isReceiving && <ReceiveBook marketId={market?.id} onClose={close} />}
    </>
  );
}

function useColumns(): readonly Column<Book>[] {
  const t = useTranslations('ticketBooks');
  const format = useFormat();
  const count = (key: 'inStock' | 'issued' | 'sold' | 'spoiled' | 'lost'): Column<Book> => ({
    key,
    title: t(key),
    align: 'right',
    cell: (book) => format.count(book[key]),
  });
  return [
    { key: 'series', title: t('series'), cell: ({ series }) => <code>{series}</code> },
    {
      key: 'serials',
      title: t('serials'),
      cell: ({ firstSerial, lastSerial }) =>
        t('range', { first: String(firstSerial), last: String(lastSerial) }),
    },
    {
      key: 'price',
      title: t('price'),
      align: 'right',
      cell: ({ price }) => <Money amount={price} />,
    },
    count('inStock'),
    count('issued'),
    count('sold'),
    {
      key: 'soldVnd',
      title: t('soldVnd'),
      align: 'right',
      cell: ({ soldVnd }) => <Money amount={soldVnd} />,
    },
    { ...count('spoiled'), isWideOnly: true },
    { ...count('lost'), isWideOnly: true },
    { key: 'market', title: t('market'), cell: ({ marketName }) => marketName, isWideOnly: true },
  ];
}
