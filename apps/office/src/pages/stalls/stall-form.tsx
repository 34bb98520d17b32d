import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { StallFields } from './stall-fields';
import { bodyOf, type Stall, type StallValues, valuesOf } from './stall-values';

interface StallFormProps {
  marketId: string;
  /** The one to correct; without it one is added. */
  stall?: Stall;
  onClose: () => void;
}

/** Adds or corrects a stall. It is mounted when it opens. */
export function StallForm({ marketId, stall, onClose }: StallFormProps) {
  const t = useTranslations('stalls');
  const rules = useRules();
  const form = useForm<StallValues>({
    initialValues: valuesOf(stall),
    validate: {
      code: rules.required,
      zoneId: rules.required,
      areaM2: rules.required,
      goodsGroup: rules.required,
    },
  });
  const submit = useSubmit<StallValues, unknown>({
    send: (values, key) => {
      const body = bodyOf(values);
      return stall
        ? answer(api.PATCH('/api/v1/stalls/{id}', { params: { path: { id: stall.id } }, body }))
        : answer(
            api.POST('/api/v1/markets/{id}/stalls', {
              params: { path: { id: marketId } },
              body: { ...body, state: values.state, id: key },
              ...once(key),
            }),
          );
    },
    invalidates: ['/api/v1/markets/{id}/stalls', '/api/v1/stalls/{id}', '/api/v1/markets/{id}'],
  });
  return (
    <FormDrawer
      title={stall ? t('edit', { code: stall.code }) : t('new')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{
        'markets.stallCodeTaken': 'code',
        'markets.zoneMissing': 'zoneId',
        'markets.stallTooSmall': 'smallAreaReason',
        'markets.areaBeyondSides': 'areaM2',
      }}
      savedMessage={stall ? t('changed') : t('saved')}
    >
      <StallFields form={form} marketId={marketId} isNew={!stall} />
    </FormDrawer>
  );
}
