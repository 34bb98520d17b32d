import { Drawer } from '@mantine/core';
import { useTranslations } from 'use-intl';
import css from './shell.module.css';
import { SideNav } from './side-nav';

/** The navigation as a drawer, where the window is too narrow for it to stand. */
export function PhoneNav({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('shell');
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="left"
      size="17rem"
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('navigation') } }}
      padding={0}
      classNames={{ content: css.drawer }}
    >
      <SideNav onChoose={onClose} idPrefix="phone" />
    </Drawer>
  );
}
