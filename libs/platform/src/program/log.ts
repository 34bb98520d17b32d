import type { LoggerService } from '@nestjs/common';
import { destination, pino, type Logger } from 'pino';
import type { LogLevel } from '../config';

/**
 * The program's log: one JSON object a line, of codes, ids, patterns and times. Who writes to it
 * leaves names, accounts, texts, query strings and bodies out (fault.ts says what is left of an
 * error).
 * @param file where it goes; without one, stdout
 */
export function openLog(level: LogLevel, file?: string): Logger {
  const options = { level, base: null, redact: ['*.password', '*.cookie', '*.authorization'] };
  return file
    ? pino(options, destination({ dest: file, append: true, sync: false }))
    : pino(options);
}

/** Lets Nest and the libs (`new Logger('jobs')`) write to the program's log. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Logger) {}

  private write(level: 'info' | 'warn' | 'error' | 'debug', said: unknown, more: unknown[]): void {
    const context = more.at(-1);
    const facts = typeof said === 'object' && said !== null ? said : { message: String(said) };
    this.target[level]({ context: typeof context === 'string' ? context : undefined, ...facts });
  }

  log(said: unknown, ...more: unknown[]): void {
    this.write('info', said, more);
  }
  warn(said: unknown, ...more: unknown[]): void {
    this.write('warn', said, more);
  }
  error(said: unknown, ...more: unknown[]): void {
    this.write('error', said, more);
  }
  debug(said: unknown, ...more: unknown[]): void {
    this.write('debug', said, more);
  }
}
