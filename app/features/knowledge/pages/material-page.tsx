import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { NoteBar } from '~/ui/marks'
import { Breadcrumbs, Pager } from '~/ui/navigation'
import { nameIn, ReadersWord } from '../components/article-row'
import { FileFacts } from '../components/material-row'
import { materialActPath, materialPath, partOf } from '../formats'
import type { MaterialPage as Props, MaterialVersionView } from '../materials.queries.server'
import { collectionPath } from '../paths'

/** Where a version is fetched; the one readers see has an address that always means the newest. */
const fileOf = (page: Props, { version }: MaterialVersionView) => `${materialActPath(page.id, 'unduh')}${version === page.shown ? '' : `?versi=${version}`}`

function Preview({ page }: { page: Props }) {
  const t = useT('knowledge')
  const { version } = page
  const file = fileOf(page, version)
  if (version.format === 'picture')
    return <a href={file}><img className="h-auto max-w-full" src={file} alt={page.description || page.title} width={version.width ?? undefined} height={version.height ?? undefined} /></a>
  if (version.format !== 'pdf' || version.reading === 'BROKEN' || version.reading === 'HEAVY' || version.reading === 'LOCKED') return null
  return <iframe className="h-[75vh] w-full border border-line" src={page.from > 1 ? `${file}#page=${page.from}` : file} title={t('material.page.previewTitle', { title: page.title })} loading="lazy" />
}

/** The words of the file, ten pages at a time, each with its own address. */
function Words({ page }: { page: Props }) {
  const t = useT('knowledge')
  const { version, texts } = page
  if (texts.length === 0 && page.from === 1) return null
  const parts = version.pages > 1
  const at = (first: number) => `${materialPath(page)}?${version.version === page.shown ? '' : `versi=${version.version}&`}halaman=${first}#halaman-${first}`
  return (
    <section className="sec" aria-labelledby="isi">
      <h2 id="isi" className="sech">{t('material.page.text')}</h2>
      {texts.map(one => (
        <section key={one.page} id={`halaman-${one.page}`} className="mb-6 max-w-[75ch]">
          {parts ? <h3 className="faint sm"><a className="link" href={`#halaman-${one.page}`}>{t(`material.part.${partOf(version.format)}`, { number: one.page })}</a></h3> : null}
          <p className="mt-1 whitespace-pre-wrap break-words">{one.text}</p>
        </section>
      ))}
      <Pager label={t('material.page.text')} newer={page.earlier ? { label: t('material.page.earlier'), href: at(page.earlier) } : null} older={page.later ? { label: t('material.page.later'), href: at(page.later) } : null} />
    </section>
  )
}

function Versions({ page }: { page: Props }) {
  const t = useT('knowledge')
  const tongue = useTongue()
  return (
    <section className="sm">
      <h2>{t('material.version.title')}</h2>
      <ul className="plain">
        {page.versions.map(one => (
          <li key={one.version}>
            <a className="link" href={one.version === page.shown ? materialPath(page) : `${materialPath(page)}?versi=${one.version}`} aria-current={one.version === page.version.version ? 'page' : undefined}>{t('material.version.of', { number: one.version })}</a>{' '}
            {one.version === page.shown ? <span className="faint">{t('material.version.current')}</span> : one.version > (page.shown ?? 0) ? <span className="faint">{t('material.version.waiting')}</span> : null}
            <p className="muted">{t('material.page.by', { name: one.by, date: formatDate(one.at, tongue) })}{one.note ? `: ${one.note}` : ''}</p>
          </li>
        ))}
      </ul>
      {page.can.manage ? <p className="mt-2"><a className="link" href={`${materialActPath(page.id, 'versi')}#riwayat`}>{t('history.title')}</a></p> : null}
    </section>
  )
}

