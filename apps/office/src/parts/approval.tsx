import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { type Permission, useMay, useSession } from '../api/session';
import { useSubmit } from '../api/use-submit';
import { ConfirmDialog } from './confirm-dialog';
import { StatusBadge } from './status-badge';
import { SubmitError } from './submit-error';
import { toast } from './toast';

interface ApprovalProps {
  /** Who proposed it: somebody else approves. */
  createdBy: string;
  needs: Permission;
  /** What is asked before it is approved. */
  title: string;
  children: ReactNode;
  approve: (key: string) => Promise<unknown>;
  invalidates: readonly string[];
  done: string;
}

/** Whether somebody who asked for it, or lacks the right, must leave it to another person. */
export function useWaitsFor(createdBy: string, needs: Permission): 'another' | 'approver' | null {
  const { user } = useSession();
  const mayApprove = useMay(needs);
  if (!mayApprove) return 'approver';
  return user.id === createdBy ? 'another' : null;
}

/** Why there is no button: said before the server would refuse. */
export function WaitsFor({ whom }: { whom: 'another' | 'approver' }) {
  const t = useTranslations('parts.approval');
  const words = whom === 'another' ? 'notOwn' : 'byAnother';
  return <StatusBadge tone="waiting">{t(words)}</StatusBadge>;
}

/** The state of what waits for a second person: whoever may approve it does so here. */
export function Approval(props: ApprovalProps) {
  const t = useTranslations('parts.approval');
  const [isAsking, { open, close }] = useDisclosure(false);
  const waitsFor = useWaitsFor(props.createdBy, props.needs);
  if (waitsFor) return <WaitsFor whom={waitsFor} />;
  return (
    <>
      <Button size="compact-sm" leftSection={<IconCheck size={15} />} onClick={open}>
        {t('approve')}
      </Button>
      {isAsking && <Question {...props} onClose={close} />}
    </>
  );
}

function Question(props: ApprovalProps & { onClose: () => void }) {
  const { title, children, approve, invalidates, done, onClose } = props;
  const t = useTranslations('parts.approval');
  const submit = useSubmit({
    send: (_: undefined, key) => approve(key),
    invalidates,
    onDone: () => {
      toast(done);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      title={title}
      confirmLabel={t('approve')}
      isBusy={submit.isPending}
      onCancel={onClose}
      onConfirm={() => submit.mutate(undefined)}
    >
      <SubmitError error={submit.error} />
      {children}
    </ConfirmDialog>
  );
}
