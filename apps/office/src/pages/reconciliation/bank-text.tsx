import { markedText } from './marked-text';
import css from './queue.module.css';

/** What the bank passed on, the codes in it marked. */
export function BankText({ text, codes }: { text: string; codes: readonly string[] }) {
  return (
    <p className={css.text}>
      {markedText(text || '—', codes).map(({ text: part, isCode }, at) =>
        // A segment has no name but its place in the text, which never changes.
        isCode ? <mark key={`${at}-${part}`}>{part}</mark> : part,
      )}
    </p>
  );
}
