import { Alert, Button, CopyButton, Group, Modal, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { DialogHead } from '../../parts/dialog-head';
import css from './banking.module.css';

export interface OpenedFeed {
  id: string;
  url: string;
  /** null where the provider made it. */
  secret: string | null;
}

/** Shows a feed's secret once: it closes by its button alone, not by a slip beside it. */
export function ShownSecret({ feed, onClose }: { feed: OpenedFeed; onClose: () => void }) {
  const t = useTranslations('banking.feeds');
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      attributes={{ content: { 'aria-label': t('secretTitle') } }}
      size="lg"
      centered
    >
      <DialogHead title={t('secretTitle')} onClose={onClose} />
      <Stack gap="md">
        <Alert color="yellow" icon={<IconAlertTriangle />}>
          {t(feed.secret === null ? 'urlText' : 'secretText')}
        </Alert>
        <Copied label={t('url')} text={`${globalThis.location.origin}${feed.url}`} />
        {feed.secret !== null && <Copied label={t('secret')} text={feed.secret} />}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('done')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Copied({ label, text }: { label: string; text: string }) {
  const t = useTranslations('banking.feeds');
  return (
    <div className={css.secret}>
      <b>{label}</b>
      <div className={css.secretLine}>
        <code>{text}</code>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              variant="light"
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
              aria-label={`${copied ? t('copied') : t('copy')}: ${label}`}
            >
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  );
}