/** A file or a video: what it is, how it looks, what stands in it, and its versions. */
export function MaterialPage({ page }: { page: Props }) {
  const t = useT('knowledge')
  const tongue = useTongue()
  const { version } = page
  const video = version.format === 'video'
  const file = fileOf(page, version)
  const said = version.reading !== 'READ' && version.reading !== 'NONE' ? t(`material.reading.${version.reading}`) : null
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, ...page.crumbs.map(one => ({ label: nameIn(tongue.locale, one), href: collectionPath(one.slug) }))]} />
      <div className="two">
        <article>
          <h1 className="max-w-[28ch] break-words">{page.title}</h1>
          {page.description ? <p className="lede mt-3 whitespace-pre-line">{page.description}</p> : null}
          <p className="mt-3"><FileFacts format={version.format} size={version.size} pages={version.pages} /></p>
          {page.binned ? <NoteBar tone="red" className="mt-4">{t('material.state.binned')}</NoteBar> : null}
          {page.shown === null ? <NoteBar tone="sea" className="mt-4">{t('material.state.waiting')}</NoteBar> : null}
          {page.shown !== null && page.versions[0] && page.versions[0].version > page.shown ? <NoteBar tone="sea" className="mt-4" href={`${materialPath(page)}?versi=${page.versions[0].version}`}>{t('material.state.newer', { number: page.versions[0].version })}</NoteBar> : null}
          {page.shown !== null && version.version < page.shown ? <NoteBar tone="plain" className="mt-4">{t('material.version.old', { number: version.version })} <a className="link" href={materialPath(page)}>{t('material.version.toCurrent')}</a></NoteBar> : null}
          <div className="row mt-4">
            {video && version.address ? <ButtonLink look="primary" icon="external-link" href={version.address} rel="noopener noreferrer nofollow">{t('material.page.watch', { host: version.name })}</ButtonLink> : null}
            {video || page.binned ? null : <ButtonLink look="primary" icon="download" href={`${file}${file.includes('?') ? '&' : '?'}asli`}>{t('material.page.download')}</ButtonLink>}
            {page.can.approve && version.version === page.lastVersion ? (
              <form method="post" action={materialActPath(page.id, 'sahkan')}><input type="hidden" name="version" value={version.version} /><Button icon="stamp">{t('material.version.approve', { number: version.version })}</Button></form>
            ) : null}
          </div>
          {video ? <p className="sm muted mt-3">{t('material.page.elsewhere')}</p> : null}
          {said ? <NoteBar tone={version.reading === 'WAITING' || version.reading === 'EMPTY' ? 'sea' : 'red'} className="mt-4">{said}</NoteBar> : null}
          {page.binned ? null : <div className="mt-5"><Preview page={page} /></div>}
          <Words page={page} />
        </article>
        <aside className="side">
          <section className="sm">
            <h2>{t('material.page.facts')}</h2>
            {video ? null : <p className="muted break-words">{version.name}</p>}
            <p className="muted"><ReadersWord audience={page.audience} /></p>
            {page.licence ? <p className="muted">{t('material.form.licence')}: {t(`material.licence.${page.licence}`)}</p> : null}
            {page.source ? <p className="muted break-words">{t('material.form.source')}: {page.source}</p> : null}
            {page.approvedBy && page.approvedAt ? <p className="muted">{t('material.page.approved', { name: page.approvedBy, date: formatDate(page.approvedAt, tongue) })}</p> : null}
            <p className="muted">{t('ownedBy')} <a className="link" href={`/orang/${page.owner.slug}`}>{page.owner.name}</a></p>
            {page.tags.length > 0 ? <p className="row mt-2">{page.tags.map(tag => <span key={tag} className="tag">{tag}</span>)}</p> : null}
          </section>
          <Versions page={page} />
          {page.can.manage ? (
            <section>
              <div className="row">
                {page.binned ? (
                  <form method="post" action={materialActPath(page.id, 'pulihkan')}><Button small icon="rotate-ccw">{t('material.page.restore')}</Button></form>
                ) : (
                  <>
                    <ButtonLink small icon="upload" href={materialActPath(page.id, 'versi')}>{t('material.version.add')}</ButtonLink>
                    <ButtonLink small icon="pencil" href={materialActPath(page.id, 'ubah')}>{t('material.form.edit')}</ButtonLink>
                  </>
                )}
              </div>
            </section>
          ) : null}
        </aside>
      </div>
    </>
  )
}
