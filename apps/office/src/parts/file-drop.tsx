import { Button, Progress, VisuallyHidden } from '@mantine/core';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { type ChangeEvent, type DragEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import css from './file-drop.module.css';

interface FileDropProps {
  /** Endings without the dot, as people know them: `['xlsx', 'csv']`. */
  endings: readonly string[];
  maxMegabytes: number;
  file: File | null;
  onFile: (file: File | null) => void;
  /** From 0 to 1 while the file is on its way. */
  progress?: number;
}

const MEGABYTE = 1024 * 1024;
const endingOf = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** Takes one file by dropping or choosing; says at once when it cannot be the right one. */
export function FileDrop({ endings, maxMegabytes, file, onFile, progress }: FileDropProps) {
  const t = useTranslations('parts.file');
  const id = useId();
  const [isOver, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const types = endings.map((ending) => ending.toUpperCase()).join(', ');
  const take = (chosen: File | undefined) => {
    if (!chosen) return;
    const isType = endings.includes(endingOf(chosen.name));
    const isSmall = chosen.size <= maxMegabytes * MEGABYTE;
    if (!isType) setRefusal(t('wrongType', { types }));
    else setRefusal(isSmall ? undefined : t('tooBig', { megabytes: maxMegabytes }));
    onFile(isType && isSmall ? chosen : null);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    take(currentTarget.files?.[0]);
    // The same file may be chosen again after it was corrected.
    currentTarget.value = '';
  };
  return (
    <div
      className={css.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <VisuallyHidden>
        <input
          id={id}
          className={css.input}
          type="file"
          accept={endings.map((ending) => `.${ending}`).join(',')}
          onChange={choose}
          aria-describedby={`${id}-allowed`}
        />
      </VisuallyHidden>
      <label htmlFor={id} className={css.label}>
        {file ? (
          <IconFileSpreadsheet size={28} aria-hidden />
        ) : (
          <IconUpload size={28} aria-hidden />
        )}
        <span className={css.name}>{file ? file.name : t('drop')}</span>
        <span id={`${id}-allowed`} className={css.allowed}>
          {t('allowed', { types, megabytes: maxMegabytes })}
        </span>
      </label>
      {refusal && (
        <p role="alert" className={css.refusal}>
          {refusal}
        </p>
      )}
      {file && progress === undefined && (
        <Button variant="subtle" size="xs" onClick={() => onFile(null)}>
          {t('remove')}
        </Button>
      )}
      {file && progress !== undefined && (
        <Progress value={progress * 100} aria-label={t('sending', { name: file.name })} w="100%" />
      )}
    </div>
  );
}
