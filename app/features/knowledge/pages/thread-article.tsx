import { useT } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { NoteBar } from '~/ui/marks'
import { articlePath } from '../paths'

/** What a conversation became, or the way to make it an article; nothing where neither is there. */
export function ThreadArticle({ article, make }: { article: { id: number; slug: string; title: string } | null; make: string | null }) {
  const t = useT('threads')
  if (article) return <NoteBar tone="leaf" href={articlePath(article)} className="mb-4">{t('is')}: <b>{article.title}</b></NoteBar>
  return make ? <p className="mb-4"><ButtonLink small icon="book-open" href={make}>{t('make')}</ButtonLink></p> : null
}
