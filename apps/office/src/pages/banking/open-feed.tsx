import { Radio, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { useScope } from '../../scope';
import { FEEDS, hasKeyToo, isSecretTheirs, PROVIDERS, type Provider } from './providers';
import type { OpenedFeed } from './shown-secret';

interface OpenFeedProps {
  onClose: () => void;
  onOpened: (feed: OpenedFeed) => void;
}
interface Values {
  provider: Provider;
  auth: 'hmac' | 'api-key';
  accountId: string | null;
  secret: string;
}

/** A new door for a bank's messages; which fields it asks for follows from who sends them. */
export function OpenFeed({ onClose, onOpened }: OpenFeedProps) {
  const t = useTranslations('banking.feeds');
  const rules = useRules();
  const { boardId = '' } = useScope();
  const form = useForm<Values>({
    initialValues: { provider: 'sepay', auth: 'hmac', accountId: null, secret: '' },
    validate: {
      accountId: (value, { provider }) => (provider === 'generic' ? rules.required(value) : null),
      secret: (value, { provider }) => (isSecretTheirs(provider) ? rules.required(value) : null),
    },
  });
  const submit = useSubmit<Values, OpenedFeed>({
    send: (values) => answer(api.POST('/api/v1/feeds', { body: { boardId, ...sent(values) } })),
    invalidates: FEEDS,
    onDone: onOpened,
  });
  const { provider } = form.values;
  return (
    <FormDrawer
      title={t('openTitle')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('open')}
      savedMessage={t('opened')}
    >
      <Radio.Group label={t('provider')} {...form.getInputProps('provider')}>
        <Stack gap="sm" mt="xs">
          {PROVIDERS.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`providerValue.${each}`)}
              description={t(`providerHint.${each}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {hasKeyToo(provider) && (
        <Radio.Group label={t('auth')} {...form.getInputProps('auth')}>
          <Stack gap="sm" mt="xs">
            {(['hmac', 'api-key'] as const).map((auth) => (
              <Radio
                key={auth}
                value={auth}
                label={t(`authValue.${auth}`)}
                description={t(`authHint.${auth}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {isSecretTheirs(provider) && (
        <TextInput
          label={t('theirSecret')}
          description={t('theirSecretHint')}
          autoComplete="off"
          maxLength={200}
          {...form.getInputProps('secret')}
        />
      )}
      {provider === 'generic' && <AccountField {...form.getInputProps('accountId')} />}
    </FormDrawer>
  );
}

function AccountField(field: object) {
  const t = useTranslations('banking.feeds');
  const { boardId } = useScope();
  const accounts = useQuery(reading('/api/v1/receiving-accounts', { query: {} }));
  const live = accounts.data?.items.filter(
    ({ boardId: of, state }) => of === boardId && (state === 'live' || state === 'waiting'),
  );
  return (
    <Select
      label={t('account')}
      data={live?.map(({ id, number, bankName }) => ({
        value: id,
        label: `${number} · ${bankName}`,
      }))}
      {...field}
    />
  );
}

function sent({ provider, auth, accountId, secret }: Values) {
  return {
    provider,
    auth: hasKeyToo(provider) ? auth : ('hmac' as const),
    ...(provider === 'generic' && accountId ? { accountId } : {}),
    ...(isSecretTheirs(provider) ? { secret } : {}),
  };
}
