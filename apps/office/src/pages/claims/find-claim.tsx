import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { staleAfterDecision } from '../reconciliation/use-decision';
import type { Candidate } from './candidates';
import type { ClaimDetail } from './claim-page';

interface FindClaimProps {
  claim: ClaimDetail;
  candidate: Candidate | undefined;
  onClose: () => void;
}

/** Says that a record is the claim's money; what that does stands above the reason. */
export function FindClaim({ claim, candidate, onClose }: FindClaimProps) {
  const t = useTranslations('claims.find');
  const rules = useRules();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: rules.required } });
  const submit = useSubmit({
    send: ({ reason }: { reason: string }, key) =>
      answer(
        api.POST('/api/v1/claims/{id}/find', {
          params: { path: { id: claim.id } },
          body: {
            recordId: candidate?.record.id ?? '',
            since: candidate?.record.since ?? undefined,
            reason,
          },
          ...once(key),
        }),
      ),
    invalidates: staleAfterDecision,
  });
  const stall = claim.stallCode;
  return (
    <FormDrawer
      title={t('title', { stall })}
      isOpen={candidate !== undefined}
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('action')}
      savedMessage={t('saved')}
    >
      <Text>{t(candidate?.fit === 'yours' ? 'yours' : 'hint', { stall })}</Text>
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        autosize
        minRows={3}
        maxLength={500}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}
