import { Modal } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { DialogHead } from '../../parts/dialog-head';
import css from './queue.module.css';
import { queueKeys } from './queue-keys';

/** Every key of the workbench with what it does. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('queue');
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('keysTitle') } }}
      centered
    >
      <DialogHead title={t('keysTitle')} onClose={onClose} />
      <dl className={css.keys}>
        {queueKeys.map(([act, ...keys]) => (
          <div key={act}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`act.${act}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
