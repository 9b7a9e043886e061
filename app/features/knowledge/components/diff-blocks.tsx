import { useT } from '~/platform/i18n/i18n'
import type { DiffView } from '../diff.server'

/** Words, not lines; what did not change is folded. Every change is an address of its own, so that one can go from one to the next. */
export function DiffBlocks({ diff }: { diff: DiffView }) {
  const t = useT('knowledge')
  let change = 0
  const changes = diff.blocks.filter(block => 'words' in block).length
  return (
    <div className="prose diff">
      {diff.blocks.map((block, index) => {
        if ('same' in block) {
          if (block.same.length < 3) return block.same.map((line, at) => <p key={`${index}-${at}`}>{line}</p>)
          return <details key={index} className="fold"><summary>{t('diff.same', { count: block.same.length })}</summary>{block.same.map((line, at) => <p key={at} className="mt-3">{line}</p>)}</details>
        }
        change += 1
        return (
          <p key={index} id={`ubah-${change}`}>
            {block.words.map((word, at) => word.change === 'added' ? <ins key={at}>{word.text}</ins> : word.change === 'removed' ? <del key={at}>{word.text}</del> : <span key={at}>{word.text}</span>)}
            {change < changes ? <>{' '}<a className="xs" href={`#ubah-${change + 1}`}>{t('diff.next')}</a></> : null}
          </p>
        )
      })}
    </div>
  )
}

export function DiffCounts({ diff }: { diff: DiffView }) {
  const t = useT('knowledge')
  return <span className="muted"><ins>{t('diff.added', { count: diff.added })}</ins> <del>{t('diff.removed', { count: diff.removed })}</del></span>
}
