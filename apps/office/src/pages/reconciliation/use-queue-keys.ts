import { useEffect, useEffectEvent } from 'react';
import type { QueueAct } from './queue-keys';

const ACTS: Readonly<Record<string, QueueAct>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Enter: 'accept',
  a: 'assign',
  s: 'split',
  c: 'classify',
  u: 'undo',
  '?': 'keys',
};

/** Typing is typing; Enter on a button or a link is that button's, save on the record in hand. */
function isTakenBy(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, textarea, select, [role="radiogroup"], [contenteditable]'))
    return true;
  return key === 'Enter' && target.closest('button:not([aria-current]), a') !== null;
}

interface Keys {
  /** Off while a dialog is open: its keys are its own. */
  isOn: boolean;
  onAct: (act: QueueAct) => void;
  /** A suggestion by its number, from 0. */
  onChoose: (place: number) => void;
}

/** The workbench by keyboard alone. */
export function useQueueKeys({ isOn, onAct, onChoose }: Keys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, target, isComposing } = event;
    if (ctrlKey || metaKey || altKey || isComposing || isTakenBy(target, key)) return;
    const act = ACTS[key.length === 1 ? key.toLowerCase() : key];
    if (!act && !/^[1-9]$/.test(key)) return;
    event.preventDefault();
    if (act) onAct(act);
    else onChoose(Number(key) - 1);
  });
  useEffect(() => {
    if (!isOn) return undefined;
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
}
