import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useErrorSentence } from '../messages/error-sentence';

/** Why the server refused, above the fields; nothing while it has not. */
export function SubmitError({ error }: { error: unknown }) {
  const sentence = useErrorSentence();
  if (!error) return null;
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle />}>
      {sentence(error)}
    </Alert>
  );
}
