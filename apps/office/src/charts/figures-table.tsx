import { useTranslations } from 'use-intl';
import css from './chart.module.css';

interface FiguresTableProps {
  label: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The figures behind a chart, for those who read rather than look, and for copying. */
export function FiguresTable({ label, head, rows }: FiguresTableProps) {
  const t = useTranslations('parts.chart');
  return (
    <details className={css.figures}>
      <summary>{t('table')}</summary>
      {/* A region that scrolls must be reachable by keyboard. */}
      <div className={css.figuresFrame} tabIndex={0} role="region" aria-label={label}>
        <table>
          <thead>
            <tr>
              {head.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name = '', ...figures]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {figures.map((figure, at) => (
                  <td key={head[at + 1]}>{figure}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
