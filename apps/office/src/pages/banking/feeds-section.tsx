import { Button } from '@mantine/core';
import { IconKey, IconPlayerStop, IconPlus, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { InstantText } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { EmptyState, ErrorState } from '../../parts/states';
import { StatusBadge } from '../../parts/status-badge';
import css from './banking.module.css';
import { EndFeed, RotateFeed } from './change-feed';
import { OpenFeed } from './open-feed';
import type { Feed } from './providers';
import { EndPull, PullFeed } from './pull-feed';
import { PullState } from './pull-state';
import { type OpenedFeed, ShownSecret } from './shown-secret';

interface Doing {
  what: 'rotate' | 'end' | 'pull' | 'endPull';
  feed: Feed;
}

/** The doors through which the bank's messages come. */
export function FeedsSection() {
  const t = useTranslations('banking.feeds');
  const feeds = useQuery(reading('/api/v1/feeds', {}));
  const [doing, setDoing] = useState<Doing | 'open'>();
  const [opened, setOpened] = useState<OpenedFeed>();
  const mayWrite = useMay('banking.write');
  const columns = useColumns(mayWrite ? setDoing : undefined);
  const stop = () => setDoing(undefined);
  const show = (feed: OpenedFeed) => {
    stop();
    setOpened(feed);
  };
  const add = mayWrite && (
    <Button variant="light" leftSection={<IconPlus size={17} />} onClick={() => setDoing('open')}>
      {t('open')}
    </Button>
  );
  return (
    <Section title={t('title')} hint={t('hint')} aside={add}>
      {feeds.isError && <ErrorState error={feeds.error} onRetry={() => void feeds.refetch()} />}
      {feeds.data?.total === 0 && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
      {!feeds.isError && feeds.data?.total !== 0 && (
        <RowsTable
          label={t('title')}
          rows={feeds.data?.items}
          columns={columns}
          keyOf={({ id }) => id}
        />
      )}
      {doing === 'open' && <OpenFeed onClose={stop} onOpened={show} />}
      {doing && doing !== 'open' && <Change doing={doing} onClose={stop} onOpened={show} />}
      {opened && <ShownSecret feed={opened} onClose={() => setOpened(undefined)} />}
    </Section>
  );
}

interface ChangeProps {
  doing: Doing;
  onClose: () => void;
  onOpened: (feed: OpenedFeed) => void;
}

function Change({ doing: { what, feed }, onClose, onOpened }: ChangeProps) {
  if (what === 'rotate') return <RotateFeed feed={feed} onClose={onClose} onOpened={onOpened} />;
  if (what === 'pull') return <PullFeed feed={feed} onClose={onClose} />;
  if (what === 'endPull') return <EndPull feed={feed} onClose={onClose} />;
  return <EndFeed feedId={feed.id} onClose={onClose} />;
}

function useColumns(act: ((doing: Doing) => void) | undefined): readonly Column<Feed>[] {
  const t = useTranslations('banking.feeds');
  const columns: Column<Feed>[] = [
    {
      key: 'auth',
      title: t('auth'),
      cell: ({ provider, auth }) => `${t(`providerValue.${provider}`)} · ${t(`authValue.${auth}`)}`,
    },
    {
      key: 'created',
      title: t('createdAt'),
      cell: ({ createdAt }) => <InstantText at={createdAt} />,
    },
    {
      key: 'last',
      title: t('lastDeliveryAt'),
      cell: ({ lastDeliveryAt }) =>
        lastDeliveryAt ? <InstantText at={lastDeliveryAt} /> : t('never'),
    },
    { key: 'state', title: t('state'), cell: (feed) => <FeedState feed={feed} /> },
    { key: 'pull', title: t('pull.title'), cell: (feed) => <PullState feed={feed} /> },
  ];
  if (!act) return columns;
  const buttons = (feed: Feed) => (feed.endedAt ? '—' : <FeedActions feed={feed} act={act} />);
  return [...columns, { key: 'actions', title: t('actions'), align: 'right', cell: buttons }];
}

interface FeedActionsProps {
  feed: Feed;
  act: (doing: Doing) => void;
}

function FeedActions({ feed, act }: FeedActionsProps) {
  const t = useTranslations('banking.feeds');
  const isPulled = feed.pull !== null && feed.pull.state !== 'off';
  const look = { size: 'compact-sm', variant: 'subtle' } as const;
  return (
    <span className={css.actions}>
      {feed.isAskable && (
        <Button
          {...look}
          leftSection={<IconRefresh size={15} />}
          onClick={() => act({ what: 'pull', feed })}
        >
          {t(isPulled ? 'pull.change' : 'pull.set')}
        </Button>
      )}
      {isPulled && (
        <Button {...look} color="red" onClick={() => act({ what: 'endPull', feed })}>
          {t('pull.end')}
        </Button>
      )}
      <Button
        {...look}
        leftSection={<IconKey size={15} />}
        onClick={() => act({ what: 'rotate', feed })}
      >
        {t('rotate')}
      </Button>
      <Button
        {...look}
        color="red"
        leftSection={<IconPlayerStop size={15} />}
        onClick={() => act({ what: 'end', feed })}
      >
        {t('end')}
      </Button>
    </span>
  );
}

function FeedState({ feed }: { feed: Feed }) {
  const t = useTranslations('banking.feeds');
  const format = useFormat();
  if (feed.endedAt) return <StatusBadge tone="quiet">{t('ended')}</StatusBadge>;
  const { previousUntil } = feed;
  const isRotating = previousUntil !== null && Date.parse(previousUntil) > Date.now();
  return isRotating ? (
    <StatusBadge tone="waiting">
      {t('rotating', { until: format.instant(previousUntil) })}
    </StatusBadge>
  ) : (
    <StatusBadge tone="good">{t('live')}</StatusBadge>
  );
}
