import { useT } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'

/** Keeps a person away, or no longer; what it does stands on the page it leads to. */
export function BlockForm({ personId, blocked }: { personId: number; blocked: boolean }) {
  const t = useT('people')
  return (
    <form method="post" action="/akun/blokir">
      <input type="hidden" name="orang" value={personId} />
      <Button small look="quiet" {...(blocked ? { name: 'buka', value: '1' } : {})}>{t(blocked ? 'blocks.open' : 'blocks.block')}</Button>
    </form>
  )
}
