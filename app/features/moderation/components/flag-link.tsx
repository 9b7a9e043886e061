import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'

/** The way to report a thing; for moderators, the way to open a case of it. */
export function FlagLink({ kind, id, moderate }: { kind: string; id: number; moderate: boolean }) {
  const t = useT('moderation')
  if (moderate) return <form method="post" action={`/moderasi/hal/${kind}/${id}`}><Button small look="quiet" icon="shield">{t('start')}</Button></form>
  return <ButtonLink small look="quiet" href={`/lapor/${kind}/${id}`}>{t('flag.title', { thing: t(`flag.${kind}`) })}</ButtonLink>
}
