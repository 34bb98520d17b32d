import { IconCheck, IconEqual, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import { Waiting } from '../../parts/states';
import css from './queue.module.css';
import type { Suggestion } from './suggestion';
import { useWord } from './use-word';

interface SuggestionsProps {
  suggestions: readonly Suggestion[];
  /** The answer is still on its way. */
  isLooking: boolean;
  chosen: number | null;
  onChoose: (place: number) => void;
}

/** Who it may be, each with what speaks for it and against it; a tie stands as a tie. */
export function Suggestions({ suggestions, isLooking, chosen, onChoose }: SuggestionsProps) {
  const t = useTranslations('queue');
  const ties = suggestions[0]?.tiedWith ?? 0;
  if (isLooking) return <Waiting />;
  if (suggestions.length === 0) return <p className={css.nobody}>{t('noSuggestion')}</p>;
  return (
    <>
      {ties > 0 && (
        <p className={css.tie} role="note">
          <IconEqual size={18} aria-hidden="true" />
          <span>
            <strong>{t('tied', { count: ties + 1 })}.</strong> {t('tiedHint')}
          </span>
        </p>
      )}
      <ol className={css.suggestions}>
        {suggestions.map((suggestion, place) => (
          <li key={`${suggestion.leaseId} ${suggestion.billId}`}>
            <button
              type="button"
              className={css.suggestion}
              aria-pressed={place === chosen}
              onClick={() => onChoose(place)}
            >
              <kbd aria-hidden="true">{place + 1}</kbd>
              <Who suggestion={suggestion} isChosen={place === chosen} />
              <Words suggestion={suggestion} />
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

function Who({ suggestion, isChosen }: { suggestion: Suggestion; isChosen: boolean }) {
  const t = useTranslations('queue');
  const format = useFormat();
  const { stallCode, vendorName, marketName, due } = suggestion;
  return (
    <span className={css.who}>
      <strong>{stallCode}</strong> {vendorName}
      <small>
        {marketName} · {due > 0 ? t('due', { due: format.money(due) }) : t('nothingDue')}
        {isChosen && ` · ${t('chosen')}`}
      </small>
    </span>
  );
}

/** What speaks for it beside what speaks against it, each with its sign. */
function Words({ suggestion: { evidence, against } }: { suggestion: Suggestion }) {
  const t = useTranslations('queue');
  const say = useWord();
  return (
    <span className={css.words}>
      {evidence.map((word) => (
        <span key={`${word.kind} ${word.words}`} data-for>
          <IconCheck size={15} aria-label={t('for')} /> {say(word)}
        </span>
      ))}
      {against.map((word) => (
        <span key={`${word.kind} ${word.words}`} data-against>
          <IconX size={15} aria-label={t('against')} /> {say(word)}
        </span>
      ))}
    </span>
  );
}
