import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { Field, FileInput } from '~/ui/field'
import { EmptyState, LongJob, NoteBar, State } from '~/ui/marks'
import { Pager, Segments } from '~/ui/navigation'
import { Table } from '~/ui/table'
import { AdminFrame } from '../components/admin-frame'
import { useAnswer, type Answered } from '../components/answer'
import { outcomes, type Outcome } from '../import/outcomes'
import type { ImportRowView, ImportState } from '../staff-import.queries.server'

export interface ImportListProps {
  imports: { id: number; fileName: string; state: ImportState; totalRows: number; createdAt: string | Date }[]
  columns: string[]
  administrator: boolean
}

export function ImportListPage({ imports, columns, administrator, answer }: ImportListProps & { answer: Answered | undefined }) {
  const t = useT('people')
  const tongue = useTongue()
  const { errorOf } = useAnswer(answer)
  return (
    <AdminFrame current="import" administrator={administrator} title={t('import.title')} lede={t('import.lede')}>
      <form method="post" encType="multipart/form-data" className="form card text">
        <Field label={t('import.file')} name="file" hint={t('import.fileHint')} error={[...errorOf('file'), ...errorOf('')]}>
          <FileInput accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" required />
        </Field>
        <Button look="primary">{t('import.check')}</Button>
        <details className="sm"><summary>{t('import.columns')}</summary><p className="mt-2 muted">{t('import.columnsText', { columns: columns.join(', ') })}</p></details>
      </form>
      <section className="sec">
        <h2>{t('import.earlier')}</h2>
        {imports.length === 0 ? <EmptyState title={t('import.none')} heading="h3">{t('import.noneText')}</EmptyState> : (
          <Table caption={t('import.earlier')} captionHidden columns={[{ key: 'file', label: t('import.fileName') }, { key: 'state', label: t('import.stateLabel') }, { key: 'rows', label: t('import.rows'), number: true }, { key: 'at', label: t('import.at') }]}>
            <tbody>
              {imports.map(one => (
                <tr key={one.id}>
                  <th scope="row"><a className="link" href={`/admin/impor/${one.id}`}>{one.fileName}</a></th>
                  <td>{t(`import.state.${one.state}`)}</td><td className="n">{formatNumber(one.totalRows, tongue.locale)}</td><td>{formatDateTime(one.createdAt, tongue)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </section>
    </AdminFrame>
  )
}

export interface ImportPageProps {
  run: {
    id: number
    fileName: string
    state: ImportState
    totalRows: number
    doneRows: number
    failure: { key: string; columns: string[] } | null
    counts: Partial<Record<Outcome, number>>
    ignored: string[]
    doubts: number
    rows: ImportRowView[]
    next: number | null
  }
  only: Outcome | 'doubts' | ''
  administrator: boolean
}

export function ImportPage({ run, only, administrator }: ImportPageProps) {
  const t = useT('people')
  const { locale } = useTongue()
  const working = run.state === 'CHECKING' || run.state === 'APPLYING'
  const writes = (run.counts.create ?? 0) + (run.counts.change ?? 0) + (run.counts.move ?? 0) + (run.counts.close ?? 0)
  const href = (one: string) => (one ? `?hasil=${one}` : '?')
  const total = Object.values(run.counts).reduce((sum, count) => sum + count, 0)
  return (
    <AdminFrame current="import" administrator={administrator} title={run.fileName} lede={t(`import.stateLong.${run.state}`)} back={{ label: t('import.title'), href: '/admin/impor' }}>
      {working && (
        <LongJob title={t(`import.state.${run.state}`)} percent={run.totalRows ? (run.doneRows / run.totalRows) * 100 : 0} note={t('import.mayLeave')}
          done={t('import.progress', { done: formatNumber(run.doneRows, locale), total: formatNumber(run.totalRows, locale) })} acts={<ButtonLink small href={`/admin/impor/${run.id}`}>{t('import.refresh')}</ButtonLink>} />
      )}
      {run.failure && <NoteBar tone="red" role="alert">{t(run.failure.key)} {run.failure.columns.join(', ')}</NoteBar>}
      {run.state === 'CHECKED' && (
        <form method="post" className="card row">
          <div><b className="b">{writes > 0 ? t('import.ready', { count: writes }) : t('import.nothing')}</b><p className="sm muted">{t('import.readyText')}</p></div>
          <span className="sp" />
          {writes > 0 && <Button look="primary">{t('import.apply', { count: writes })}</Button>}
        </form>
      )}
      {run.state === 'APPLIED' && <NoteBar tone="leaf" role="status">{t('import.applied', { count: writes })}</NoteBar>}
      {run.ignored.length > 0 && <p className="sm muted mt-3">{t('import.ignored', { columns: run.ignored.join(', ') })}</p>}
      {total > 0 && (
        <section className="sec">
          <Segments label={t('import.outcomes')} items={[
            { label: t('import.outcome.all'), href: href(''), count: formatNumber(total, locale), current: only === '' },
            { label: t('import.outcome.doubts'), href: href('doubts'), count: formatNumber(run.doubts, locale), current: only === 'doubts' },
            ...outcomes.filter(one => run.counts[one]).map(one => ({ label: t(`import.outcome.${one}`), href: href(one), count: formatNumber(run.counts[one] ?? 0, locale), current: only === one })),
          ]} />
          <Table caption={t('import.outcomes')} captionHidden wide columns={[{ key: 'row', label: t('import.row'), number: true }, { key: 'name', label: t('form.name') }, { key: 'outcome', label: t('import.outcomeLabel') }, { key: 'what', label: t('import.what') }]}>
            <tbody>{run.rows.map(row => <ImportLine key={row.row} row={row} />)}</tbody>
          </Table>
          <Pager label={t('ui:pages.label')} older={run.next !== null ? { label: t('list.next'), href: `?${only ? `hasil=${only}&` : ''}sesudah=${run.next}` } : null} />
        </section>
      )}
    </AdminFrame>
  )
}

function ImportLine({ row }: { row: ImportRowView }) {
  const t = useT('people')
  const missing = row.problems.some(problem => problem.code === 'missing')
  return (
    <tr>
      <td className="n">{missing ? '–' : row.row}</td>
      <th scope="row">{row.name || '–'}</th>
      <td><State icon={row.outcome === 'error' ? 'circle-alert' : row.outcome === 'check' ? 'circle-help' : row.outcome === 'same' ? 'minus' : 'check'} tone={row.outcome === 'error' ? 'red' : row.outcome === 'check' || row.outcome === 'same' ? 'neutral' : 'leaf'}>{t(`import.outcome.${row.outcome}`)}</State></td>
      <td>
          {row.problems.map(problem => (
            <p key={`${problem.title}${problem.code}`} className={problem.level === 'error' ? 'text-red' : 'muted'}>
              {problem.title && <b className="b">{problem.title}: </b>}{t(`import.problem.${problem.code}`, { value: problem.value })}{problem.near.length > 0 && <> {t('import.near', { names: problem.near.join('; ') })}</>}
            </p>
          ))}
          {row.changes.map(change => (
            <p key={change.field}>{t(`import.field.${change.field}`)}: {change.before && <><del className="muted">{change.before}</del> → </>}{change.after}</p>
          ))}
      </td>
    </tr>
  )
}
