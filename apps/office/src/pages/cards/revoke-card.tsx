import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { CARD_PATHS, type FeeCard, serialText } from './card-words';
import { noWhy, type Why, WhyFields } from './why-fields';

/** Takes a card out of use, for a reason. It is mounted when it opens. */
export function RevokeCard({ card, onClose }: { card: FeeCard; onClose: () => void }) {
  const t = useTranslations('cards');
  const form = useForm<Why>({ initialValues: { ...noWhy, reason: 'lost' } });
  const submit = useSubmit({
    send: ({ reason, note }: Why, key) => {
      const said = note.trim();
      const body = { cardIds: [card.id], reason: reason ?? 'other', ...(said && { note: said }) };
      return answer(api.POST('/api/v1/fee-card-revocations', { body, ...once(key) }));
    },
    invalidates: CARD_PATHS,
  });
  return (
    <FormDrawer
      title={t('revokeOf', { serial: serialText(card.serial) })}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'cards.noteMissing': 'note' }}
      saveLabel={t('revoke')}
      savedMessage={t('revokedDone')}
    >
      <Text size="sm">{t('revokeHint')}</Text>
      <WhyFields form={form} />
    </FormDrawer>
  );
}
