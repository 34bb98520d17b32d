import { Button, Checkbox, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiError } from '../../api/error';
import { answer, api } from '../../api/client';
import { useMay } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { useErrorSentence } from '../../messages/error-sentence';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { Section } from '../../parts/page';
import { EmptyState } from '../../parts/states';
import { StatusBadge } from '../../parts/status-badge';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import css from './closing.module.css';
import type { PeriodView } from './period-page';

type Item = PeriodView['items'][number];

interface ChecklistProps {
  boardId: string;
  period: PeriodView;
}

/** What stands open; of an open month each remark is read and ticked before it can be closed. */
export function Checklist({ boardId, period }: ChecklistProps) {
  const t = useTranslations('closing.period');
  const mayClose = useMay('closing.close') && !period.closed;
  const [read, setRead] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const { items, closed } = period;
  const tick = (code: string, isRead: boolean) =>
    setRead(isRead ? [...read, code] : read.filter((each) => each !== code));
  const isReady =
    items.every((item) => item.weight === 'remark' && read.includes(item.code)) &&
    (items.length === 0 || note.trim() !== '');
  return (
    <Section
      title={t(closed ? 'checklistClosed' : 'checklist')}
      hint={closed ? undefined : t('checklistHint')}
    >
      <Stack gap="md">
        {items.length === 0 && <EmptyState title={t('nothingOpen')} hint={t('nothingOpenHint')} />}
        <ul className={css.items}>
          {items.map((item) => (
            <ItemRow
              key={`${item.code} ${JSON.stringify(item.facts)}`}
              item={item}
              isRead={read.includes(item.code)}
              onRead={mayClose ? (isRead) => tick(item.code, isRead) : undefined}
            />
          ))}
        </ul>
        {closed && closed.note !== '' && (
          <Text>
            {t('noteWas')}: {closed.note}
          </Text>
        )}
        {mayClose && items.length > 0 && (
          <Textarea
            label={t('note')}
            description={t('noteHint')}
            maxLength={1000}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        {mayClose && (
          <CloseButton
            boardId={boardId}
            month={period.month}
            isReady={isReady}
            said={{ read, note }}
          />
        )}
      </Stack>
    </Section>
  );
}

interface ItemRowProps {
  item: Item;
  isRead: boolean;
  /** Not given: it is only shown. */
  onRead: ((isRead: boolean) => void) | undefined;
}

function ItemRow({ item: { code, weight, facts }, isRead, onRead }: ItemRowProps) {
  const t = useTranslations('closing.period');
  const sentence = useErrorSentence();
  const words = sentence(new ApiError(409, `closing.${code}`, factsOf(facts)));
  return (
    <li className={css.item}>
      <StatusBadge tone={weight === 'blocks' ? 'bad' : 'attention'}>{t(weight)}</StatusBadge>
      {onRead && weight === 'remark' ? (
        <Checkbox
          label={words}
          aria-label={t('wasRead', { item: words })}
          checked={isRead}
          onChange={(event) => onRead(event.currentTarget.checked)}
        />
      ) : (
        <span>{words}</span>
      )}
    </li>
  );
}

// The api says only that facts are an object; sentences take plain values.
const factsOf = (facts: Item['facts']) =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : String(value),
    ]),
  );

interface CloseButtonProps {
  boardId: string;
  month: string;
  isReady: boolean;
  said: { read: readonly string[]; note: string };
}

function CloseButton({ boardId, month, isReady, said }: CloseButtonProps) {
  const t = useTranslations('closing.period');
  const shown = useFormat().month(month);
  const [isAsking, { open, close }] = useDisclosure(false);
  const closing = useSubmit({
    send: (body: { month: string; acknowledged: string[]; note: string }, key) => {
      const path = { id: boardId };
      return answer(
        api.POST('/api/v1/boards/{id}/periods', { params: { path }, body, ...once(key) }),
      );
    },
    invalidates: ['/api/v1/boards/{id}/periods', '/api/v1/boards/{id}/periods/month'],
    onDone: () => {
      close();
      toast(t('done', { month: shown }));
    },
  });
  return (
    <div>
      <Button
        leftSection={<IconLock size={18} aria-hidden="true" />}
        disabled={!isReady}
        onClick={open}
      >
        {t('close', { month: shown })}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('confirm', { month: shown })}
        confirmLabel={t('close', { month: shown })}
        isDangerous
        isBusy={closing.isPending}
        onCancel={close}
        onConfirm={() => closing.mutate({ month, acknowledged: [...said.read], note: said.note })}
      >
        <SubmitError error={closing.error} />
        <p>{t('confirmText')}</p>
      </ConfirmDialog>
    </div>
  );
}
