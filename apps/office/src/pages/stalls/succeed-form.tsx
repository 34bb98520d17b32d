import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import type { Stall } from './stall-values';
import { OtherStalls, PartFields } from './succeed-fields';
import { bodyOf, type Kind, type SucceedValues, valuesOf } from './succeed-values';

interface SucceedFormProps {
  stall: Stall;
  kind: Kind;
  onClose: () => void;
}

/** Splits, merges, relocates or closes a stall. It is mounted when it opens. */
export function SucceedForm({ stall, kind, onClose }: SucceedFormProps) {
  const t = useTranslations('stalls.successions');
  const rules = useRules();
  const form = useForm<SucceedValues>({
    initialValues: valuesOf(stall, kind, likelyToday()),
    validate: {
      beginsOn: rules.day,
      reason: rules.required,
      parts: { code: rules.required, areaM2: rules.required },
    },
  });
  const submit = useSubmit<SucceedValues, unknown>({
    send: (values, key) =>
      answer(
        api.POST('/api/v1/markets/{id}/stall-successions', {
          params: { path: { id: stall.marketId } },
          body: { ...bodyOf(stall, kind, values), id: key },
          ...once(key),
        }),
      ),
    invalidates: [
      '/api/v1/stalls/{id}',
      '/api/v1/markets/{id}/stalls',
      '/api/v1/markets/{id}/stall-map',
      '/api/v1/markets/{id}/stall-successions',
      '/api/v1/markets/{id}',
    ],
  });
  return (
    <FormDrawer
      title={t(`kindOf.${kind}`, { code: stall.code })}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{
        'markets.successionInFuture': 'beginsOn',
        'markets.successionBeforeStall': 'beginsOn',
      }}
      saveLabel={t(`kindValue.${kind}`)}
      savedMessage={t('saved')}
    >
      {kind === 'merge' && <OtherStalls form={form} stall={stall} />}
      <PartFields form={form} marketId={stall.marketId} mayGrow={kind === 'split'} />
      <DateInput
        label={t('on')}
        description={t(kind === 'close' ? 'closeHint' : 'onHint')}
        {...form.getInputProps('beginsOn')}
      />
      <Textarea label={t('reason')} autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
