import type { BusinessDate, Month, Vnd } from '@cho40/kernel';

interface ColumnBase {
  /** As printed over the column; read whatever its marks, capitals and blanks. */
  readonly title: string;
  /** What the explanation sheet says of it. */
  readonly hint: string;
  readonly example?: string | number;
  readonly width?: number;
  readonly optional?: true;
}

export type Column = ColumnBase &
  (
    | { readonly kind: 'code'; readonly pattern: RegExp }
    | { readonly kind: 'text'; readonly least?: number; readonly most: number }
    | { readonly kind: 'phone' | 'idNumber' | 'taxCode' | 'money' | 'day' | 'month' }
    | {
        readonly kind: 'number';
        readonly least: number;
        readonly most: number;
        readonly decimals: number;
      }
    | {
        readonly kind: 'choice';
        readonly choices: Readonly<Record<string, string | number | boolean>>;
        /** Other words for them that are read, though nobody is told to write them. */
        readonly also?: Readonly<Record<string, string | number | boolean>>;
      }
  );

export type Columns = Readonly<Record<string, Column>>;

type ValueOf<C extends Column> = C extends { choices: Readonly<Record<string, infer Choice>> }
  ? Choice
  : C extends { kind: 'number' }
    ? number
    : C extends { kind: 'money' }
      ? Vnd
      : C extends { kind: 'day' }
        ? BusinessDate
        : C extends { kind: 'month' }
          ? Month
          : string;

/** The word of a column's list that stands for a value. */
export function wordFor({ choices }: Column & { kind: 'choice' }, value: unknown): string | null {
  return Object.entries(choices).find(([, choice]) => choice === value)?.[0] ?? null;
}

/** A sound row: what is not optional stands, in its column's kind. */
export type RowOf<Of extends Columns> = {
  readonly [Field in keyof Of]: Of[Field] extends { optional: true }
    ? ValueOf<Of[Field]> | null
    : ValueOf<Of[Field]>;
} & {
  /** As the spreadsheet program numbers it. */
  readonly row: number;
};
