import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ApiError } from './error';
import { readAgain } from './reading';

interface Submitting<Input, Output> {
  /** Sends the input under the given idempotency key. */
  send: (input: Input, idempotencyKey: string) => Promise<Output>;
  /** First parts of the query keys that are no longer true after it. */
  invalidates?: readonly string[];
  onDone?: (output: Output) => void;
}

/**
 * A write that may be sent again: the key is made when the form is opened and stays until the
 * write has succeeded, so a retry after a lost answer is the same act.
 */
export function useSubmit<Input, Output>({ send, invalidates, onDone }: Submitting<Input, Output>) {
  const queries = useQueryClient();
  const key = useRef<string>(null);
  return useMutation<Output, ApiError, Input>({
    mutationFn: (input) => {
      key.current ??= crypto.randomUUID();
      return send(input, key.current);
    },
    onSuccess: (output) => {
      key.current = null;
      onDone?.(output);
      const stale = new Set(invalidates);
      return readAgain(queries, (path) => stale.has(path));
    },
  });
}

/** The header of a write that must happen once, for openapi-fetch's options. */
export const once = (idempotencyKey: string) => ({
  headers: { 'Idempotency-Key': idempotencyKey },
});
