import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { Section } from '../../parts/page';
import { useScope } from '../../scope';

/** How much cash a collector may hold before handing in; set by the board's head. */
export function CeilingSection() {
  const { boardId } = useScope();
  return boardId ? <CeilingOf boardId={boardId} /> : null;
}

function CeilingOf({ boardId }: { boardId: string }) {
  const t = useTranslations('safe.ceiling');
  const format = useFormat();
  const mayManage = useMay('cash.manage');
  const [isSetting, { open, close }] = useDisclosure(false);
  const ceiling = useQuery(reading('/api/v1/boards/{id}/cash-ceiling', { path: { id: boardId } }));
  if (!ceiling.data) return null;
  const { amount, setByName } = ceiling.data;
  const change = mayManage && (
    <Button size="compact-sm" variant="light" onClick={open}>
      {t('change')}
    </Button>
  );
  const said = amount === null ? t('none') : t('is', { amount: format.money(amount) });
  return (
    <Section title={t('title')} hint={t('hint')} aside={change}>
      <p>
        {said} {setByName && <small>{t('setBy', { name: setByName })}</small>}
      </p>
      {isSetting && <SetCeiling boardId={boardId} amount={amount} onClose={close} />}
    </Section>
  );
}

interface SetCeilingProps {
  boardId: string;
  amount: number | null;
  onClose: () => void;
}

function SetCeiling({ boardId, amount, onClose }: SetCeilingProps) {
  const t = useTranslations('safe.ceiling');
  const form = useForm<{ amount: number | null }>({ initialValues: { amount } });
  const submit = useSubmit({
    send: (body: { amount: number | null }) =>
      answer(
        api.PUT('/api/v1/boards/{id}/cash-ceiling', { params: { path: { id: boardId } }, body }),
      ),
    invalidates: ['/api/v1/boards/{id}/cash-ceiling'],
  });
  return (
    <FormDrawer
      title={t('change')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      savedMessage={t('saved')}
    >
      <MoneyInput
        label={t('amount')}
        description={t('amountHint')}
        data-autofocus
        {...form.getInputProps('amount')}
      />
    </FormDrawer>
  );
}
