import { CodedError } from '@cho40/kernel';
import { Refused, UsageError } from './refusal';

interface Exit {
  readonly code: 1 | 2;
  readonly line: string;
}

/** What a failed command leaves behind: 1 when its input was refused, 2 when it was called wrongly. */
export function exitOf(error: unknown): Exit {
  if (error instanceof UsageError || isParseArgsError(error)) {
    return { code: 2, line: oneLine(error.message) };
  }
  if (error instanceof Refused) return { code: 1, line: oneLine(error.message) };
  if (error instanceof CodedError) return { code: 1, line: refusalLine(error) };
  return { code: 1, line: oneLine(error instanceof Error ? error.message : String(error)) };
}

function isParseArgsError(error: unknown): error is Error {
  return (
    error instanceof TypeError && String(Reflect.get(error, 'code')).startsWith('ERR_PARSE_ARGS')
  );
}

/** `billing.billVoid: billId 0192…`: the code says what, the facts say where. */
function refusalLine({ code, facts }: CodedError): string {
  const where = Object.entries(facts).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return where.length > 0 ? `${code}: ${where.join(', ')}` : code;
}

// parseArgs explains itself over several lines; scripts read one.
function oneLine(message: string): string {
  return message.replace(/\s*\n\s*/g, ' ');
}
