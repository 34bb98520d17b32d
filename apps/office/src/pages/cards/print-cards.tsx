import { Radio, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { CARD_PATHS, FORMATS, type Format } from './card-words';
import { type Why, WhyFields, whyOf, noWhy } from './why-fields';

const PATH = '/api/v1/markets/{id}/card-sheets';
const ALL = 'all';

interface Values extends Why {
  format: Format;
  zoneId: string;
  which: 'needed' | 'every';
}

interface PrintCardsProps {
  marketId: string;
  /** Nothing chosen: a zone or the whole market. */
  stallIds: readonly string[];
  onClose: () => void;
  onAsked?: () => void;
}

/** Asks for a sheet of cards: of stalls that were chosen, of a zone, or of the market. */
export function PrintCards({ marketId, stallIds, onClose, onAsked }: PrintCardsProps) {
  const t = useTranslations('cards');
  const isChosen = stallIds.length > 0;
  const form = useForm<Values>({
    initialValues: { format: 'sticker-10', zoneId: ALL, which: 'needed', ...noWhy },
  });
  const { which } = form.getValues();
  const submit = useSubmit({
    send: ({ format, zoneId, which: wanted, ...why }: Values, key) => {
      const of = isChosen
        ? { stallIds: [...stallIds] }
        : { isOnlyNeeded: wanted === 'needed', ...(zoneId === ALL ? {} : { zoneId }) };
      const body = { format, ...of, ...whyOf(why) };
      return answer(api.POST(PATH, { params: { path: { id: marketId } }, body, ...once(key) }));
    },
    invalidates: CARD_PATHS,
    onDone: onAsked,
  });
  return (
    <FormDrawer
      title={isChosen ? t('printChosen', { count: stallIds.length }) : t('print')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'cards.reasonMissing': 'reason', 'cards.noteMissing': 'note' }}
      saveLabel={t('ask')}
      savedMessage={t('asked')}
    >
      <Radio.Group label={t('format')} {...form.getInputProps('format')}>
        <Stack gap="xs" mt="xs">
          {FORMATS.map((value) => (
            <Radio key={value} value={value} label={t(`formatValue.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {!isChosen && <Which marketId={marketId} form={form} />}
      {(isChosen || which === 'every') && (
        <>
          <Text size="sm">{t('whyHint')}</Text>
          <WhyFields form={form} isOptional />
        </>
      )}
    </FormDrawer>
  );
}

interface WhichProps {
  marketId: string;
  form: ReturnType<typeof useForm<Values>>;
}

/** Of where, and whether stalls with a valid card get another one. */
function Which({ marketId, form }: WhichProps) {
  const t = useTranslations('cards');
  const zones = useQuery(reading('/api/v1/markets/{id}/zones', { path: { id: marketId } }));
  const options = (zones.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Select
        label={t('zone')}
        data={[{ value: ALL, label: t('wholeMarket') }, ...options]}
        allowDeselect={false}
        {...form.getInputProps('zoneId')}
      />
      <Radio.Group label={t('which')} {...form.getInputProps('which')}>
        <Stack gap="xs" mt="xs">
          <Radio value="needed" label={t('needed')} />
          <Radio value="every" label={t('every')} />
        </Stack>
      </Radio.Group>
    </>
  );
}
