import { Button, Group } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useState } from 'react';
import { useMay } from '../../api/session';
import { DateInput } from '../../parts/date-input';
import { Section } from '../../parts/page';
import { SubmitError } from '../../parts/submit-error';
import { AskCorrection } from './ask-correction';
import { EstimateMissing } from './estimate-missing';
import { SheetFile } from './sheet-file';
import { SheetRows } from './sheet-rows';
import type { MeterSheet, SheetRow, Typed } from './sheet-words';
import { useRecording } from './use-recording';
import css from './meters.module.css';

interface SheetFormProps {
  marketId: string;
  sheet: MeterSheet;
}

/** The sheet to type into: Enter goes on to the next meter, one button keeps what was typed. */
export function SheetForm({ marketId, sheet }: SheetFormProps) {
  const t = useTranslations('meters.sheet');
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [corrected, setCorrected] = useState<SheetRow>();
  const recording = useRecording({ marketId, sheet, typed, onDone: () => setTyped({}) });
  const mayWrite = useMay('meters.write');
  const change = (meterId: string, next: Typed) => setTyped({ ...typed, [meterId]: next });
  const read = sheet.rows.filter(({ reading }) => reading !== null).length;
  return (
    <Section
      title={t('meters')}
      hint={t('progress', { read, all: sheet.rows.length })}
      isFlush
      aside={
        mayWrite && (
          <Group gap="xs">
            <SheetFile marketId={marketId} sheet={sheet} onFilled={setTyped} />
            <EstimateMissing marketId={marketId} sheet={sheet} readOn={recording.readOn} />
          </Group>
        )
      }
    >
      <SheetRows
        sheet={sheet}
        typed={typed}
        onType={mayWrite ? change : undefined}
        onCorrect={mayWrite ? setCorrected : undefined}
      />
      {mayWrite && (
        <div className={css.foot}>
          <SubmitError error={recording.error} />
          <DateInput label={t('readOn')} value={recording.readOn} onChange={recording.setReadOn} />
          <Button
            disabled={recording.readings.length === 0}
            loading={recording.isPending}
            onClick={recording.send}
          >
            {t('save', { count: recording.readings.length })}
          </Button>
        </div>
      )}
      {corrected && <AskCorrection row={corrected} onClose={() => setCorrected(undefined)} />}
    </Section>
  );
}
