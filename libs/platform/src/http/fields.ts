import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { platformError } from '../errors';

type Problem = readonly [field: string, code: string];

/** Every field that was refused with the name of the rule: `lines.0.amount` → `isInt`. */
function problemsOf(errors: readonly ValidationError[], path = ''): Problem[] {
  return errors.flatMap((error) => {
    const field = `${path}${error.property}`;
    const [code] = Object.keys(error.constraints ?? {});
    const inside = problemsOf(error.children ?? [], `${field}.`);
    return code === undefined ? inside : [[field, code] as const, ...inside];
  });
}

/** Checks every DTO; a field that a DTO does not name is refused as `whitelistValidation`. */
export const fieldsPipe = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) =>
    platformError('fieldsInvalid', Object.fromEntries(problemsOf(errors).slice(0, 50))),
});
