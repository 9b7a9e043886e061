import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { Field, Select } from '~/ui/field'
import { EmptyState } from '~/ui/marks'
import { Table } from '~/ui/table'
import { shelfName } from '../components/shelf-name'
import type { LogPage as Props } from '../decisions.queries.server'

/** What moderators did and why, for everybody who may read the place where it happened. */
export function LogPage({ log }: { log: Props }) {
  const t = useT('moderation')
  const tongue = useTongue()
  return (
    <>
      <div className="pagehead"><div><h1>{t('log.title')}</h1><p>{t('log.lede')}</p></div></div>
      {log.shelves.length > 1 ? (
        <form method="get" action="/moderasi/catatan" className="row items-end mb-4">
          <Field label={t('log.filter')} name="daftar"><Select defaultValue={log.shelf} empty={t('log.all')} options={log.shelves.map(one => ({ value: one.key, label: shelfName(one, tongue.locale) }))} /></Field>
          <Button>{t('ui:acts.show')}</Button>
        </form>
      ) : null}
      {log.rows.length === 0 ? <EmptyState title={t('log.empty')} acts={<ButtonLink href="/aturan">{t('ui:nav.rules')}</ButtonLink>}>{t('log.emptyText')}</EmptyState> : (
        <Table caption={t('log.caption')} captionHidden columns={[{ key: 'when', label: t('log.when') }, { key: 'what', label: t('log.what') }, { key: 'why', label: t('log.why') }]}>
          <tbody>
            {log.rows.map(row => (
              <tr key={`${row.kind}-${row.act}-${row.id}`}>
                <td className="sm">{formatDate(row.at, tongue)}</td>
                <th scope="row">{t(`done.${row.act}`)}<div className="xs faint">{t(`thing.${row.kind}`)} · {row.shelfName ? shelfName({ name: row.shelfName, nameEn: row.shelfNameEn }, tongue.locale) : t('log.nowhere')}{row.undone ? ` · ${t('log.undone')}` : ''}</div></th>
                <td>{row.reason}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {log.next ? <p className="mt-4"><ButtonLink href={`/moderasi/catatan?${new URLSearchParams({ ...(log.shelf ? { daftar: log.shelf } : {}), sebelum: String(log.next) })}`}>{t('log.older')}</ButtonLink></p> : null}
    </>
  )
}
