import { useRef, useState, type DragEvent } from 'react'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { EmptyState, NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { nameIn } from '../components/article-row'
import { collectionPath } from '../paths'

export interface OrderNode {
  id: number
  slug: string
  name: string
  nameEn: string
  parentId: number | null
  /** the viewer may move it */
  may: boolean
}

function Level({ nodes, parentId, held, setHeld }: { nodes: readonly OrderNode[]; parentId: number | null; held: number | null; setHeld: (id: number | null) => void }) {
  const t = useT('review')
  const { locale } = useTongue()
  const form = useRef<HTMLFormElement>(null)
  const siblings = nodes.filter(node => node.parentId === parentId)
  if (siblings.length === 0) return null
  const mine = siblings.find(node => node.id === held)
  const drop = (event: DragEvent, at: string) => {
    if (!mine || !form.current) return
    event.preventDefault()
    event.stopPropagation()
    form.current.action = `${collectionPath(mine.slug)}/urutan`
    const place = form.current.elements.namedItem('di')
    if (place instanceof HTMLInputElement) place.value = at
    form.current.requestSubmit()
  }
  return (
    <>
      <ol className={parentId === null ? 'list' : 'plain pl-6'}>
        {siblings.map((node, at) => {
          const name = nameIn(locale, node)
          return (
            <li key={node.id} draggable={node.may} onDragStart={event => { event.stopPropagation(); event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', node.slug); setHeld(node.id) }} onDragEnd={() => setHeld(null)}
              onDragOver={event => { if (mine && mine.id !== node.id) { event.preventDefault(); event.stopPropagation() } }} onDrop={event => drop(event, node.slug)} className={node.id === held ? 'py-2 opacity-60' : 'py-2'}>
              <div className="row">
                <a className="b flex-1" href={collectionPath(node.slug)} draggable={false}>{name}</a>
                {node.may ? (
                  <form method="post" action={`${collectionPath(node.slug)}/urutan`} className="row gap-1">
                    <input type="hidden" name="dari" value="susunan" />
                    <button className="btn q sm" name="ke" value="naik" disabled={at === 0} aria-label={t('order.up', { name })}>↑</button>
                    <button className="btn q sm" name="ke" value="turun" disabled={at === siblings.length - 1} aria-label={t('order.down', { name })}>↓</button>
                  </form>
                ) : null}
              </div>
              <Level nodes={nodes} parentId={node.id} held={held} setHeld={setHeld} />
            </li>
          )
        })}
      </ol>
      <form ref={form} method="post" action="/pengetahuan/susunan" hidden><input type="hidden" name="dari" value="susunan" /><input type="hidden" name="di" /></form>
    </>
  )
}

/** Collections in their order: dragged where the browser can, moved by buttons everywhere. */
export function OrderPage({ nodes, saved }: { nodes: readonly OrderNode[]; saved: boolean }) {
  const t = useT('review')
  const k = useT('knowledge')
  const [held, setHeld] = useState<number | null>(null)
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: k('title'), href: '/pengetahuan' }, { label: t('order.title') }]} />
      <div className="pagehead"><div><h1>{t('order.title')}</h1><p>{t('order.lede')}</p></div></div>
      {saved ? <NoteBar tone="leaf" role="status" className="mb-4">{t('order.done')}</NoteBar> : null}
      {nodes.some(node => node.may) ? <Level nodes={nodes} parentId={null} held={held} setHeld={setHeld} /> : <EmptyState title={t('order.none')} />}
    </div>
  )
}
