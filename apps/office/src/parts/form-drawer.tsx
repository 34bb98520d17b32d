import { Button, Drawer, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { asApiError } from '../api/error';
import { ConfirmDialog } from './confirm-dialog';
import { DialogHead } from './dialog-head';
import { type AnyForm, useFieldErrors } from './field-errors';
import { useLastShown } from './last-shown';
import { SubmitError } from './submit-error';
import { toast } from './toast';

/** What a form needs of `useSubmit`. */
export interface Submit<Values> {
  mutateAsync: (values: Values) => Promise<unknown>;
  isPending: boolean;
  error: unknown;
  reset: () => void;
}

interface FormDrawerProps<Values extends object> {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  // The rules' own type plays no part here, and forms with and without rules both come.
  form: AnyForm<Values>;
  submit: Submit<Values>;
  /** Refusals that belong to one field: `{ 'markets.codeTaken': 'code' }`. */
  fieldOf?: Readonly<Record<string, string>>;
  saveLabel?: string;
  savedMessage?: string;
  children: ReactNode;
}

/** A form beside its list: what was typed stays after a refusal, and is not lost by a slip. */
export function FormDrawer<Values extends object>(props: FormDrawerProps<Values>) {
  const { form, submit, onClose } = props;
  const { title, saveLabel, children } = useLastShown(props);
  const t = useTranslations();
  const [isLeaving, setLeaving] = useState(false);
  const showFieldErrors = useFieldErrors(form, props.fieldOf);
  const leave = () => {
    setLeaving(false);
    form.reset();
    submit.reset();
    onClose();
  };
  const isBesideField = asApiError(submit.error).code in (props.fieldOf ?? {});
  const tryToLeave = form.isDirty() ? () => setLeaving(true) : leave;
  const save = form.onSubmit(async (values) => {
    try {
      await submit.mutateAsync(values);
    } catch (error) {
      await showFieldErrors(error);
      return;
    }
    toast(props.savedMessage ?? t('parts.form.saved'));
    leave();
  });
  return (
    <>
      <Drawer
        opened={props.isOpen}
        onClose={tryToLeave}
        withCloseButton={false}
        attributes={{ content: { 'aria-label': title } }}
      >
        <DialogHead title={title} onClose={tryToLeave} />
        <form noValidate onSubmit={save}>
          <Stack gap="md">
            {!isBesideField && <SubmitError error={submit.error} />}
            {children}
            <Group justify="flex-end" mt="sm">
              <Button variant="default" onClick={leave}>
                {t('act.cancel')}
              </Button>
              <Button type="submit" loading={submit.isPending}>
                {saveLabel ?? t('act.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Drawer>
      <ConfirmDialog
        isOpen={isLeaving}
        title={t('parts.form.leave')}
        confirmLabel={t('parts.form.discard')}
        isDangerous
        onCancel={() => setLeaving(false)}
        onConfirm={leave}
      />
    </>
  );
}
