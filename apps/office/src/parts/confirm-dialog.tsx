import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { DialogHead } from './dialog-head';
import { useLastShown } from './last-shown';

interface ConfirmDialogProps {
  isOpen: boolean;
  title: string;
  children?: ReactNode;
  confirmLabel?: string;
  isDangerous?: boolean;
  isBusy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks once more before what cannot be taken back; the button says what it does, not "OK". */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations('act');
  const { title, children, confirmLabel } = useLastShown(props);
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onCancel}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': title } }}
      centered
    >
      <DialogHead title={title} onClose={props.onCancel} />
      {children}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={props.onCancel}>
          {t('cancel')}
        </Button>
        <Button
          color={props.isDangerous ? 'red' : undefined}
          loading={props.isBusy}
          onClick={props.onConfirm}
        >
          {confirmLabel ?? t('confirm')}
        </Button>
      </Group>
    </Modal>
  );
}
