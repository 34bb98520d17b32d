import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { likelyToday, useFormat } from '../../format';
import { reading } from '../../api/reading';
import { Choice } from '../../parts/choice';
import { ListExport } from '../../parts/list-export';
import { MonthPicker } from '../../parts/month-picker';
import { PageHeader, Section, Toolbar } from '../../parts/page';
import { ErrorState, Waiting } from '../../parts/states';
import { Definitions } from './definitions';
import { Headline } from './headline';
import { type As, type By, type Question, useQuestion } from './question';
import { ShareTable } from './share-table';
import { ShareTrend } from './share-trend';
import { Units } from './units';
import { useReport } from './use-report';

/** The report the Department reads: the headline, the units as tiles, the trend, the table. */
export function SharesPage() {
  const t = useTranslations('shares');
  const [question, ask] = useQuestion();
  const report = useReport(question);
  const { month, by, as } = question;
  const table = reading('/api/v1/reports/share', { query: { month, by, as } });
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<Print />} />
      <Ask question={question} ask={ask} />
      <PrintedQuestion question={question} />
      {report.error && <ErrorState error={report.error} onRetry={report.retry} />}
      {!report.error && !report.total && <Waiting />}
      {report.total && (
        <>
          <Headline row={report.total} isNarrowed={question.within !== undefined} />
          <Units question={question} ask={ask} report={report} />
          <ShareTrend key={question.by} question={question} />
          {report.rows && report.rows.length > 0 && (
            <Section title={t('tableTitle')} aside={<ListExport list={table} />} isFlush>
              <ShareTable rows={report.rows} question={question} />
            </Section>
          )}
          <Definitions />
        </>
      )}
    </>
  );
}

interface AskProps {
  question: Question;
  ask: (changed: Partial<Question>) => void;
}

function Ask({ question, ask }: AskProps) {
  const t = useTranslations();
  const cuts: { value: As; label: string }[] = [
    { value: 'is', label: t('shares.cutValue.is') },
    { value: 'was', label: t('shares.cutValue.was') },
  ];
  const units = (['district', 'commune', 'market'] as const).map((value: By) => ({
    value,
    label: t(`shares.byValue.${value}`),
  }));
  return (
    <Toolbar>
      <Choice
        label={t('shares.by')}
        options={units}
        value={question.by}
        onChange={(by) => ask({ by, within: undefined })}
      />
      <Choice
        label={t('shares.cut')}
        options={cuts}
        value={question.as}
        onChange={(as) => ask({ as })}
      />
      <MonthPicker
        value={question.month}
        onChange={(month) => ask({ month })}
        last={likelyToday().slice(0, 7)}
      />
    </Toolbar>
  );
}

function Print() {
  const t = useTranslations('act');
  return (
    <Button
      variant="default"
      leftSection={<IconPrinter size={17} aria-hidden="true" />}
      onClick={() => window.print()}
    >
      {t('print')}
    </Button>
  );
}

/** On paper the choices are a sentence, not controls. */
function PrintedQuestion({ question }: { question: Question }) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <p className="print-only">
      {t('parts.month.name', { month: format.month(question.month) })} ·{' '}
      {t(`shares.tilesTitle.${question.by}`)} · {t(`shares.cutValue.${question.as}`)}
    </p>
  );
}
