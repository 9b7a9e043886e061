import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { Field, TextInput } from '~/ui/field'
import { Icon } from '~/ui/icon'
import { EmptyState } from '~/ui/marks'
import { Breadcrumbs, Pager, Segments } from '~/ui/navigation'
import { WatchMenu } from '../components/watch-menu'
import { kindOfTarget } from '../policy'
import type { WatchKind, WatchRow } from '../watches.queries.server'

const kinds: WatchKind[] = ['thread', 'category', 'tag', 'person', 'series', 'article', 'collection']
const icons = { thread: 'messages-square', category: 'folder', tag: 'tag', person: 'user', series: 'calendar', article: 'book-open', collection: 'folder' } as const

function Row({ row, back }: { row: WatchRow; back: string }) {
  const t = useT('watch')
  const kind = kinds.find(one => one === kindOfTarget(row.target)) ?? 'thread'
  const name = row.thing?.label ?? t('list.gone')
  return (
    <li className="row py-3">
      <Icon name={icons[kind]} />
      <span className="min-w-0 flex-1 basis-56">
        {row.thing ? <a className="b" href={row.thing.url}>{name}</a> : <span className="muted">{name}</span>}
        <br /><span className="sm muted">{t(`${kind}.${row.level}`)}{row.automatic && <> · {t('list.automatic')}</>}</span>
      </span>
      {row.thing && <WatchMenu watch={row} back={back} />}
      <form method="post" action="/ikuti">
        <input type="hidden" name="target" value={row.target} /><input type="hidden" name="ke" value={back} />
        <Button small look="quiet" name="tingkat" value="LUPA" aria-label={t('list.forgetOf', { name })} title={t('list.forget')}><Icon name="x" small /></Button>
      </form>
    </li>
  )
}

export function WatchesPage({ rows, next, kind, back, paged }: { rows: WatchRow[]; next: string | null; kind: WatchKind | null; back: string; paged: boolean }) {
  const t = useT('watch')
  const address = (one: WatchKind | null, after?: string) => {
    const query = new URLSearchParams({ ...(one ? { jenis: one } : {}), ...(after ? { setelah: after } : {}) })
    return `/akun/ikuti${query.size ? `?${query}` : ''}`
  }
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('ui:nav.settings'), href: '/akun' }, { label: t('list.title') }]} />
      <div className="pagehead">
        <div><h1>{t('list.title')}</h1><p>{t('list.lede')}</p></div>
      </div>
      <Segments label={t('list.kinds')} items={[{ label: t('list.every'), href: address(null), current: kind === null }, ...kinds.map(one => ({ label: t(`list.${one}`), href: address(one), current: kind === one }))]} />
      {rows.length === 0 ? (
        <div className="mt-5"><EmptyState title={t('list.empty')} acts={<ButtonLink href="/forum">{t('list.browse')}</ButtonLink>}>{t('list.emptyText')}</EmptyState></div>
      ) : <ul className="list">{rows.map(row => <Row key={row.target} row={row} back={back} />)}</ul>}
      <Pager label={t('list.kinds')} newer={paged ? { label: t('list.newest'), href: address(kind) } : null} older={next ? { label: t('list.older'), href: address(kind, next) } : null} />
      {kind === 'tag' && (
        <form method="post" action="/ikuti" className="form mt-6 max-w-[26rem]">
          <h2>{t('list.addTag')}</h2>
          <input type="hidden" name="tingkat" value="ALL" /><input type="hidden" name="ke" value={back} />
          <Field label={t('list.tagWord')} name="label" hint={t('list.tagHint')}><TextInput required minLength={2} maxLength={30} /></Field>
          <Button>{t('follow')}</Button>
        </form>
      )}
    </div>
  )
}
