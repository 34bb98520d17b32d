import { Checkbox, NumberInput, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, reading } from '../../api/reading';
import { useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';

const PATH = '/api/v1/markets/{id}/reminder-setting';
type Setting = BodyOf<typeof PATH>;
interface Market {
  id: string;
  name: string;
}

export function ReminderSettingDrawer(props: { market: Market; onClose: () => void }) {
  const { market, onClose } = props;
  const setting = useQuery(reading(PATH, { path: { id: market.id } }));
  if (!setting.data) return null;
  return <SettingForm market={market} setting={setting.data} onClose={onClose} />;
}

interface SettingFormProps {
  market: Market;
  setting: Setting;
  onClose: () => void;
}

interface Values {
  isOn: boolean;
  daysBefore: number | string;
  daysAfter: number | string;
  template: string;
}

/** When and in which words a market reminds, with the text a vendor would get. */
function SettingForm({ market, setting, onClose }: SettingFormProps) {
  const t = useTranslations('debts.texts');
  const rules = useRules();
  const { isOn, daysBefore, daysAfter, template, example, sender } = setting;
  const form = useForm<Values>({
    initialValues: { isOn, daysBefore: daysBefore ?? '', daysAfter: daysAfter ?? '', template },
    validate: { template: rules.required },
  });
  const submit = useSubmit({
    send: (values: Values) => {
      const body = {
        ...values,
        daysBefore: daysOf(values.daysBefore),
        daysAfter: daysOf(values.daysAfter),
      };
      return answer(api.PUT(PATH, { params: { path: { id: market.id } }, body }));
    },
    invalidates: [PATH],
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('drawer', { market: market.name })}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{
        'billing.templateUnknownBlank': 'template',
        'billing.templateLacks': 'template',
      }}
      savedMessage={t('saved')}
    >
      <Text>{sender ? t('sender', { sender }) : t('noSender')}</Text>
      <Checkbox label={t('isOn')} {...field('isOn', { type: 'checkbox' })} />
      <NumberInput
        label={t('daysBefore')}
        description={t('daysHint')}
        min={0}
        max={28}
        {...field('daysBefore')}
      />
      <NumberInput
        label={t('daysAfter')}
        description={t('daysHint')}
        min={1}
        max={60}
        {...field('daysAfter')}
      />
      <Textarea
        label={t('template')}
        description={t('templateHint')}
        autosize
        minRows={4}
        {...field('template')}
      />
      <Text>
        <strong>{t('example')}:</strong> {example}
      </Text>
    </FormDrawer>
  );
}

const daysOf = (typed: number | string): number | null => (typed === '' ? null : Number(typed));
