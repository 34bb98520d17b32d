import { CloseButton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import css from './toast.module.css';

interface Toast {
  id: number;
  message: string;
}

const SHOWN_MS = 6000;
let toasts: readonly Toast[] = [];
let nextId = 1;
const watchers = new Set<() => void>();

function setToasts(changed: readonly Toast[]): void {
  toasts = changed;
  for (const watcher of watchers) watcher();
}

const dismiss = (id: number) => setToasts(toasts.filter((one) => one.id !== id));

/** Says that something was done, in the corner and to screen readers; it leaves by itself. */
export function toast(message: string): void {
  const id = nextId;
  nextId += 1;
  setToasts([...toasts, { id, message }]);
  setTimeout(dismiss, SHOWN_MS, id);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Where toasts appear; stands once, in the shell, so that the live region exists beforehand. */
export function Toasts() {
  const t = useTranslations('act');
  const shown = useSyncExternalStore(watch, () => toasts);
  return (
    <div className={css.toasts} role="status">
      {shown.map(({ id, message }) => (
        <div key={id} className={css.toast}>
          <IconCircleCheck size={20} aria-hidden="true" />
          {message}
          <CloseButton aria-label={t('close')} onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
